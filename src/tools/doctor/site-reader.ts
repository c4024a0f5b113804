import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Get } from "./fetch.ts";
import { printable, size } from "./printable.ts";
import type { FetchedFile, FetchResult, Limits } from "./request.ts";

/** Reads the files of one registry: from a web server, or from a folder treated as one. */
export interface SiteReader {
  /** The address of a file, for messages: `path` is relative to the root, with each part already escaped. */
  address: (path: string) => string;
  get: (path: string, limits: Limits) => Promise<FetchResult>;
}

/** Joins as Kasm does (open): a slash is added where the address has none. */
export const joinAddress = (root: string, path: string): string =>
  (root.endsWith("/") ? root : root + "/") + path;

export function webReader(root: string, get: Get): SiteReader {
  const address = (path: string): string => joinAddress(root, path);
  return { address, get: (path, limits) => get(address(path), limits) };
}

/** A built site on the disk, answering as a plain static server would: case-sensitive, nothing outside the folder. */
export function folderReader(folder: string): SiteReader {
  const namesIn = rememberNames();
  const address = (path: string): string => `${printable(folder)}/${path}`;
  return {
    address,
    async get(path, limits) {
      const answer = (status: number, body: Uint8Array, cut: boolean): FetchedFile => ({
        ok: true,
        status,
        url: address(path),
        hops: [address(path)],
        headers: {},
        body,
        cut,
      });
      const file = await findExactly(folder, path, namesIn);
      if (file === null) return answer(404, new Uint8Array(), false);
      const url = address(path);
      try {
        // One byte more than is wanted tells that the file goes on.
        const body = await readStart(file, limits.limit + 1);
        if (body.length <= limits.limit) return answer(200, body, false);
        if (limits.cut) return answer(200, body.subarray(0, limits.limit), true);
        return { ok: false, url, fault: { code: "too-large", args: { url, limit: size(limits.limit) } } };
      } catch (cause) {
        const args = { url, detail: printable((cause as Error).message) };
        return { ok: false, url, fault: { code: "connection-broken", args } };
      }
    },
  };
}

/** The first bytes of a file. */
async function readStart(file: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: most - 1 }) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

type NamesIn = (folder: string) => Promise<ReadonlySet<string>>;

/** The names in a folder, each read once: a folder of thousands is asked for each of its files. */
function rememberNames(): NamesIn {
  const known = new Map<string, ReturnType<NamesIn>>();
  return (folder) => {
    const names =
      known.get(folder) ??
      readdir(folder).then(
        (all) => new Set(all),
        () => new Set<string>(),
      );
    known.set(folder, names);
    return names;
  };
}

/** The regular file at a path, or null. Names must match exactly, also on disks that ignore case. */
async function findExactly(folder: string, path: string, namesIn: NamesIn): Promise<string | null> {
  let at = folder;
  for (const part of path.split("/")) {
    let name: string;
    try {
      name = decodeURIComponent(part);
    } catch {
      return null;
    }
    if (name === "" || name === "." || name === ".." || /[/\\\0]/.test(name)) return null;
    if (!(await namesIn(at)).has(name)) return null;
    at = join(at, name);
  }
  const [real, root] = await Promise.all([
    realpath(at).catch(() => null),
    realpath(folder).catch(() => null),
  ]);
  if (real === null || root === null || !(real + sep).startsWith(root + sep)) return null;
  return (await stat(real)).isFile() ? real : null;
}
