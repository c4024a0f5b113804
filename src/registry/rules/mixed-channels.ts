import { compatibilityOf, type RegistryRule } from "./rule.ts";

/** Workspaces without available_tags beside workspaces with them. */
export const mixedChannels: RegistryRule = {
  name: "mixed-channels",
  check(drafts, report) {
    const entries = drafts.flatMap((draft) => compatibilityOf(draft).map(({ pointer, tags }) => ({ draft, pointer, has: (tags?.length ?? 0) > 0 })));
    const other = entries.find(({ has }) => has)?.draft.folder;
    if (!other) return;
    for (const draft of drafts) {
      const bare = entries.find((entry) => entry.draft === draft && !entry.has);
      if (bare) report(draft, "mixed-channels", bare.pointer.replace(/\/version$/, ""), { other });
    }
  },
};
