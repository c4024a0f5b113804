import { execFileSync } from "node:child_process";

/** When a folder first and last changed, in milliseconds since 1970. */
export interface FolderHistory {
  created: number;
  modified: number;
}

/** What git knows of a content folder. */
export interface History {
  /** Of the newest commit that touches the content folder; null where git knows none. */
  modified: number | null;
  /** By the name of the folder below the content folder. */
  folders: Map<string, FolderHistory>;
  /** Whether the beginning of the history is missing, as in a checkout with `fetch-depth: 1`. */
  shallow: boolean;
}

const none: History = { modified: null, folders: new Map(), shallow: false };

/** Reads the history of a content folder with one call of git. Where there is no git, no repository or no commit, all is empty. */
export function readHistory(root: string): History {
  // A marker that no path can hold begins each commit: -z ends paths with NUL.
  const log = git(root, ["log", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-renames", "--relative", "-z", "--name-only", "--format=%x01%ct", "--", "."]);
  if (!log) return none;
  const folders = new Map<string, FolderHistory>();
  let newest: number | null = null;
  for (const commit of log.split("\u0001").slice(1)) {
    const [head = "", ...paths] = commit.split("\0");
    const time = Number(/^\d+/.exec(head)?.[0]) * 1000;
    if (!Number.isSafeInteger(time)) continue;
    newest = Math.max(newest ?? 0, time);
    for (const path of paths) {
      const folder = path.replace(/^\n/, "").split("/")[0];
      if (!folder) continue;
      const known = folders.get(folder);
      folders.set(folder, { created: Math.min(known?.created ?? time, time), modified: Math.max(known?.modified ?? time, time) });
    }
  }
  return { modified: newest, folders, shallow: git(root, ["rev-parse", "--is-shallow-repository"])?.trim() === "true" };
}

/** The address of the remote that a checkout came from, or null. */
export function readRemote(root: string): string | null {
  return git(root, ["config", "--get", "remote.origin.url"])?.trim() || null;
}

/** Runs git in a folder without anything that its configuration could make it run. Null where it fails. */
function git(cwd: string, args: string[]): string | null {
  const safe = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.quotePath=false", "log.showSignature=false", "core.alternateRefsCommand=", "protocol.allow=never"];
  try {
    return execFileSync("git", ["--no-pager", "--no-optional-locks", ...safe.flatMap((setting) => ["-c", setting]), ...args], {
      cwd, encoding: "utf8", maxBuffer: 512 * 1024 * 1024, timeout: 60_000, stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    });
  } catch {
    return null;
  }
}
