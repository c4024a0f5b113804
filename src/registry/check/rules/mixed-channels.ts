import { compatibilityOf } from "../../model/releases.ts";
import { registry as words } from "../../../strings/check.ts";
import type { RegistryRule } from "./rule.ts";

/** Workspaces without available_tags beside workspaces with them. */
export const mixedChannels: RegistryRule = {
  name: "mixed-channels",
  check(workspaces, report) {
    const entries = workspaces.flatMap((workspace) =>
      compatibilityOf(workspace).map(({ pointer, tags }) => ({ workspace, pointer, has: tags.length > 0 })),
    );
    const other = entries.find(({ has }) => has)?.workspace.folder;
    if (!other) return;
    const bare = entries.filter(({ has }) => !has);
    const [first] = bare;
    if (!first) return;
    // One warning: the mistake is one of the registry, and a workspace each would bury the rest of the report.
    const others = new Set(bare.map(({ workspace }) => workspace.folder)).size - 1;
    report(first.workspace, "mixed-channels", first.pointer.replace(/\/version$/, ""), {
      other,
      also: words.alsoOthers(others),
    });
  },
};
