import { importSource as words } from "../../strings/tools.ts";
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of a registry's source, wherever it is kept. */
export interface TreeFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  bytes: Uint8Array;
  executable: boolean;
}

/** One state of a source repository: a branch, or a folder on the disk. */
export interface Tree {
  /** "1.0", "1.1", or whatever the branch or folder is called. */
  name: string;
  files: TreeFile[];
  /** Entries that are not taken: links, submodules, files over the limit; each a sentence. */
  skipped: string[];
}

/** Paths of a source that are read at all; the rest of the official template is its engine. */
export const isWanted = (path: string): boolean =>
  /^workspaces\/|^site\/next\.config\.(?:js|mjs|cjs|ts)$|^site\/public\/|^CNAME$/.test(path);

/** Bytes of one file at most. */
export const largestFile = 64 * 1024 * 1024;
/** Bytes of one source at most: one small file can be there under many names. */
export const largestTotal = 512 * 1024 * 1024;
/** Files of one source at most. */
export const mostFiles = 200_000;

/** Reads a folder on the disk. Follows no link. */
export function readFolderTree(root: string, name: string): Tree {
  const tree: Tree = { name, files: [], skipped: [] };
  let total = 0;
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const child = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (
          /^(?:workspaces|site)(?:\/|$)/.test(child) &&
          !/^site\/(?!public(?:\/|$))/.test(child) &&
          entry.name !== ".git"
        )
          walk(child);
        continue;
      }
      if (!isWanted(child)) continue;
      if (!entry.isFile())
        tree.skipped.push(entry.isSymbolicLink() ? words.link(child) : words.noRegularFile(child));
      else {
        total += addFile(tree, root, child);
        if (total > largestTotal) throw new Error(words.tooLarge(largestTotal / 1024 / 1024));
      }
    }
  };
  walk("");
  return tree;
}

/** Returns the bytes that were taken. */
function addFile(tree: Tree, root: string, path: string): number {
  const full = join(root, path);
  if (lstatSync(full).size > largestFile) {
    tree.skipped.push(words.largeFile({ path, megabytes: largestFile / 1024 / 1024 }));
    return 0;
  }
  if (tree.files.length >= mostFiles) throw new Error(words.tooManyFiles(mostFiles));
  // The file may be exchanged for a link between the look and the read.
  const file = openSync(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const bytes = readFileSync(file);
    tree.files.push({ path, bytes, executable: (fstatSync(file).mode & 0o100) !== 0 });
    return bytes.length;
  } finally {
    closeSync(file);
  }
}
