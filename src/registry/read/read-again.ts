import { disk } from "../../strings/check.ts";
import { createHash } from "node:crypto";
import { largestFile, readWhole } from "./open-file.ts";
import type { SourceFile } from "../model/types.ts";

/** A file is no longer what it was when it was checked. The message is half a sentence about the file. */
export class SourceChangedError extends Error {}

/**
 * The bytes of a file that was checked before: what was checked is what is published. A file that has changed since is refused, and neither a
 * link nor a pipe that took its place is followed or waited for. Throws SourceChangedError.
 */
export function readAgain({ path, sha1 }: Pick<SourceFile, "path" | "sha1">): Buffer {
  let bytes: Buffer;
  try {
    bytes = readWhole(path, largestFile);
  } catch (error) {
    throw new SourceChangedError(causeOf((error as NodeJS.ErrnoException).code));
  }
  if (createHash("sha1").update(bytes).digest("hex") !== sha1)
    throw new SourceChangedError(disk.changed.content);
  return bytes;
}

function causeOf(code: string | undefined): string {
  if (code === "ENOENT" || code === "ENOTDIR") return disk.changed.removed;
  if (code === "EACCES") return disk.changed.unreadable;
  return code === "EFBIG" ? disk.changed.content : disk.changed.noFile;
}
