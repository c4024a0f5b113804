import { git as words } from "../../strings/check.ts";
import { git } from "../../registry/read/git.ts";

/** An entry of a commit's tree. */
export interface TreeEntry {
  path: string;
  /** "link" and "submodule" are never taken. */
  kind: "file" | "link" | "submodule";
  executable: boolean;
  /** Id of the blob. */
  object: string;
  /** Bytes; 0 for a submodule. */
  size: number;
}

/** Bytes of a listing at most: 200,000 files with names of 300 bytes. Trees can hold each other, so that a small repository lists without end. */
const largestListing = 64 * 1024 * 1024;

/**
 * Lists a commit. Throws a sentence where a file among those that `wanted` asks for is missing from the object store, and where the list
 * has no end.
 */
export function listCommit(
  repository: string,
  commit: string,
  wanted: (path: string) => boolean = () => true,
): TreeEntry[] {
  const listed = git(repository, ["ls-tree", "-r", "-z", "--long", "--full-tree", commit], {
    maxBuffer: largestListing,
  });
  if (listed.out.length >= largestListing) throw new Error(words.endless);
  if (!listed.ok)
    throw new Error(words.unreadableCommit({ commit: commit.slice(0, 12), cause: listed.error }));
  const entries: TreeEntry[] = [];
  for (const line of listed.out.toString().split("\0")) {
    const [, mode, type, object = "", size, path = ""] =
      /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-|BAD)\t([\s\S]+)$/.exec(line) ?? [];
    if (path === "" || !wanted(path)) continue;
    if (size === "BAD") throw new Error(words.missingFiles);
    entries.push({
      path,
      object,
      kind: type !== "blob" ? "submodule" : mode === "120000" ? "link" : "file",
      executable: mode === "100755",
      size: Number(size) || 0,
    });
  }
  return entries;
}

/** Contents of objects, in order, with one call of git, and `size` bytes at most. */
export function readBlobs(repository: string, objects: readonly string[], size: number): Buffer[] {
  if (objects.length === 0) return [];
  const result = git(repository, ["cat-file", "--batch"], {
    input: objects.join("\n") + "\n",
    timeout: 300_000,
    // Each content has a line before it and a line break after it.
    maxBuffer: size + objects.length * 200,
  });
  const blobs: Buffer[] = [];
  for (let at = 0; at < result.out.length;) {
    const end = result.out.indexOf(10, at);
    const match = /^[0-9a-f]+ blob (\d+)$/.exec(result.out.toString("latin1", at, end));
    if (!match) break;
    const size = Number(match[1]);
    blobs.push(result.out.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  if (!result.ok || blobs.length !== objects.length) throw new Error(words.missingFiles);
  return blobs;
}
