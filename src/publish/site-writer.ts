import { linkSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { sumOf } from "./checksums.ts";

/** Writes files below a folder and remembers the SHA-256 of each, so that none is read again for the checksums. */
export class SiteWriter {
  /** Hex, by path below the folder with forward slashes. */
  readonly sums = new Map<string, string>();
  readonly #root: string;
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = resolve(root);
  }

  /** Writes the same content under one or several paths. Throws, and writes none, where one leads out of the folder: names come from the content. */
  write(paths: readonly string[], content: Uint8Array): void {
    const sum = sumOf([content]);
    const [first, ...others] = paths.map((path) => this.#placeOf(path));
    this.#writeOne(first!, content);
    for (const other of others) {
      this.makeFolder(dirname(other));
      try {
        // A second name for the same bytes. Copying programs and archives for GitHub Pages make two files of it.
        linkSync(first!, other);
      } catch {
        this.#writeOne(other, content);
      }
    }
    for (const path of paths) this.sums.set(path, sum);
  }

  #placeOf(path: string): string {
    const place = join(this.#root, path);
    if (!place.startsWith(this.#root + sep)) throw new Error(`${JSON.stringify(path)} is outside the site.`);
    return place;
  }

  #writeOne(target: string, content: Uint8Array): void {
    this.makeFolder(dirname(target));
    writeFileSync(target, content);
  }

  makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }
}
