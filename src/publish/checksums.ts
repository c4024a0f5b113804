import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

export const checksumFile = "SHA256SUMS";

/** The files below a folder, as paths with forward slashes in code-unit order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(folder.length).replaceAll(sep, "/").replace(/^\/+/, ""),
    )
    .sort();
}

/** Writes SHA256SUMS over everything else in the folder. */
export function writeChecksums(folder: string): void {
  const lines = filesBelow(folder)
    .filter((file) => file !== checksumFile)
    .map((file) => checksumLine(file, readFileSync(join(folder, file))));
  writeFileSync(join(folder, checksumFile), lines.join(""));
}

/** The line of a file in the form that `sha256sum --check` reads, which marks names with line breaks or backslashes. */
export function checksumLine(file: string, bytes: Uint8Array): string {
  const sum = createHash("sha256").update(bytes).digest("hex");
  const escaped = file.replace(
    /[\\\n\r]/g,
    (char) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[char] ?? char,
  );
  return `${escaped === file ? "" : "\\"}${sum}  ${escaped}\n`;
}
