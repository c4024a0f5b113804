import { randomUUID } from "node:crypto";
import { git } from "./git.ts";
import type { Commit, FileChange, GitLog } from "../model/types.ts";

/** The last second that a tar header can say, in the year 2242: committers and file systems may name any date. */
export const lastTime = (8 ** 11 - 1) * 1000;

/** Settings that could change a log's output, or the files read for it. A content folder that looks like a repository itself is none. */
const logSettings = [
  "safe.bareRepository=explicit",
  "log.follow=false",
  "log.showRoot=true",
  "log.showSignature=false",
  "log.mailmap=false",
  "mailmap.file=",
  "mailmap.blob=",
];
const logOptions = [
  "--no-show-signature",
  "--no-mailmap",
  "--no-ext-diff",
  "--no-textconv",
  "--no-renames",
  "--no-color",
  "--encoding=UTF-8",
  "--no-notes",
  "--no-decorate",
  "--first-parent",
  "--diff-merges=first-parent",
  "-O/dev/null",
  "--relative",
  "--no-abbrev",
  "--raw",
  "-z",
];

/**
 * Reads the history of a content folder. Where there is no git, no repository or no commit, it is empty. No commit is later than the one
 * that is checked out, and none is earlier than the one before it, whatever clocks said: a contributor's commit that is dated into the
 * future would hide later changes.
 */
export function readLog(root: string): GitLog {
  // A path may hold any character but NUL, so what marks the beginning of a commit is a word that nobody knew before.
  const mark = `\u0001${randomUUID()}`;
  const log = ask(root, ["log", ...logOptions, `--format=${mark}%H %ct`, "--", "."]);
  if (!log) return { commits: [], shallow: false };
  const checkedOut = Number(ask(root, ["log", "-1", "--format=%ct"])) * 1000;
  const end = checkedOut > 0 && checkedOut <= lastTime ? checkedOut : Infinity;
  const commits: Commit[] = [];
  for (const text of log.split(mark).slice(1).reverse()) {
    const [head = "", ...rest] = text.split("\0");
    const [id = "", seconds] = head.split(" ");
    const time = Math.max(commits.at(-1)?.time ?? 0, Math.min(Number(seconds) * 1000, end));
    if (time <= lastTime) commits.push({ id, time, changes: changesIn(rest) });
  }
  return { commits, shallow: ask(root, ["rev-parse", "--is-shallow-repository"])?.trim() === "true" };
}

/** Pairs of `:100644 100644 <blob> <blob> M` and a path. */
function changesIn(fields: readonly string[]): FileChange[] {
  const changes: FileChange[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [modeBefore = "", modeAfter = "", before = "", after = ""] =
      (fields[i] ?? "").split(":")[1]?.split(" ") ?? [];
    const path = fields[i + 1] ?? "";
    const blob = (mode: string, id: string): string | null => (mode.startsWith("100") ? id : null);
    changes.push({ path, before: blob(modeBefore, before), after: blob(modeAfter, after) });
  }
  return changes;
}

/** The address of the remote that a checkout came from, or null. */
export function readRemote(root: string): string | null {
  return ask(root, ["config", "--get", "remote.origin.url"])?.trim() || null;
}

function ask(root: string, args: string[]): string | null {
  const { ok, out } = git(root, [...logSettings.flatMap((setting) => ["-c", setting]), ...args]);
  return ok ? out.toString("utf8") : null;
}
