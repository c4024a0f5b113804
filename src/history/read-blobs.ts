import { largestJson } from "../registry/json/decode.ts";
import { git } from "../registry/read/git.ts";

/** Bytes that git hands over in one go. */
const batchSize = 64 * 1024 * 1024;

/** The contents of blobs by id. Those that are missing, or larger than a workspace.json may be, are left out. */
export function readBlobs(root: string, ids: Iterable<string>): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  let batch: string[] = [];
  let size = 0;
  for (const { id, bytes } of sizesOf(root, [...new Set(ids)])) {
    if (size + bytes > batchSize) {
      readBatch(root, batch, blobs);
      [batch, size] = [[], 0];
    }
    batch.push(id);
    size += bytes;
  }
  readBatch(root, batch, blobs);
  return blobs;
}

function sizesOf(root: string, ids: readonly string[]): { id: string; bytes: number }[] {
  if (ids.length === 0) return [];
  const { out } = git(root, ["cat-file", "--batch-check", "--buffer"], { input: `${ids.join("\n")}\n` });
  return out
    .toString("latin1")
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, type, size]) => type === "blob" && Number(size) <= largestJson)
    .map(([id = "", , size]) => ({ id, bytes: Number(size) }));
}

/** Output of `--batch`: `<id> blob <size>`, a line end, the bytes, a line end. */
function readBatch(root: string, ids: readonly string[], blobs: Map<string, Uint8Array>): void {
  if (ids.length === 0) return;
  const { out } = git(root, ["cat-file", "--batch", "--buffer"], { input: `${ids.join("\n")}\n` });
  for (let at = 0; at < out.length;) {
    const start = out.indexOf("\n", at) + 1;
    const [id = "", , size] = out.toString("latin1", at, start - 1).split(" ");
    if (start === 0 || size === undefined) return;
    blobs.set(id, out.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
}
