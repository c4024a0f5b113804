import { once } from "node:events";
import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { details } from "../../strings/doctor.ts";
import { makeGet } from "./fetch.ts";

const server = createServer((request, response) => {
  const answer = answers[request.url!];
  if (!answer) return response.end("x".repeat(10));
  const [status, headers, body] = answer;
  return response.writeHead(status, headers).end(body);
});
const ten = "x".repeat(10);
const answers: Record<string, [status: number, headers: OutgoingHttpHeaders, body: string | Buffer]> = {
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [`/${status}`, [status, { location: "/plain#top" }, "moved"]]),
  ),
  "/300": [300, { location: "/plain" }, "choose"],
  "/200": [200, { location: "/elsewhere" }, "here"],
  "/404": [404, { location: "/elsewhere" }, "gone"],
  "/nowhere": [302, {}, "moved"],
  "/mail": [302, { location: "mailto:a@example.org" }, ""],
  "/circle": [302, { location: "/circle" }, ""],
  "/into-circle": [302, { location: "/circle" }, ""],
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`/hop${i}`, [302, { location: `/hop${i + 1}` }, ""]]),
  ),
  "/gzip": [200, { "content-encoding": "GZIP" }, gzipSync(ten)],
  "/x-gzip": [200, { "content-encoding": "x-gzip" }, gzipSync(ten)],
  "/deflate": [200, { "content-encoding": "deflate" }, deflateSync(ten)],
  "/br": [200, { "content-encoding": "br" }, brotliCompressSync(ten)],
  "/identity": [200, { "content-encoding": "identity" }, ten],
  "/torn": [200, { "content-encoding": "gzip" }, ten],
  "/torn-br": [200, { "content-encoding": "br" }, "\xff\xff\xff"],
  "/headers": [200, { "X-Two": ["a", "b"] }, ten],
};
let url: string;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const get = makeGet({ timeout: 30_000 });

test("reads a body when it is as long as the limit", async () =>
  expect(await get(url, { limit: 10 })).toMatchObject({ ok: true, cut: false, body: { length: 10 } }));

test("refuses a body when it is a byte longer than the limit", async () =>
  expect(await get(url, { limit: 9 })).toMatchObject({ ok: false, fault: { code: "too-large" } }));

test("cuts a body at the limit when that was asked for", async () =>
  expect(await get(url, { limit: 9, cut: true })).toMatchObject({
    ok: true,
    cut: true,
    body: { length: 9 },
  }));

const at = (path: string) => get(new URL(path, url).href, { limit: 100 });
const textAt = async (path: string): Promise<string | undefined> => {
  const result = await at(path);
  return result.ok ? new TextDecoder().decode(result.body) : undefined;
};

test.each([301, 302, 303, 307, 308])("follows a redirect with status %i", async (status) =>
  expect(await at(`/${status}`)).toMatchObject({
    ok: true,
    status: 200,
    url: `${url}plain`,
    hops: [`${url}${status}`, `${url}plain`],
  }),
);

test.each([
  ["/200", 200, "here"],
  ["/404", 404, "gone"],
  ["/300", 300, ""],
])("stays at %s, whatever its location says", async (path, status, body) => {
  expect(await at(path)).toMatchObject({ ok: true, status });
  expect(await textAt(path)).toBe(body);
});

test.each<[path: string, code: string, args: (url: string) => object]>([
  ["/nowhere", "redirect-broken", () => ({ detail: details.noLocation })],
  ["/mail", "redirect-broken", () => ({ detail: '"mailto:a@example.org"' })],
  ["/circle", "redirect-loop", (at) => ({ detail: `${at} → ${at}` })],
  ["/into-circle", "redirect-loop", () => ({ url: `${url}circle`, detail: `${url}circle → ${url}circle` })],
  ["/hop1", "redirect-many", () => ({ url: `${url}hop12`, limit: "10" })],
  ["/torn", "bad-encoding", () => ({ encoding: "gzip", detail: "incorrect header check" })],
  ["/torn-br", "bad-encoding", () => ({ encoding: "br", detail: expect.stringMatching(/./) })],
])("reports that %s is %s", async (path, code, args) => {
  const at = new URL(path, url).href;
  const { host } = new URL(url);
  const own = code === "bad-encoding" ? { host } : {};
  expect(await get(at, { limit: 100 })).toMatchObject({
    ok: false,
    fault: { code, args: { url: at, ...own, ...args(at) } },
  });
});

test("follows ten redirects", async () => expect(await textAt("/hop2")).toBe("x".repeat(10)));

test.each(["/gzip", "/x-gzip", "/deflate", "/br", "/identity"])("unpacks %s", async (path) =>
  expect(await textAt(path)).toBe("x".repeat(10)),
);

test("joins a header that comes twice", async () =>
  expect(await at("/headers")).toMatchObject({ headers: { "x-two": "a, b" } }));

test("says who asks, and which encodings are unpacked", async () => {
  let headers: object = {};
  server.once("request", (request) => void (headers = request.headers));
  await at("/plain");
  expect(headers).toMatchObject({
    "user-agent": "kasm-registry-doctor",
    accept: "*/*",
    "accept-encoding": "gzip, deflate, br",
  });
});
