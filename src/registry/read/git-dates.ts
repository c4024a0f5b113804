import { randomUUID } from "node:crypto";
import { git } from "./git.ts";

/** When a folder first and last changed, in milliseconds since 1970. */
export interface FolderHistory {
  created: number;
  modified: number;
}

/** History of a content folder as git knows it. */
export interface History {
  /** Of the newest commit that touches the content folder; null where git knows none. */
  modified: number | null;
  /** By the name of the folder below the content folder. */
  folders: Map<string, FolderHistory>;
  /** Whether the beginning of the history is missing, as in a checkout with `fetch-depth: 1`. */
  shallow: boolean;
}

const none: History = { modified: null, folders: new Map(), shallow: false };

/** The last second that a tar header can say, in the year 2242: committers and file systems may name any date. */
export const lastTime = (8 ** 11 - 1) * 1000;

/** Settings that could change a log's output, or the files read for it. A content folder that looks like a repository itself is none. */
const logSettings = [
  "safe.bareRepository=explicit",
  "log.follow=false",
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
  "--diff-merges=off",
  "-O/dev/null",
  "--relative",
];

/**
 * Reads the history of a content folder. Where there is no git, no repository or no commit, all is empty. No change is later than the commit
 * that is checked out: a contributor's commit that is dated into the future would hide later changes.
 */
export function readHistory(root: string): History {
  // A path may hold any character but NUL, so what marks the beginning of a commit is a word that nobody knew before.
  const mark = `\u0001${randomUUID()}`;
  const log = ask(root, ["log", ...logOptions, "-z", "--name-only", `--format=${mark}%ct`, "--", "."]);
  if (!log) return none;
  const checkedOut = Number(ask(root, ["log", "-1", "--format=%ct"])) * 1000;
  const end = checkedOut > 0 && checkedOut <= lastTime ? checkedOut : Infinity;
  const folders = new Map<string, FolderHistory>();
  let newest: number | null = null;
  for (const commit of log.split(mark).slice(1)) {
    const [head = "", ...paths] = commit.split("\0");
    const time = Math.min(Number(/^\d+/.exec(head)?.[0]) * 1000, end);
    if (!(time <= lastTime)) continue;
    newest = Math.max(newest ?? 0, time);
    for (const path of paths) {
      const folder = path.replace(/^\n/, "").split("/")[0];
      if (!folder) continue;
      const known = folders.get(folder);
      folders.set(folder, {
        created: Math.min(known?.created ?? time, time),
        modified: Math.max(known?.modified ?? time, time),
      });
    }
  }
  return {
    modified: newest,
    folders,
    shallow: ask(root, ["rev-parse", "--is-shallow-repository"])?.trim() === "true",
  };
}

/** The address of the remote that a checkout came from, or null. */
export function readRemote(root: string): string | null {
  return ask(root, ["config", "--get", "remote.origin.url"])?.trim() || null;
}

function ask(root: string, args: string[]): string | null {
  const { ok, out } = git(root, [...logSettings.flatMap((setting) => ["-c", setting]), ...args]);
  return ok ? out.toString("utf8") : null;
}

/** Dates by git where it knows the folder, else SOURCE_DATE_EPOCH (seconds), which wins for the whole, else file times. */
export function dateWorkspaces<Dated extends FolderHistory & { folder: string }>(
  workspaces: readonly Dated[],
  content: { newestFile: number },
  history: History,
  env: Record<string, string | undefined>,
): { dated: Dated[]; modified: number; shallow: boolean } {
  const text = env["SOURCE_DATE_EPOCH"]?.trim();
  const epoch = text && /^\d{1,12}$/.test(text) ? Math.min(Number(text) * 1000, lastTime) : null;
  const fallback = epoch === null ? {} : { created: epoch, modified: epoch };
  const dated = workspaces.map((workspace) => ({
    ...workspace,
    ...(history.folders.get(workspace.folder) ?? fallback),
  }));
  return { dated, modified: epoch ?? history.modified ?? content.newestFile, shallow: history.shallow };
}
