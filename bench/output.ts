import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a built folder holds. Bytes; `gzip` is of each HTML page, JSON file and picture by itself, as a host would send it. */
export interface Output {
  files: number;
  bytes: number;
  gzip: number;
}

const counted = /\.(html|json|png|webp|svg|jpe?g|gif|ico)$/i;

/** Counts a built folder. */
export function countOutput(folder: string): Output {
  const output: Output = { files: 0, bytes: 0, gzip: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    output.files++;
    output.bytes += bytes.length;
    if (counted.test(entry.name)) output.gzip += Math.min(bytes.length, gzipSync(bytes, { level: 6 }).length);
  }
  return output;
}
