import { createHash } from "node:crypto";
import { checksumLine } from "./checksum-line.ts";

/** A file with the hash of its name and content, or a folder with its entries: what the hash of a folder is made from. */
export type HashedEntry = { name: string; hash: Buffer } | { name: string; entries: HashedEntry[] };

const collator = new Intl.Collator("en");

/**
 * SHA-1 as npm's folder-hash 4 computes it with `{encoding: "hex"}`: for a file over name and content, for a folder over its name and
 * the hex hashes of its entries in collation order. Our own code because the library reads each file again, one after the other
 * (eight times slower on 5,000 folders); it is the oracle of the test.
 */
export function hashFile(name: string, content: Uint8Array): Buffer {
  return createHash("sha1").update(name).update(content).digest();
}

/** 40 hex digits. */
export function hashFolder(name: string, entries: readonly HashedEntry[]): string {
  const hash = createHash("sha1").update(name);
  for (const entry of entries.toSorted((a, b) => collator.compare(a.name, b.name))) {
    hash.update("entries" in entry ? hashFolder(entry.name, entry.entries) : entry.hash.toString("hex"));
  }
  return hash.digest("hex");
}

/** A file below a folder: its path, and the SHA-256 of its content as 64 hex digits. */
export interface FileSum {
  path: string;
  sum: string;
}

/**
 * SHA-256 of what `sha256sum` prints for all files of a folder in the order of their paths' bytes. Unlike the hash above it tells where a
 * name ends and a content begins.
 */
export function sumOfFolder(files: readonly FileSum[]): string {
  const lines = files
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
    .map(({ path, sum }) => checksumLine(path, sum));
  return createHash("sha256").update(lines.join("")).digest("hex");
}

/** Files that people and programs read; a README in small or capital letters is one as well. */
const readFiles = ["workspace.json", "README.md"];

/**
 * The file that one of this name could be mistaken for by hashFolder, which joins name and content: a part of the content could stand in the
 * name, and the hash be the same. Null where there is none.
 */
export function mistakenFor(name: string): string | null {
  const given = name.toLowerCase();
  return (
    readFiles.find((file) => {
      const read = file.toLowerCase();
      return given !== read && (given.startsWith(read) || read.startsWith(given));
    }) ?? null
  );
}
