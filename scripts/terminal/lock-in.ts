import { existsSync } from "node:fs";
import { join } from "node:path";
import { largestJson } from "../../src/registry/json/decode.ts";
import { imagesFile, readImageLock, type ImageLock } from "../../src/registry/model/image-lock.ts";
import { readWhole } from "../../src/registry/read/open-file.ts";
import { images as words } from "../../src/strings/images.ts";

/** What a content folder knows about images: undefined where it keeps nothing, null where that cannot be read. */
export function lockIn(root: string): ImageLock | null | undefined {
  const path = join(root, imagesFile);
  if (!existsSync(path)) return undefined;
  try {
    return readImageLock(readWhole(path, largestJson).toString());
  } catch {
    return null;
  }
}

/** The same, empty where nothing is kept; throws where it cannot be read. */
export function readableLockIn(root: string): ImageLock {
  const lock = lockIn(root);
  if (lock === null) throw new Error(words.broken(imagesFile));
  return lock ?? new Map();
}
