import { withoutQuery } from "../registry/model/address.ts";
import { readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import sirv from "sirv";
import { drawingPolicy, isDrawing } from "../site/policy.ts";

/** Serves a built site below its base path as web hosts do: a folder's address ends in a slash, and 404.html is the answer for the rest. */
export function staticServer(folder: string, base = "/"): Server {
  const files = sirv(folder, { dev: true, etag: true });
  return createServer((request, response) => {
    const answer = (status: number, headers: Record<string, string>, body: string | Uint8Array = ""): void =>
      void response.writeHead(status, headers).end(body);
    const path = pathOf(request.url ?? "/");
    // Another name that leads here would let a stranger's page read what is served to this machine alone.
    if (!isLoopback(request.headers.host)) return answer(421, {});
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { allow: "GET, HEAD" });
    if (path === null) return answer(400, {});
    const notFound = (): void =>
      answer(404, { "content-type": "text/html;charset=utf-8" }, pageIn(folder, "404.html"));
    // What is outside must not even be seen to exist: pages of other origins may read the answer.
    if (/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path)) return notFound();
    if (`${path}/` === base || (path.startsWith(base) && isFolder(join(folder, path.slice(base.length - 1)))))
      if (!path.endsWith("/"))
        return answer(301, { location: `${encodeURI(path.replace(/^\/{2,}/, "/"))}/` });
    response.setHeader("x-content-type-options", "nosniff");
    if (isDrawing(path)) response.setHeader("content-security-policy", drawingPolicy);
    // A Kasm server's web page reads lists from other origins, as GitHub Pages allows too.
    response.setHeader("access-control-allow-origin", "*");
    if (!path.startsWith(base)) return notFound();
    const pathname = path.slice(base.length - 1);
    const url = encodeURI(pathname);
    // sirv lets a file that cannot be opened, or a range that ends before it begins, end the process.
    response.once("pipe", (file: Readable) => file.once("error", () => response.destroy()));
    try {
      // sirv looks here first, as Polka has it; its own reading would end a name at # or ?.
      files(Object.assign(request, { url, _parsedUrl: { raw: url, pathname } }), response, notFound);
    } catch {
      response.destroy();
    }
    // sirv leaves the file of a download open that the visitor ends.
    response.once("unpipe", (file: Readable) => file.destroy());
  });
}

const isLoopback = (host: string | undefined): boolean =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? "localhost");

/** The path of an address, decoded; null where it cannot be read. */
export function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(withoutQuery(url));
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}

/** A page, empty where the site has none: it may be in the middle of being built anew. */
function pageIn(folder: string, name: string): string | Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch {
    return "";
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Absent, or a name that no disk can hold.
    return false;
  }
}
