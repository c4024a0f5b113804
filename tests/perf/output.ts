import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a built folder holds. Bytes; the last three are of each file by itself after gzip, as a host would send it. A file with two names counts twice. */
export interface Output {
  files: number;
  bytes: number;
  html: number;
  json: number;
  pictures: number;
}

const kinds = { html: /\.html$/i, json: /\.json$/i, pictures: /\.(png|webp|svg|jpe?g|gif|ico)$/i } as const;

/** Counts a built folder. */
export function countOutput(folder: string): Output {
  const output: Output = { files: 0, bytes: 0, html: 0, json: 0, pictures: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    output.files++;
    output.bytes += bytes.length;
    for (const [kind, pattern] of Object.entries(kinds) as [keyof typeof kinds, RegExp][])
      if (pattern.test(entry.name))
        output[kind] += Math.min(bytes.length, gzipSync(bytes, { level: 6 }).length);
  }
  return output;
}
