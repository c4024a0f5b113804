import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Follows no link and waits for no pipe, also where one took the place of a file a moment ago. Windows knows neither flag. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Bytes of one file of a workspace folder at most. The largest real icon has 2 MB. */
export const largestFile = 10 * 1024 * 1024;

/** All bytes of a regular file. Throws as node:fs does, EFBIG where it has more than `maxBytes`, ENOTSUP where it is a pipe or a device. */
export function readWhole(path: string, maxBytes: number): Buffer {
  const file = openSync(path, flags);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() && !stats.isDirectory()) throw coded("ENOTSUP");
    const bytes = stats.size > maxBytes && stats.isFile() ? null : readFileSync(file);
    if (bytes === null || bytes.length > maxBytes) throw coded("EFBIG");
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** An error as node:fs has it; its code is put in words where it is reported. */
function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
