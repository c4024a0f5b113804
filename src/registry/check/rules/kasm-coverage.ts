import {
  compareVersions,
  likelyVersion,
  newestKasm,
  oldestKasm,
  parseVersion,
} from "../../model/kasm-versions.ts";
import { compatibilityOf } from "../../model/releases.ts";
import type { ParsedWorkspace, RegistryRule } from "./rule.ts";

/** A registry that the newest Kasm, or every Kasm, would show as empty. Shown at the workspace with the newest version. */
export const kasmCoverage: RegistryRule = {
  name: "kasm-coverage",
  check(workspaces, report) {
    // An error of its own says so, and its cure may name the version that is missed.
    if (workspaces.some((workspace) => versionsOf(workspace).length === 0)) return;
    // A version in another form counts as the one that its own cure writes, which would be too old in turn.
    const named = workspaces.flatMap((workspace) =>
      versionsOf(workspace).flatMap(({ version: written, pointer }) => {
        const version = parseVersion(written) ? written : likelyVersion(written);
        return version === null ? [] : [{ workspace, version, pointer }];
      }),
    );
    const [first] = workspaces;
    const [last] = named.toSorted((a, b) => compareVersions(b.version, a.version));
    if (!first) return;
    if (!last || compareVersions(last.version, oldestKasm) < 0)
      report(last?.workspace ?? first, "no-suitable-version", "/compatibility", { newest: newestKasm });
    else if (!named.some(({ version }) => compareVersions(version, newestKasm) >= 0)) {
      report(last.workspace, "no-newest-version", last.pointer, { newest: newestKasm, found: last.version });
    }
  },
};

/** A text in the place of the list counts as its one item. */
function versionsOf(workspace: ParsedWorkspace): { version: string; pointer: string }[] {
  const { compatibility } = workspace.data;
  return typeof compatibility === "string"
    ? [{ version: compatibility, pointer: "/compatibility" }]
    : compatibilityOf(workspace);
}
