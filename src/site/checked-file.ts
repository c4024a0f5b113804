import { refusals } from "../strings/publish.ts";
import { readAgain } from "../registry/read/read-again.ts";
import type { SourceFile } from "../registry/model/types.ts";

/** The bytes of a file that a page shows, as they were when the registry was checked. Throws a sentence that names the file where they are no longer. */
export function readChecked(file: SourceFile): Buffer {
  try {
    return readAgain(file);
  } catch (error) {
    throw new Error(
      refusals.changedFile({
        file: file.path.split(/[\\/]/).slice(-2).join("/"),
        cause: (error as Error).message,
      }),
    );
  }
}
