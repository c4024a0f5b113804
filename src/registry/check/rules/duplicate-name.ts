import type { RegistryRule } from "./rule.ts";

/** One friendly_name on two workspaces. */
export const duplicateName: RegistryRule = {
  name: "duplicate-name",
  check(workspaces, report) {
    const first = new Map<string, string>();
    for (const workspace of workspaces) {
      const name = workspace.data["friendly_name"];
      if (typeof name !== "string" || name === "") continue;
      const key = name.trim().toLowerCase();
      const other = first.get(key);
      if (other) report(workspace, "duplicate-name", "/friendly_name", { name, other });
      else first.set(key, workspace.folder);
    }
  },
};
