import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import type { Server } from "node:http";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../../tests/support/run.ts";
import { staticServer } from "./serve.ts";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
let server: Server;
beforeAll(async () => {
  writeFiles(folder, {
    "secret.txt": "outside",
    "secret/file.txt": "outside",
    "site-of-yesterday/file.txt": "outside",
    "site/404.html": "nothing here",
    "site/index.html": "home",
    "site/all/index.html": "all",
    "site/1.0/icons/notepad++ caf\u00e9.svg": "<svg/>",
    "site/1.0/icons/cafe\u0301.svg": "<svg/>",
    "site/1.0/icons/100% c#.svg": "<svg/>",
  });
  server = staticServer(join(folder, "site"), "/base/");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Status, content type or location, and body. The path is sent as it is written. */
const get = (path: string, method = "GET"): Promise<[number, string, string]> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: "127.0.0.1", path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      const { location, "content-type": type = "" } = response.headers;
      response.on("end", () => resolve([response.statusCode ?? 0, location ?? type, body]));
    })
      .on("error", reject)
      .end();
  });

test.each([
  ["/base/", 200, "text/html;charset=utf-8", "home"],
  ["/base/all/?page=2", 200, "text/html;charset=utf-8", "all"],
  ["/base", 301, "/base/", ""],
  ["/base/all", 301, "/base/all/", ""],
  ["/base/1.0/icons/notepad%2B%2B%20caf%C3%A9.svg", 200, "image/svg+xml", "<svg/>"],
  ["/base/1.0/icons/cafe%CC%81.svg", 200, "image/svg+xml", "<svg/>"],
  ["/base/1.0/icons/100%25%20c%23.svg", 200, "image/svg+xml", "<svg/>"],
  [`/base/${"x".repeat(3000)}`, 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/missing/", 404, "text/html;charset=utf-8", "nothing here"],
  ["/elsewhere/", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/../secret.txt", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/%2e%2e/secret.txt", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/..%2fsecret.txt", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/..%2fsecret", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/..%2fsite-of-yesterday%2ffile.txt", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/..%2f..", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/all/..%5c..%5csecret", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/..%2fsite%2fall", 404, "text/html;charset=utf-8", "nothing here"],
  ["/..%2fsecret", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/all..", 404, "text/html;charset=utf-8", "nothing here"],
  ["/base/%00", 400, "", ""],
  ["/base/%zz", 400, "", ""],
])("answers %s with %d", async (path, ...answer) => {
  expect(await get(path)).toEqual(answer);
});

test.skipIf(process.platform === "win32")("a file that cannot be opened ends its answer alone", async () => {
  const closed = createServer().listen(join(folder, "site/closed.sock"));
  await once(closed, "listening");
  await expect(get("/base/closed.sock")).rejects.toThrow();
  expect((await get("/base/"))[0]).toBe(200);
  closed.close();
});

test("a range that ends before it begins ends its answer alone", async () => {
  const { port } = server.address() as AddressInfo;
  const headers = { range: "bytes=3-1" };
  await expect(fetch(`http://127.0.0.1:${port}/base/`, { headers })).rejects.toThrow();
  expect((await get("/base/"))[0]).toBe(200);
});

test("a site without a page for what is missing says so all the same", async () => {
  renameSync(join(folder, "site/404.html"), join(folder, "404.html"));
  expect(await get("/base/missing")).toEqual([404, "text/html;charset=utf-8", ""]);
  renameSync(join(folder, "404.html"), join(folder, "site/404.html"));
});

test.each([
  ["/base/1.0/icons/cafe%CC%81.svg", "sandbox"],
  ["/base/1.0/icons/PICTURE.SVGZ", "sandbox"],
  ["/base/", undefined],
])("keeps an opened drawing from running: %s", async (path, policy) => {
  const { port } = server.address() as AddressInfo;
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
  expect(headers.get("content-security-policy")?.split("; ").at(-1)).toBe(policy);
});

test("answers HEAD without a body, and refuses other methods", async () => {
  expect(await get("/base/", "HEAD")).toEqual([200, "text/html;charset=utf-8", ""]);
  expect((await get("/base/", "POST"))[0]).toBe(405);
});

test.each([
  ["localhost", 200],
  ["LOCALHOST:4321", 200],
  ["127.0.0.1:80", 200],
  ["[::1]:4321", 200],
  ["evil.example", 421],
  ["evil.example:4321", 421],
  ["localhost.evil.example", 421],
  ["127.0.0.1.evil.example", 421],
])(
  "the host %s is answered with %i",
  (host, status) =>
    new Promise<void>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ port, host: "127.0.0.1", path: "/base/", headers: { host } }, (response) => {
        response.resume();
        expect(response.statusCode).toBe(status);
        resolve();
      })
        .on("error", reject)
        .end();
    }),
);

test.skipIf(!existsSync("/proc/self/fd"))(
  "a download that the visitor ends leaves no file open",
  async () => {
    const isOpen = (): boolean =>
      readdirSync("/proc/self/fd").some((descriptor) => {
        try {
          return readlinkSync(`/proc/self/fd/${descriptor}`).endsWith("/large.bin");
        } catch {
          return false;
        }
      });
    writeFileSync(join(folder, "site/large.bin"), Buffer.alloc(50_000_000));
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const asked = request({ port, host: "127.0.0.1", path: "/base/large.bin" }, (response) =>
        response.once("data", () => {
          expect(isOpen()).toBe(true);
          asked.destroy();
          resolve();
        }),
      );
      asked.on("error", () => undefined).end();
    });
    await expect.poll(isOpen).toBe(false);
  },
);
