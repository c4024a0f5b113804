import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const checksumFile = "SHA256SUMS";

/** The files below a folder, as paths with forward slashes in code-unit order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, ""),
    )
    .sort();
}

/** Writes SHA256SUMS over everything else in the folder, in the form that `sha256sum --check` reads. */
export function writeChecksums(folder: string): void {
  const lines = filesBelow(folder)
    .filter((file) => file !== checksumFile)
    .map((file) => `${sumOf(readFileSync(join(folder, file)))}  ${file}\n`);
  writeFileSync(join(folder, checksumFile), lines.join(""));
}

function sumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
