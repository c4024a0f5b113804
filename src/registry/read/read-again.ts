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
    const code = (error as NodeJS.ErrnoException).code;
    const what =
      code === "ENOENT" || code === "ENOTDIR"
        ? "was removed"
        : code === "EACCES"
          ? "became unreadable"
          : code === "EFBIG"
            ? "changed"
            : "became something else than a file";
    throw new SourceChangedError(`it ${what} while the site was built; build again`);
  }
  if (createHash("sha1").update(bytes).digest("hex") !== sha1)
    throw new SourceChangedError("it changed while the site was built; build again");
  return bytes;
}
