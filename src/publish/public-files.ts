import { disk } from "../strings/check.ts";
import { readdirSync } from "node:fs";
import { visible } from "../registry/model/text.ts";

/**
 * The files below public/, as paths with forward slashes, sorted; none where there is no such folder. Each one is published as it
 * is, so anything but a regular file is refused: a link could lead to any file of the machine that builds. Throws a sentence for people.
 */
export function listPublicFiles(folder: string): string[] {
  const files: string[] = [];
  const odd: string[] = [];
  walk(folder, "", files, odd);
  if (odd.length === 0) return files.sort();
  throw new Error(disk.publicFiles(odd.sort().map((path) => `public/${visible(path)}`)));
}

function walk(folder: string, below: string, files: string[], odd: string[]): void {
  for (const entry of listing(folder)) {
    const path = `${below}${entry.name}`;
    if (entry.isDirectory()) walk(`${folder}/${entry.name}`, `${path}/`, files, odd);
    // Lists of files, such as checksums, have a line for each.
    else (entry.isFile() && !/[\r\n]/.test(entry.name) ? files : odd).push(path);
  }
}

function listing(folder: string): import("node:fs").Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
