import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checksumLine } from "../registry/read/checksum-line.ts";

export const checksumFile = "SHA256SUMS";
/** The attestation of the publishing workflow, in Sigstore's format. */
export const attestationFile = "provenance.sigstore.json";
/** Files that are about the checksums, and therefore not in them; the last is a signature by minisign. */
export const unlistedFiles: readonly string[] = [checksumFile, attestationFile, `${checksumFile}.minisig`];

/** The files below a folder, as paths with forward slashes in code-unit order; no link is followed. */
export function filesBelow(folder: string): string[] {
  return below(folder)
    .flatMap(({ path, isFile }) => (isFile ? [path] : []))
    .sort();
}

/** Everything below a folder but the folders in it; links, pipes and devices are no files. Node's own `recursive` follows links to folders. */
export function entriesBelow(folder: string): string[] {
  return below(folder)
    .map(({ path }) => path)
    .sort();
}

function below(folder: string, path = ""): { path: string; isFile: boolean }[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path + entry.name;
    return entry.isDirectory() ? below(folder, `${inner}/`) : [{ path: inner, isFile: entry.isFile() }];
  });
}

/** Writes SHA256SUMS over everything in the folder but what is about it. */
export function writeChecksums(folder: string): void {
  const lines = filesBelow(folder)
    .filter((file) => !unlistedFiles.includes(file))
    .map((file) => checksumOf(file, readFileSync(join(folder, file))));
  writeFileSync(join(folder, checksumFile), lines.join(""));
}

/** The line of a file. */
export function checksumOf(file: string, bytes: Uint8Array): string {
  return checksumLine(file, createHash("sha256").update(bytes).digest("hex"));
}
