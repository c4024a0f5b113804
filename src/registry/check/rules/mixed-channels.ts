import { compatibilityOf } from "../../model/releases.ts";
import { registry as words } from "../../../strings/check.ts";
import type { RegistryRule } from "./rule.ts";

/** Workspaces without available_tags beside workspaces with them. */
export const mixedChannels: RegistryRule = {
  name: "mixed-channels",
  check(drafts, report) {
    const entries = drafts.flatMap((draft) =>
      compatibilityOf(draft).map(({ pointer, tags }) => ({ draft, pointer, has: tags.length > 0 })),
    );
    const other = entries.find(({ has }) => has)?.draft.folder;
    if (!other) return;
    const bare = entries.filter(({ has }) => !has);
    const first = bare[0];
    if (!first) return;
    // One warning: the mistake is one of the registry, and a workspace each would bury the rest of the report.
    const others = new Set(bare.map(({ draft }) => draft.folder)).size - 1;
    report(first.draft, "mixed-channels", first.pointer.replace(/\/version$/, ""), {
      other,
      also: words.alsoOthers(others),
    });
  },
};
