import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readWhole } from "./open-file.ts";

function fileOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "file"), bytes);
  return join(folder, "file");
}

test.each([0, 1, 3_000_000])("a file of %i bytes", (size) => {
  const bytes = Buffer.alloc(size, 7);
  expect(readWhole(fileOf(bytes), size)).toEqual(bytes);
});

test.skipIf(process.platform === "win32")("a link, and a device that never ends, are refused", () => {
  const link = `${fileOf(Buffer.from("text"))}-link`;
  symlinkSync("file", link);
  expect(() => readWhole(link, 10)).toThrow(/ELOOP/);
  expect(() => readWhole("/dev/zero", 10)).toThrow(expect.objectContaining({ code: "ENOTSUP" }));
});

test("reads no byte more than is allowed", () => {
  expect(() => readWhole(fileOf(Buffer.alloc(11)), 10)).toThrow(expect.objectContaining({ code: "EFBIG" }));
});

test("refuses a folder and a name that nothing has", () => {
  expect(() => readWhole(tmpdir(), 10)).toThrow(/EISDIR/);
  expect(() => readWhole(join(tmpdir(), "nothing of this name"), 10)).toThrow(/ENOENT/);
});
