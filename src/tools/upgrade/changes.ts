import { upgradeText as text } from "../../strings/upgrade.ts";
import { git } from "../../registry/read/git.ts";

/** A file that differs between two releases. */
export interface Change {
  kind: "add" | "change" | "delete" | "move";
  path: string;
  /** Where a moved file was. */
  source?: string;
}

/** A file that the release changes and an upgrade leaves as the fork has it. */
export interface StayingFile {
  path: string;
  reason: "own" | "deleted" | "edited";
}

/** Belongs to the fork, whatever a release says. */
const content = ["workspaces", "public", "README.md"];
/** Belongs to the fork as soon as the fork changes it. */
const isTheme = (path: string): boolean =>
  path === "src/styles/tokens.css" || path.startsWith("src/strings/");

const kinds: Record<string, Change["kind"]> = { A: "add", C: "add", D: "delete", R: "move" };

/** Limits a diff to the engine, and leaves these files out as well. */
export const engineOnly = (staying: readonly StayingFile[] = []): string[] => [
  "--",
  ".",
  ...[...content, ...staying.map(({ path }) => path)].map((path) => `:(exclude,top,literal)${path}`),
];

/** The engine's files that differ between two commits. */
export function readChanges(fork: string, base: string, release: string): Change[] {
  const fields = diff(fork, ["--find-renames", base, release, ...engineOnly()]);
  const changes: Change[] = [];
  for (let letter = fields.shift(); letter; letter = fields.shift()) {
    const kind = kinds[letter.charAt(0)] ?? "change";
    const source = kind === "move" ? fields.shift() : undefined;
    changes.push({ kind, path: fields.shift() ?? "", ...(source === undefined ? {} : { source }) });
  }
  return changes;
}

/** The changes that would take something from the fork, or bring back what it deleted. */
export function filesThatStay(fork: string, base: string, changes: readonly Change[]): StayingFile[] {
  const fields = diff(fork, ["--no-renames", base, "HEAD"]);
  const own = new Map<string, string>();
  for (let letter = fields.shift(); letter; letter = fields.shift()) own.set(fields.shift() ?? "", letter);
  return changes.flatMap(({ kind, path, source = path }): StayingFile[] => {
    const change = own.get(source);
    if (change === undefined) return [];
    if (change === "D") return [{ path: source, reason: "deleted" }];
    if (isTheme(path) || isTheme(source)) return [{ path: source, reason: "own" }];
    return kind === "delete" ? [{ path, reason: "edited" }] : [];
  });
}

/** Letters and paths of files that differ. Throws where git fails: a file that differs must not pass for one that does not. */
function diff(fork: string, args: readonly string[]): string[] {
  const { ok, out, error } = git(fork, ["diff", "--name-status", "-z", ...args]);
  if (!ok) throw new Error(text.refused(error));
  return out.toString().split("\0");
}

/** Output of git without the white space around it; "" where it fails. */
export const gitOutput = (cwd: string, args: readonly string[]): string =>
  git(cwd, args).out.toString().trim();
