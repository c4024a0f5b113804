import {
  createServer as createHttp,
  type RequestListener,
  type ServerResponse,
  type IncomingMessage,
} from "node:http";
import { createServer as createHttps } from "node:https";
import { createServer as createTcp, type AddressInfo, type Server } from "node:net";

export interface Served {
  /** With a slash at its end. */
  root: string;
  port: number;
  /** Paths asked for, in order. */
  asked: string[];
  /** The most requests that were open at one time. */
  mostAtOnce: () => number;
  close: () => Promise<void>;
}

/** A file of a made-up registry: its bytes, or what the server does instead of sending any. */
export type Item = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void);
export interface File {
  body: Item;
  status?: number;
  headers?: Record<string, string>;
}
export type Files = Record<string, File>;

const types: Record<string, string> = {
  txt: "text/plain; charset=utf-8",
  json: "application/json",
  html: "text/html",
  png: "image/png",
  svg: "image/svg+xml",
  jpg: "image/jpeg",
};

/** Serves a made-up registry below a path ("/" or "/sub/") on 127.0.0.1. "*" answers whatever is not there. */
export async function serveFiles(
  files: Files,
  { base = "/", tls }: { base?: string; tls?: { cert: string; key: string } } = {},
): Promise<Served> {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const listener: RequestListener = (request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0]!);
    asked.push(path);
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    const name = path.startsWith(base) ? path.slice(base.length) || "index.html" : "";
    const file = files[name] ??
      files["*"] ?? { status: 404, body: "<html>not here</html>", headers: { "content-type": "text/html" } };
    if (typeof file.body === "function") return file.body(request, response);
    const type = types[/\.(\w+)$/.exec(name)?.[1] ?? ""];
    response.writeHead(file.status ?? 200, {
      "content-length": Buffer.byteLength(file.body),
      ...(type === undefined ? {} : { "content-type": type }),
      ...file.headers,
    });
    response.end(file.body);
  };
  const server = tls ? createHttps(tls, listener) : createHttp(listener);
  const { port, close } = await listen(server);
  return {
    root: `${tls ? "https" : "http"}://127.0.0.1:${port}${base}`,
    port,
    asked,
    mostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections();
      await close();
    },
  };
}

/** A port that answers with bytes of our choice, whatever is said to it. */
export async function serveBytes(bytes: string): Promise<Served> {
  const server = createTcp((socket) => {
    socket.on("error", () => {});
    socket.resume();
    socket.end(bytes);
  });
  const { port, close } = await listen(server);
  return { root: `http://127.0.0.1:${port}/`, port, asked: [], mostAtOnce: () => 0, close };
}

/** A port on which nobody listens any more. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listen(createTcp());
  await close();
  return port;
}

async function listen(server: Server): Promise<{ port: number; close: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
