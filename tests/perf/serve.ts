import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { mediaTypes } from "../../src/publish/serve.ts";

export interface Served {
  /** Of the home page. */
  address: string;
  close: () => Promise<void>;
}

/** Serves a built folder below a base path that ends in a slash, texts compressed with gzip as the usual hosts do. */
export async function serveCompressed(folder: string, base: string): Promise<Served> {
  const compressed = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").replace(/[?#].*$/, ""));
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : null;
    const file = inside === null ? null : join(folder, inside.endsWith("/") ? `${inside}index.html` : inside);
    if (file === null || !existsSync(file) || !statSync(file).isFile())
      return void response.writeHead(404).end();
    const type = mediaTypes[extname(file).toLowerCase()] ?? "application/octet-stream";
    const isText = /^text|json|javascript|svg|xml/.test(type);
    let bytes = compressed.get(file);
    if (!bytes) {
      bytes = readFileSync(file);
      if (isText) compressed.set(file, (bytes = gzipSync(bytes)));
    }
    response
      .writeHead(200, {
        "content-type": type,
        "content-length": bytes.length,
        ...(isText ? { "content-encoding": "gzip" } : {}),
      })
      .end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
