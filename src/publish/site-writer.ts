import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes files below a folder and remembers the SHA-256 of each, so that none is read again for the checksums. */
export class SiteWriter {
  /** Hex, by path below the folder with forward slashes. */
  readonly sums = new Map<string, string>();
  readonly #root: string;
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Writes the same content under one or several paths. Without promises: they wait behind the pictures that sharp works on. */
  write(paths: readonly string[], content: Uint8Array): void {
    const sum = createHash("sha256").update(content).digest("hex");
    for (const path of paths) {
      const target = join(this.#root, path);
      this.makeFolder(dirname(target));
      writeFileSync(target, content);
      this.sums.set(path, sum);
    }
  }

  makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }
}
