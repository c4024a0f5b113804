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

/**
 * Writes SHA256SUMS over everything else in the folder, in the form that `sha256sum --check` reads. `known` are hex sums of files that
 * this very build wrote; the others are read. Returns the number of files.
 */
export function writeChecksums(folder: string, known: readonly ReadonlyMap<string, string>[] = []): number {
  const files = filesBelow(folder).filter((file) => file !== checksumFile);
  const sumOf = (file: string): string | undefined => known.find((sums) => sums.has(file))?.get(file);
  const lines = files.map((file) => `${sumOf(file) ?? createHash("sha256").update(readFileSync(join(folder, file))).digest("hex")}  ${file}`);
  writeFileSync(join(folder, checksumFile), lines.map((line) => `${line}\n`).join(""));
  return files.length;
}
