import { spawnSync } from "node:child_process";
import { isWanted, largestFile, mostFiles, type Tree } from "./tree.ts";

/**
 * git without anything that a stranger's repository or address could make it run: no hooks, no monitor, no transport that starts
 * programs, no question. What is read are blobs from the object store: there is no checkout, so no filter and no link plays a part.
 */
const safe = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.quotePath=false", "core.alternateRefsCommand=", "core.attributesFile=/dev/null", "init.templateDir=", "transfer.fsckObjects=false", "fetch.recurseSubmodules=no", "submodule.recurse=false", "gc.auto=0", "maintenance.auto=false"];

interface GitResult {
  ok: boolean;
  out: Buffer;
  /** The last line that git wrote about a failure. */
  error: string;
}

/** Runs git. `transports` lists the protocols that may be used; none by default. */
export function git(cwd: string, args: readonly string[], { transports = "none", input, timeout = 60_000 }: { transports?: string; input?: string; timeout?: number } = {}): GitResult {
  const config = [...safe, ...(transports === "none" ? ["protocol.allow=never"] : [])];
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
  const result = spawnSync("git", ["--no-pager", "--no-optional-locks", ...config.flatMap((setting) => ["-c", setting]), ...args], {
    cwd, input: input ?? "", timeout, maxBuffer: 2 ** 31 - 1,
    env: { ...env, GIT_TERMINAL_PROMPT: "0", GIT_ASKPASS: "", SSH_ASKPASS: "", GIT_ALLOW_PROTOCOL: transports, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
  });
  const error = result.error ? (result.error as NodeJS.ErrnoException).code === "ENOENT" ? "git is not installed" : result.error.message : lastLine(result.stderr.toString());
  return { ok: result.status === 0 && !result.error, out: result.stdout, error };
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.replace(/^(?:fatal|error): /, "") ?? "";

/** Clones the branches of a repository, without history and without a checkout. Throws a sentence for people. */
export function cloneBare(address: string, into: string): void {
  const transports = /^https?:\/\//i.test(address) ? "http:https" : /^git:\/\//i.test(address) ? "git" : /^(?:ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(address) ? "ssh" : "file";
  const url = transports === "file" && !/^file:\/\//i.test(address) ? `file://${address}` : address;
  const result = git("/", ["clone", "--quiet", "--bare", "--no-tags", "--depth", "1", "--no-single-branch", "--template=", "--", url, into], { transports, timeout: 600_000 });
  if (!result.ok) throw new Error(`${address} cannot be cloned (${result.error}). Check the address, and that the repository can be read without a question for a password.`);
}

/** Branches of a repository with their commits; of one that a remote has too, the local one counts. */
export function branchesOf(repository: string): Map<string, string> {
  const result = git(repository, ["for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/remotes/origin"]);
  const branches = new Map<string, string>();
  if (!result.ok) throw new Error(`The git repository cannot be read (${result.error}).`);
  for (const line of result.out.toString().split("\n")) {
    const match = /^([0-9a-f]{40,64}) refs\/(heads|remotes\/origin)\/(.+)$/.exec(line);
    if (!match || match[3] === "HEAD") continue;
    if (match[2] === "heads" || !branches.has(match[3]!)) branches.set(match[3]!, match[1]!);
  }
  return branches;
}

/** Name of the branch that is checked out or that a clone points at; null where there is none. */
export function headBranch(repository: string): string | null {
  const result = git(repository, ["symbolic-ref", "--short", "-q", "HEAD"]);
  return result.ok ? result.out.toString().trim() || null : null;
}

/** Address of origin; null where there is none. */
export function originOf(repository: string): string | null {
  const result = git(repository, ["config", "--get", "remote.origin.url"]);
  return result.ok ? result.out.toString().trim() || null : null;
}

const missing = "Some files are missing from the git repository (a partial clone, or a damaged one). Clone it whole and try again.";

/** Reads one commit from the object store. */
export function readCommitTree(repository: string, commit: string, name: string): Tree {
  const listed = git(repository, ["ls-tree", "-r", "-z", "--long", "--full-tree", commit]);
  if (!listed.ok) throw new Error(`The branch ${name} cannot be read (${listed.error}).`);
  const tree: Tree = { name, files: [], skipped: [] };
  const wanted: { path: string; object: string; executable: boolean }[] = [];
  for (const line of listed.out.toString().split("\0")) {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-|BAD)\t([\s\S]+)$/.exec(line);
    if (!match || !isWanted(match[5]!)) continue;
    if (match[4] === "BAD") throw new Error(missing);
    const [, mode, type, object, length, path] = match as unknown as [string, string, string, string, string, string];
    if (type !== "blob" || mode === "120000") tree.skipped.push(`${path} is ${mode === "120000" ? "a link" : "another repository (submodule)"}; it is not taken over.`);
    else if (Number(length) > largestFile) tree.skipped.push(`${path} is larger than ${largestFile / 1024 / 1024} MB; it is not taken over.`);
    else wanted.push({ path, object, executable: mode === "100755" });
  }
  if (wanted.length > mostFiles) throw new Error(`The source has more than ${mostFiles} files. That is no registry of the official template.`);
  const blobs = readBlobs(repository, wanted.map(({ object }) => object));
  wanted.forEach(({ path, executable }, index) => tree.files.push({ path, executable, bytes: blobs[index]! }));
  return tree;
}

/** Contents of objects, in order, with one call of git. */
function readBlobs(repository: string, objects: string[]): Buffer[] {
  if (objects.length === 0) return [];
  const result = git(repository, ["cat-file", "--batch"], { input: objects.join("\n") + "\n", timeout: 300_000 });
  const blobs: Buffer[] = [];
  for (let at = 0; at < result.out.length; ) {
    const end = result.out.indexOf(10, at);
    const match = /^[0-9a-f]+ blob (\d+)$/.exec(result.out.toString("latin1", at, end));
    if (!match) break;
    const size = Number(match[1]);
    blobs.push(result.out.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  if (!result.ok || blobs.length !== objects.length) throw new Error(missing);
  return blobs;
}
