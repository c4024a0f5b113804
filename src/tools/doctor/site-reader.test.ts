import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folderReader, joinAddress, webReader } from "./site-reader.ts";

const parent = mkdtempSync(join(tmpdir(), "site-reader-"));
const folder = join(parent, "site");
mkdirSync(join(folder, "sub"), { recursive: true });
writeFileSync(join(folder, "ten.txt"), "0123456789");
writeFileSync(join(folder, "sub/a b.txt"), "x");
writeFileSync(join(parent, "secret.txt"), "secret");
mkdirSync(join(parent, "site-beside"));
writeFileSync(join(parent, "site-beside/secret.txt"), "secret");
symlinkSync("ten.txt", join(folder, "inside.txt"));
symlinkSync("../secret.txt", join(folder, "outside.txt"));
symlinkSync("../site-beside", join(folder, "beside"));
symlinkSync("nowhere", join(folder, "broken.txt"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const reader = folderReader(folder);
const address = (path: string): string => `${folder}/${path}`;
const found = (path: string, status: number, text: string, cut = false) => ({
  ok: true,
  status,
  url: address(path),
  hops: [address(path)],
  headers: {},
  body: new Uint8Array(Buffer.from(text)),
  cut,
});
const got = async (path: string, limits: { limit: number; cut?: boolean }) => {
  const result = await reader.get(path, limits);
  return result.ok ? { ...result, body: new Uint8Array(result.body) } : result;
};

test.each([
  ["ten.txt", "0123456789"],
  ["sub/a%20b.txt", "x"],
  ["inside.txt", "0123456789"],
])("answers %s as a web server would", async (path, text) =>
  expect(await got(path, { limit: 10 })).toEqual(found(path, 200, text)),
);

test.each([
  "TEN.txt",
  "gone.txt",
  "sub",
  "",
  "sub//a%20b.txt",
  "./ten.txt",
  "sub/../ten.txt",
  "sub%2Fa%20b.txt",
  "sub%5Ca%20b.txt",
  "ten.txt%00",
  "%E0",
  "../secret.txt",
  "outside.txt",
  "beside/secret.txt",
  "broken.txt",
  "ten.txt/x",
])("has no file %s", async (path) => expect(await got(path, { limit: 10 })).toEqual(found(path, 404, "")));

test("cuts at the limit, or refuses", async () => {
  expect(await got("ten.txt", { limit: 9, cut: true })).toEqual(found("ten.txt", 200, "012345678", true));
  expect(await got("ten.txt", { limit: 9 })).toEqual({
    ok: false,
    url: address("ten.txt"),
    fault: { code: "too-large", args: { url: address("ten.txt"), limit: "9 bytes" } },
  });
});

test("joins addresses as Kasm does", async () => {
  expect(joinAddress("https://a.example/r", "1.0/x")).toBe("https://a.example/r/1.0/x");
  expect(joinAddress("https://a.example/r/", "1.0/x")).toBe("https://a.example/r/1.0/x");
  const asked: unknown[] = [];
  const web = webReader("https://a.example/r", (...args) => {
    asked.push(args);
    return Promise.resolve(found("", 200, "") as never);
  });
  await web.get("x", { limit: 3 });
  expect([web.address("x"), asked]).toEqual([
    "https://a.example/r/x",
    [["https://a.example/r/x", { limit: 3 }]],
  ]);
});
