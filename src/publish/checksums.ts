import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const checksumFile = "SHA256SUMS";

/** The files below a folder, as paths with forward slashes in code-unit order. */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const look = (prefix: string): void => {
    for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
      if (entry.isDirectory()) look(`${prefix}${entry.name}/`);
      else if (entry.isFile()) files.push(prefix + entry.name);
    }
  };
  look("");
  return files.sort();
}

/** SHA-256 in hex, of what the parts are together; a text counts in UTF-8. */
export function sumOf(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** Hex SHA-256 of every file below a folder, by path. `known` are those of files that this very build wrote; the others are read. */
export function sumFiles(folder: string, known: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    filesBelow(folder).map((file) => [file, known.get(file) ?? sumOf(piecesOf(join(folder, file)))]),
  );
}

const room = Buffer.alloc(256 * 1024);

/** A file piece by piece, each of which holds until the next: thousands of pages, each whole, would be in memory until the garbage is collected. */
function* piecesOf(path: string): Generator<Uint8Array, void> {
  const file = openSync(path, "r");
  try {
    for (let length; (length = readSync(file, room)) > 0;) yield room.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Writes SHA256SUMS over everything else in the folder, in the form that `sha256sum --check` reads. Returns the number of files. */
export function writeChecksums(folder: string, sums: readonly ReadonlyMap<string, string>[]): number {
  const lines = new Map(sums.flatMap((some) => [...some]));
  lines.delete(checksumFile);
  writeFileSync(
    join(folder, checksumFile),
    [...lines.keys()]
      .sort()
      .map((file) => `${lines.get(file)}  ${file}\n`)
      .join(""),
  );
  return lines.size;
}
