import { randomUUID } from "node:crypto";
import { git as words } from "../../strings/check.ts";
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
 * Bytes of a log, and of the list of the files of one commit, which is in memory before anything is said: each is about a million files. Trees
 * can hold each other, so that a small repository lists files without end.
 */
const limits = { maxBuffer: 128 * 1024 * 1024, largestList: 16 * 1024 * 1024 };

/** What git says where there is no history to read. */
const nothing =
  /^fatal: (?:not a git repository \(or any|your current branch .* does not have any commits|cannot use bare)/m;

/**
 * Reads the history of a content folder. Where there is no git, no repository or no commit, it is empty. Commits are in the order of their
 * times, whatever clocks said: one that is dated out of order takes the time of a neighbour, and moves no other.
 */
export function readLog(root: string): GitLog {
  // A path may hold any character but NUL, so what marks the beginning of a commit is a word that nobody knew before.
  const mark = `\u0001${randomUUID()}`;
  const { ok, out, error, log } = run(root, ["log", ...logOptions, `--format=${mark}%H %ct`, "--", "."]);
  if (!ok && error !== words.notInstalled && !nothing.test(log))
    return { commits: [], shallow: false, failure: error };
  if (!ok || out.length === 0) return { commits: [], shallow: false };
  const end = lastTimeOf(root);
  const read = out
    .toString("utf8")
    .split(mark)
    .slice(1)
    .reverse()
    .map((text) => {
      const [head = "", ...rest] = text.split("\0");
      const [id = "", seconds] = head.split(" ");
      return { id, stated: Number(seconds) * 1000, changes: changesIn(rest) };
    });
  const times = inOrder(read.map(({ stated }) => Math.min(stated, end)));
  const commits = read.map(({ id, stated, changes }, place): Commit => {
    const time = times[place] ?? 0;
    return { id, time, isMisdated: time !== stated, changes };
  });
  const [shallow, head] = (ask(root, ["rev-parse", "--is-shallow-repository", "HEAD"]) ?? "").split("\n");
  return {
    commits: commits.filter(({ time }) => time <= lastTime),
    shallow: shallow === "true",
    ...(head && { head }),
  };
}

/** The time of the newest commit of the branch whose clock agrees with those before it; no change of the content is later. */
function lastTimeOf(root: string): number {
  const text = ask(root, ["log", "--no-show-signature", "--first-parent", "--format=%ct"]) ?? "";
  const times = text
    .trim()
    .split("\n")
    .reverse()
    .map((seconds) => Number(seconds) * 1000);
  return inOrder(times.filter((time) => time > 0 && time <= lastTime)).at(-1) ?? Infinity;
}

/**
 * Times of commits in their order. Most clocks are right: the longest series of times that never run backwards is kept (patience sorting),
 * and each other time becomes that of the next one that is kept where it is later than that, else of the last one.
 */
export function inOrder(times: readonly number[]): number[] {
  /** Places of the smallest ends of series of each length. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  times.forEach((time, place) => {
    // Before 1970 there was no git.
    if (time <= 0) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[ends[middle]!]! <= time) low = middle + 1;
      else high = middle;
    }
    before[place] = ends[low - 1];
    ends[low] = place;
  });
  const kept = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) kept.add(place);
  const ordered = [...times];
  let next: number | undefined;
  for (let place = times.length - 1; place >= 0; place--) {
    if (kept.has(place)) next = times[place];
    else if (next !== undefined && ordered[place]! > next) ordered[place] = next;
  }
  let last = 0;
  return ordered.map((time) => (last = Math.max(last, time)));
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
  const { ok, out } = run(root, args);
  return ok ? out.toString("utf8") : null;
}

function run(root: string, args: string[]): ReturnType<typeof git> {
  const settings = logSettings.flatMap((setting) => ["-c", setting]);
  return git(root, [...settings, ...args], limits);
}
