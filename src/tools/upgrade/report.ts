import { besideSuffix, type Change, type UpgradeReport } from "./upgrade.ts";

const words: Record<Change["do"], string> = {
  add: "add",
  update: "update",
  delete: "delete",
  merge: "merge",
  merged: "merge",
  conflict: "yours",
  keep: "keep",
};

/** What an upgrade did, or would do, for a terminal. */
export function reportUpgrade({ release, base, changes }: UpgradeReport, dryRun: boolean): string {
  if (changes.length === 0) return `The engine is that of ${release} already. Nothing to do.\n`;
  const lines = [
    `From ${base === null ? "an unknown release" : base} to ${release}${dryRun ? ", not carried out" : ""}:`,
    "",
  ];
  for (const change of changes) {
    const remark =
      change.do === "keep"
        ? `  (${change.why})`
        : change.do === "conflict"
          ? `  (both changed the same lines; the release's version is put beside it as ${change.path}${besideSuffix})`
          : change.do === "merged"
            ? "  (with your changes)"
            : "";
    lines.push(`  ${words[change.do].padEnd(7)} ${change.path}${remark}`);
  }
  const conflicts = changes.filter((change) => change.do === "conflict").length;
  const done = changes.filter((change) => change.do !== "keep" && change.do !== "conflict").length;
  lines.push(
    "",
    `${done} files ${dryRun ? "would be" : "are"} brought to the release; workspaces/, public/ and README.md are untouched.`,
  );
  if (conflicts > 0)
    lines.push(
      `${conflicts} ${conflicts === 1 ? "file needs" : "files need"} your hand: bring what you changed into the ${besideSuffix} file, put it in the other's place, and delete it.`,
    );
  if (!dryRun)
    lines.push(
      "Look at it with git diff, then: npm install && npm run check && npm run build, and commit. To take it back: git checkout . && git clean -fd",
    );
  return lines.join("\n") + "\n";
}
