/** Texts of `npm run upgrade`. */

const files = (paths: readonly string[]): string =>
  paths.slice(0, 3).join(", ") + (paths.length > 3 ? ` and ${paths.length - 3} more` : "");

export const upgradeText = {
  summary:
    "Brings the engine of this repository to the newest release of the template. Workspaces, public/, README.md and your own changes stay; nothing is committed.",
  fromHelp: "the release or commit that this repository came from (default: the version in package.json)",
  dryRunHelp: "only say what would change",
  oneTemplate: "Give one folder or git address of the template.",
  unknownTemplate:
    "The address of the template is not known here. Give it, or a folder with a clone of it: npm run upgrade -- https://github.com/owner/template",

  noRepository: (folder: string, cause: string) =>
    `${folder} is not a git repository (${cause}). An upgrade needs one, so that you can see what it changed and take it back.`,
  insideAnother: (folder: string) =>
    `${folder} is a folder inside another repository. An upgrade works on a repository of its own.`,
  notCommitted: (paths: readonly string[]) =>
    `Some files are not committed (${files(paths)}). Commit or stash them first, so that you can tell them from what the upgrade changes.`,
  noTemplate: (address: string, cause: string) =>
    `${address} cannot be read as a repository of this template (${cause}). Check the address, and that it can be read without a password.`,
  noEngine: "src/registry/ or package.json is missing",
  noSuchRelease: (from: string) =>
    `--from ${from} is neither a release (v1.2.0) nor a commit, of the template or of this repository.`,
  noTag: (version: string, suggestion: string) =>
    `The template has no tag v${version}, so the release that this repository came from is not known. Name it, or its commit: --from v1.0.0. If no upgrade was made here yet, it is probably --from ${suggestion}`,
  ignored: (paths: readonly string[]) =>
    `The release adds files that your .gitignore matches (${files(paths)}), so they would never be committed, or would overwrite files that you keep out of git. Change the .gitignore or move those files, commit, and upgrade again. Nothing was changed.`,
  refused: (log: string) => `git cannot apply the release, and nothing was changed:\n${log}`,
  halfDone: (log: string) => `git stopped in the middle. Take back what it did: git reset --hard\n${log}`,

  nothing: (release: string) => `The engine is that of ${release} already. Nothing to do.`,
  heading: (from: string, to: string, dryRun: boolean) =>
    `From ${from} to ${to}${dryRun ? ", not carried out" : ""}:`,
  kinds: { add: "add", change: "change", delete: "delete", move: "move", conflict: "conflict", stay: "keep" },
  reasons: {
    own: "yours; the release changes it too",
    deleted: "deleted here, changed in the release; it stays deleted",
    edited: "changed here, deleted in the release; delete it if you do not need the change",
  },
  done: (count: number, dryRun: boolean) =>
    `${count} ${count === 1 ? "file" : "files"} ${dryRun ? "would follow" : "follow"} the release; workspaces/, public/ and README.md are untouched.`,
  compare: (commits: readonly string[], paths: readonly string[]) =>
    `To see what the release changes in files that stayed yours: git diff ${commits.join(" ")} -- ${paths.join(" ")}\nAdd what you want of it; texts and colours that the engine needs may be missing until you do.`,
  conflicts: (count: number) =>
    `${count} ${count === 1 ? "file needs" : "files need"} your hand: you and the release changed the same lines. Open each, keep the right lines between <<<<<<< and >>>>>>>, and git add it. To take the release's file whole: git checkout --theirs FILE`,
  next: "Look at it with git diff HEAD, then: npm install && npm run check && npm run build, and commit. To take it all back: git reset --hard",
};
