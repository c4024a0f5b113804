import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Answer, Get, Limits, Outcome } from "./fetch.ts";
import { printable, size } from "./printable.ts";

/** Where the files of one registry come from: a web server, or a folder treated as one. */
export interface Source {
  /** The address of a file, for messages: `path` is relative to the root, with each part already escaped. */
  address: (path: string) => string;
  get: (path: string, limits: Limits) => Promise<Outcome>;
}

/** Joins as Kasm does (open): a slash is added where the address has none. */
export const joinAddress = (root: string, path: string): string =>
  (root.endsWith("/") ? root : root + "/") + path;

export function webSource(root: string, get: Get): Source {
  const address = (path: string): string => joinAddress(root, path);
  return { address, get: (path, limits) => get(address(path), limits) };
}

const types: Record<string, string> = {
  txt: "text/plain",
  json: "application/json",
  html: "text/html",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  ico: "image/vnd.microsoft.icon",
  avif: "image/avif",
  bmp: "image/bmp",
};

/** A built site on the disk, answering as a plain static server would: case-sensitive, nothing outside the folder. */
export function folderSource(folder: string): Source {
  const address = (path: string): string => `${printable(folder)}/${path}`;
  return {
    address,
    async get(path, limits) {
      const answer = (status: number, body: Uint8Array, cut: boolean): Answer => {
        const type = types[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ""];
        return {
          ok: true,
          status,
          url: address(path),
          hops: [address(path)],
          headers: type && status === 200 ? { "content-type": type } : {},
          body,
          cut,
        };
      };
      const file = await findExactly(folder, path);
      if (file === null) return answer(404, new Uint8Array(), false);
      const chunks: Buffer[] = [];
      let received = 0;
      try {
        for await (const chunk of createReadStream(file, { end: limits.limit }) as AsyncIterable<Buffer>) {
          chunks.push(chunk);
          received += chunk.length;
        }
      } catch (cause) {
        return {
          ok: false,
          url: address(path),
          fault: {
            code: "connection-broken",
            args: { url: address(path), detail: printable((cause as Error).message) },
          },
        };
      }
      const body = Buffer.concat(chunks);
      if (received <= limits.limit) return answer(200, body, false);
      if (limits.cut) return answer(200, body.subarray(0, limits.limit), true);
      return {
        ok: false,
        url: address(path),
        fault: { code: "too-large", args: { url: address(path), limit: size(limits.limit) } },
      };
    },
  };
}

/** The regular file at a path, or null. Names must match to the letter, also on disks that do not care about case. */
async function findExactly(folder: string, path: string): Promise<string | null> {
  let at = folder;
  for (const part of path.split("/")) {
    let name: string;
    try {
      name = decodeURIComponent(part);
    } catch {
      return null;
    }
    if (name === "" || name === "." || name === ".." || /[/\\\0]/.test(name)) return null;
    const names = await readdir(at).catch(() => [] as string[]);
    if (!names.includes(name)) return null;
    at = join(at, name);
  }
  const [real, root] = await Promise.all([
    realpath(at).catch(() => null),
    realpath(folder).catch(() => null),
  ]);
  if (real === null || root === null || !(real + sep).startsWith(root + sep)) return null;
  return (await stat(real)).isFile() ? real : null;
}
