import { largestJson } from "../registry/json/decode.ts";
import { git as words } from "../strings/check.ts";
import { git } from "../registry/read/git.ts";

/**
 * Bytes of all versions of all workspaces at most, some 30,000 of real ones: a small repository can hold much that is alike, and a version
 * takes twenty times its bytes once it is reviewed.
 */
const largestHistory = 64 * 1024 * 1024;

/**
 * The contents of blobs by id. Those that have more than `largest` bytes, by default those of a workspace.json, are left out. Throws half a
 * sentence where git fails, where some are missing, or where they have more than `most` bytes together.
 */
export function readBlobs(
  root: string,
  ids: Iterable<string>,
  { most = largestHistory, largest = largestJson }: { most?: number; largest?: number } = {},
): Map<string, Uint8Array> {
  const sizes = sizesOf(root, [...new Set(ids)]).filter(({ bytes }) => bytes <= largest);
  if (sizes.reduce((sum, { bytes }) => sum + bytes, 0) > most)
    throw new Error(words.tooManyVersions(Math.ceil(most / 1_000_000)));
  return contentsOf(
    root,
    sizes.map(({ id }) => id),
  );
}

function sizesOf(root: string, ids: readonly string[]): { id: string; bytes: number }[] {
  if (ids.length === 0) return [];
  const lines = ask(root, "--batch-check", ids).toString("latin1").split("\n");
  if (lines.some((line) => line.endsWith(" missing"))) throw new Error(words.missingVersions);
  return lines
    .map((line) => line.split(" "))
    .filter(([, type]) => type === "blob")
    .map(([id = "", , size]) => ({ id, bytes: Number(size) }));
}

/** Output of `--batch`: `<id> blob <size>`, a line end, the bytes, a line end. */
function contentsOf(root: string, ids: readonly string[]): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const out = ask(root, "--batch", ids);
  for (let at = 0; at < out.length;) {
    const start = out.indexOf("\n", at) + 1;
    const [id = "", , size] = out.toString("latin1", at, start - 1).split(" ");
    if (start === 0 || size === undefined) break;
    blobs.set(id, out.subarray(start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return blobs;
}

function ask(root: string, option: string, ids: readonly string[]): Buffer {
  const { ok, out, error } = git(root, ["cat-file", option, "--buffer"], { input: `${ids.join("\n")}\n` });
  if (!ok) throw new Error(error);
  return out;
}
