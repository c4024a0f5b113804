import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { png } from "../../../tests/support/made-up-registry.ts";
import { disk as words } from "../../strings/check.ts";
import { largestJson } from "../json/decode.ts";
import type { Problem } from "../model/problem.ts";
import { largestFile } from "./open-file.ts";
import { decodeText, list, readRegular, reporter, sourceFile, statOf } from "./regular-file.ts";

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), "regular-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("says in words why a folder cannot be listed", () => {
  expect(list(import.meta.filename)).toBe(words.causes.ENOTDIR);
  expect(list(join(import.meta.dirname, "gone"))).toBe(words.causes.ENOENT);
});

test("knows nothing of a file that is gone", () => expect(statOf(join(root, "gone"))).toBeNull());

const read = (name: string, limit: number, stats = statOf(join(root, name))!) => {
  const problems: Problem[] = [];
  const bytes = readRegular(root, name, stats, limit, reporter(problems))?.bytes ?? null;
  return { bytes, problems: problems.map(({ code, file, args }) => ({ code, file, args })) };
};

test.each([
  ["registry.json", largestJson, "1.0 MB", "1 MB"],
  ["icon.png", largestFile, "10.0 MB", "10 MB"],
])("reads %s up to %i bytes", (name, limit, size, limitInWords) => {
  writeFileSync(join(root, name), "");
  truncateSync(join(root, name), limit);
  expect(read(name, limit)).toMatchObject({ bytes: { length: limit }, problems: [] });
  truncateSync(join(root, name), limit + 1);
  expect(read(name, limit)).toEqual({
    bytes: null,
    problems: [
      { code: "file-too-large", file: name, args: { name: `"${name}"`, size, limit: limitInWords } },
    ],
  });
});

const kindOf = (...yes: (keyof Stats)[]): Stats =>
  new Proxy({} as Stats, { get: (_, key) => () => yes.includes(key as keyof Stats) });
test.each([
  [words.kinds.link, kindOf("isSymbolicLink")],
  [words.kinds.pipe, kindOf("isFIFO")],
  [words.kinds.socket, kindOf("isSocket")],
  [words.kinds.device, kindOf("isBlockDevice")],
])("does not open %s", (kind, stats) =>
  expect(read("x", 10, stats)).toEqual({
    bytes: null,
    problems: [{ code: "not-a-regular-file", file: "x", args: { name: '"x"', kind } }],
  }),
);

test("says why a file cannot be read", () => {
  writeFileSync(join(root, "a"), "");
  const stats = statOf(join(root, "a"))!;
  rmSync(join(root, "a"));
  expect(read("a", 10, stats)).toEqual({
    bytes: null,
    problems: [{ code: "unreadable", file: "a", args: { name: '"a"', cause: words.causes.ENOENT } }],
  });
});

test.each([
  ["icon.png", { format: "png", width: 64, height: 64, fault: null }],
  ["icon", { format: "png", width: 64, height: 64, fault: null }],
  ["notes.json.png", { format: "png", width: 64, height: 64, fault: null }],
  ["workspace.JSON", null],
  ["README.md", null],
])("looks for a picture in %s: %j", (name, image) => {
  const path = join(root, name);
  writeFileSync(path, png(64));
  const bytes = png(64);
  expect(sourceFile(path, name, lstatSync(path), { bytes })).toEqual({
    name,
    path,
    kind: "file",
    size: bytes.length,
    sha1: createHash("sha1").update(bytes).digest("hex"),
    image,
  });
});

test("knows no content of what was not read", () => {
  symlinkSync("nowhere", join(root, "link"));
  const of = (stats: Stats) => sourceFile("p", "n", stats, null);
  expect(of(lstatSync(join(root, "link")))).toMatchObject({ kind: "link", sha1: "", image: null });
  expect(of(lstatSync("/dev/null"))).toMatchObject({ kind: "other", sha1: "", image: null });
});

test("decodes what there is", () => {
  expect(decodeText(Uint8Array.of(0x61))).toBe("a");
  expect(decodeText(undefined)).toBeNull();
});
