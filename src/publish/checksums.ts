import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
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

/** Hex SHA-256 of every file below a folder, by path. `known` are those of files that this very build wrote; the others are read. */
export function sumFiles(folder: string, known: ReadonlyMap<string, string>): Map<string, string> {
  const sumOf = (file: string): string => createHash("sha256").update(readFileSync(join(folder, file))).digest("hex");
  return new Map(filesBelow(folder).map((file) => [file, known.get(file) ?? sumOf(file)]));
}

/** Writes SHA256SUMS over everything else in the folder, in the form that `sha256sum --check` reads. Returns the number of files. */
export function writeChecksums(folder: string, sums: readonly ReadonlyMap<string, string>[]): number {
  const lines = new Map(sums.flatMap((some) => [...some]));
  lines.delete(checksumFile);
  writeFileSync(join(folder, checksumFile), [...lines.keys()].sort().map((file) => `${lines.get(file)}  ${file}\n`).join(""));
  return lines.size;
}
