import type { RegistryRule } from "./rule.ts";

/** One friendly_name on two workspaces. */
export const duplicateName: RegistryRule = {
  name: "duplicate-name",
  check(drafts, report) {
    const first = new Map<string, string>();
    for (const draft of drafts) {
      const name = draft.data["friendly_name"];
      if (typeof name !== "string" || name === "") continue;
      const key = name.trim().toLowerCase();
      const other = first.get(key);
      if (other) report(draft, "duplicate-name", "/friendly_name", { name, other });
      else first.set(key, draft.folder);
    }
  },
};
