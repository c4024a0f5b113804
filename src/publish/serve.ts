import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { createGzip } from "node:zlib";

/** Media types of everything that a built site holds. */
export const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".zip": "application/zip",
};

/** A static file server as hosts of such sites behave: folders end in a slash, text is compressed, 404.html for what is not there, nothing outside the folder. */
export function staticServer(folder: string, base = "/"): Server {
  const root = realpathSync(folder);
  return createServer((request, response) => serve(root, base, request, response));
}

function serve(root: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD")
    return end(response, 405, "Only GET and HEAD are served.");
  const path = pathOf(request.url ?? "/");
  if (path === null) return end(response, 400, "This address cannot be read.");
  if (`${path}/` === base) return redirect(response, base);
  const inside = path.startsWith(base) ? path.slice(base.length) : null;
  const found = inside === null ? null : resolveFile(root, inside);
  if (found === "folder") return redirect(response, `${encodeURI(path)}/`);
  if (found) return send(request, response, 200, found);
  const notFound = resolveFile(root, "404.html");
  if (notFound && notFound !== "folder") return send(request, response, 404, notFound);
  end(response, 404, "Nothing is here.");
}

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}

/** The file that an address below the base names; "folder" where its slash is missing; null where there is none. */
function resolveFile(root: string, inside: string): string | "folder" | null {
  const path = join(root, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
  try {
    const real = realpathSync(path);
    if (!real.startsWith(root + sep)) return null;
    return statSync(real).isDirectory() ? "folder" : real;
  } catch {
    return null;
  }
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
  const type = mediaTypes[extname(file).toLowerCase()] ?? "application/octet-stream";
  const { size } = statSync(file);
  const isText = /^text\/|json|xml/.test(type);
  const compress = isText && size > 1000 && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  response.writeHead(status, {
    "content-type": type,
    ...(compress ? { "content-encoding": "gzip" } : { "content-length": size }),
    ...(isText ? { vary: "accept-encoding" } : {}),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    // A Kasm server's web page reads lists from other origins, as GitHub Pages allows too.
    "access-control-allow-origin": "*",
  });
  if (request.method === "HEAD") return void response.end();
  const content = createReadStream(file).on("error", () => response.destroy());
  if (compress) content.pipe(createGzip()).pipe(response);
  else content.pipe(response);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location: location.replace(/^\/{2,}/, "/") }).end();
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
