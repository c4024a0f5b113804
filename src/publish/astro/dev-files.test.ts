import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawing, writeFiles } from "../../../tests/support/run.ts";
import { guardFiles } from "./dev-files.ts";

const outside = realpathSync(mkdtempSync(join(tmpdir(), "outside-")));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "dev-files-")));
const root = join(folder, "project");
const guard = guardFiles(root, join(root, "public"));
const server = createServer((request, response) => guard(request, response, () => response.end("served")));

beforeAll(async () => {
  writeFiles(outside, { "secret.txt": "secret", "folder/page.html": "x" });
  writeFiles(root, {
    "src/page.ts": "x",
    "public/logo.svg": drawing,
    "node_modules/real/index.js": "x",
  });
  for (const link of ["src/link.ts", "public/late.txt", "public/late.svg", "node_modules/linked.js"])
    symlinkSync(join(outside, "secret.txt"), join(root, link));
  symlinkSync(join(outside, "folder"), join(root, "public/folder"));
  symlinkSync(root, join(folder, "by-link"));
  symlinkSync("nowhere", join(root, "public/dangling"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  for (const folderOfTest of [outside, folder]) rmSync(folderOfTest, { recursive: true });
});

/** The status, and the policy of the answer. The path is sent as it is written. */
const get = (path: string): Promise<[number, string]> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: "127.0.0.1", path }, (response) => {
      response.resume();
      resolve([response.statusCode ?? 0, String(response.headers["content-security-policy"] ?? "")]);
    })
      .on("error", reject)
      .end();
  });

test.each([
  ["a link in src/", "/src/link.ts"],
  ["a link in src/, with a question", "/src/link.ts?import&raw"],
  ["a link in public/", "/late.txt"],
  ["a link in public/, by its folder", "/public/late.txt"],
  ["a link in public/, encoded", "/%6cate.txt"],
  ["a link in public/, by a detour", "/src/../late.txt"],
  ["a link in public/, by an encoded detour", "/src/%2e%2e/late.txt"],
  ["a link to a folder", "/folder/page.html"],
  ["a link by its path on the disk", `/@fs${root}/src/link.ts`],
  ["a link by its path on the disk, with more slashes", `/@fs/${root}/src//link.ts`],
  ["a file by the path of a linked folder", `/@fs${folder}/by-link/src/page.ts`],
  ["Astro's reader of pictures", "/_image?href=/@fs/etc/passwd"],
  ["Astro's reader of pictures, encoded", "/%5fimage?href=/@fs/etc/passwd"],
  ["Astro's reader of pictures, by a detour", "/./_image?href=/@fs/etc/passwd"],
  ["Astro's reader of pictures, with a slash", "/_image/?href=/@fs/etc/passwd"],
  ["Vite's way to start an editor", "/__open-in-editor?file=package.json"],
  ["Vite's way to start an editor, encoded", "/%5f_open-in-editor?file=package.json"],
  ["Vite's way to start an editor, in capitals", "/__OPEN-in-editor?file=package.json"],
  ["Vite's way to start an editor, by a detour", "//./__open-in-editor?file=package.json"],
  ["what cannot be decoded", "/%zz"],
  ["what would speak to the terminal", "/%1b[31m"],
  ["what would speak to the terminal, in one character", "/%C2%9b31m"],
])("refuses %s", async (_, path) => expect((await get(path))[0]).toBe(404));

test.each([
  ["a file", "/src/page.ts"],
  ["a file of public/", "/logo.svg"],
  ["a file by its path on the disk", `/@fs${root}/src/page.ts`],
  ["a folder behind a link, which is a page's address", "/folder/"],
  ["a link to nowhere, which no server serves", "/dangling"],
  ["packages", "/node_modules/real/index.js"],
  ["linked packages", "/node_modules/linked.js"],
  ["pages", "/workspaces/editor/"],
  ["what no disk can hold", `/${"x".repeat(5000)}`],
])("hands on %s", async (_, path) => expect((await get(path))[0]).toBe(200));

test.each(["/logo.svg", "/1.0/icons/a%20b.SVG", "/x.svgz?raw", "/late.svg", "/x%2esvg", "/@fs/x.svg"])(
  "keeps a drawing from running: %s",
  async (path) => expect((await get(path))[1]).toMatch(/^default-src 'none'; .*; sandbox$/),
);

test.each(["/", "/a.svg/", "/svg", "/x.png"])("leaves %s without a policy", async (path) =>
  expect((await get(path))[1]).toBe(""),
);
