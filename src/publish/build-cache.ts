import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const day = 24 * 60 * 60 * 1000;

/**
 * What was made before, by what it was made from: a changed icon or another recipe has another key, so an entry is never stale.
 * Entries that no build used for some days are removed. A damaged entry is made anew: each carries its own hash.
 */
export class BuildCache {
  readonly #folder: string;
  readonly #unusedDays: number;

  constructor(folder: string, unusedDays: number) {
    this.#folder = folder;
    this.#unusedDays = unusedDays;
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      // The disk is full or read-only: nothing is found here, and nothing is kept.
    }
  }

  /** The parts stored under these words, or null. */
  read(key: readonly string[]): Uint8Array[] | null {
    const path = this.#path(key);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      return null;
    }
    touch(path);
    return unpack(bytes);
  }

  /** Stores parts under these words. A cache that cannot be written is no error. */
  write(key: readonly string[], parts: readonly Uint8Array[]): void {
    const path = this.#path(key);
    const temporary = `${path}.${process.pid}`;
    try {
      writeFileSync(temporary, pack(parts));
      renameSync(temporary, path);
    } catch {
      remove(temporary);
    }
  }

  /** Removes what no build has used for that long. */
  evict(): void {
    evictOlder(this.#folder, this.#unusedDays);
  }

  #path(key: readonly string[]): string {
    return join(this.#folder, createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 40));
  }
}

/** Says that the entry is of use, once a day; where nothing can be written, it says nothing. */
function touch(path: string): void {
  try {
    if (Date.now() - statSync(path).mtimeMs > day) utimesSync(path, new Date(), new Date());
  } catch {
    // Another build removed it meanwhile, or the disk is read-only.
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written, nothing was.
  }
}

/** Removes the files below a folder that are older than some days. A folder that is not there is no error. */
export function evictOlder(folder: string, days: number): void {
  for (const path of filesIn(folder)) {
    try {
      if (Date.now() - statSync(path).mtimeMs > days * day) rmSync(path);
    } catch {
      // Another build removed it first, or nothing can be removed here.
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** SHA-256 of the rest, then each part behind its length in four bytes. */
function pack(parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
  return Buffer.concat([createHash("sha256").update(body).digest(), body]);
}

function unpack(bytes: Buffer): Uint8Array[] | null {
  const body = bytes.subarray(32);
  if (!createHash("sha256").update(body).digest().equals(bytes.subarray(0, 32))) return null;
  const parts: Uint8Array[] = [];
  for (let at = 0; at + 4 <= body.length;) {
    const length = body.readUInt32BE(at);
    parts.push(body.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}
