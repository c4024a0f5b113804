import { importSource as words } from "../../strings/tools.ts";
import { listCommit, readBlobs } from "./git-objects.ts";
import { git } from "../../registry/read/git.ts";
import { isWanted, largestFile, largestTotal, mostFiles, type Tree } from "./tree.ts";

/** Branches of a repository with their commits; of one that a remote has too, the local one counts. */
export function branchesOf(repository: string): Map<string, string> {
  const result = git(repository, [
    "for-each-ref",
    "--format=%(objectname) %(refname)",
    "refs/heads",
    "refs/remotes/origin",
  ]);
  const branches = new Map<string, string>();
  if (!result.ok) throw new Error(words.unreadableRepository(result.error));
  for (const line of result.out.toString().split("\n")) {
    const [, commit, kind, name] = /^([0-9a-f]{40,64}) refs\/(heads|remotes\/origin)\/(.+)$/.exec(line) ?? [];
    if (!commit || !name || name === "HEAD") continue;
    if (kind === "heads" || !branches.has(name)) branches.set(name, commit);
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

/** Reads one commit from the object store. */
export function readCommitTree(repository: string, commit: string, name: string): Tree {
  const tree: Tree = { name, files: [], skipped: [] };
  const entries = listCommit(repository, commit, isWanted).filter(({ path, kind, size }) => {
    if (kind !== "file") tree.skipped.push(kind === "link" ? words.link(path) : words.submodule(path));
    else if (size > largestFile)
      tree.skipped.push(words.largeFile({ path, megabytes: largestFile / 1024 / 1024 }));
    else return true;
    return false;
  });
  if (entries.length > mostFiles) throw new Error(words.tooManyFiles(mostFiles));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > largestTotal) throw new Error(words.tooLarge(largestTotal / 1024 / 1024));
  const blobs = readBlobs(
    repository,
    entries.map(({ object }) => object),
    total,
  );
  blobs.forEach((bytes, index) => {
    const entry = entries[index];
    if (entry) tree.files.push({ path: entry.path, executable: entry.executable, bytes });
  });
  return tree;
}
