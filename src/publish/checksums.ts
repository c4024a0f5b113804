import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const checksumFile = "SHA256SUMS";

/** The files below a folder, as paths with forward slashes in code-unit order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/**
 * Writes SHA256SUMS over everything else in the folder, in the form that `sha256sum --check` reads. `known` are hex sums of files that
 * this very build wrote; the others are read. Returns the number of files.
 */
export function writeChecksums(folder: string, known: ReadonlyMap<string, string> = new Map()): number {
  const files = filesBelow(folder).filter((file) => file !== checksumFile);
  const lines = files.map((file) => `${known.get(file) ?? createHash("sha256").update(readFileSync(join(folder, file))).digest("hex")}  ${file}`);
  writeFileSync(join(folder, checksumFile), lines.map((line) => `${line}\n`).join(""));
  return files.length;
}
