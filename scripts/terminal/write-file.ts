import { randomUUID } from "node:crypto";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Puts other content into a file, all or nothing: written beside it under another name, then renamed over it. The file keeps its permissions.
 * Throws what the disk says, with nothing left behind.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    writeFileSync(beside, content, { flag: "wx", mode: statSync(path).mode & 0o777 });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
