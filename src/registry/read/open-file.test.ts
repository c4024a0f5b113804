import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readBriefly } from "./open-file.ts";

function fileOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-file-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "file"), bytes);
  return join(folder, "file");
}

// 256 KiB and multiples are where the memory is just full.
test.each([0, 1, 262_143, 262_144, 262_145, 524_288, 3_000_000])(
  "a file of %i bytes, after a larger and a smaller one",
  (size) => {
    const bytes = Buffer.alloc(size).map((_, i) => (i * 31) >> 3);
    readBriefly(fileOf(Buffer.alloc(4_000_000, 7)), 4_000_000);
    readBriefly(fileOf(Buffer.from("small")), 5);
    expect(Buffer.compare(readBriefly(fileOf(bytes), size), bytes)).toBe(0);
  },
);

test("no byte more than is allowed", () => {
  expect(() => readBriefly(fileOf(Buffer.alloc(11)), 10)).toThrow(expect.objectContaining({ code: "EFBIG" }));
});

test("a folder, and nothing, are refused", () => {
  expect(() => readBriefly(tmpdir(), 10)).toThrow(/EISDIR/);
  expect(() => readBriefly(join(tmpdir(), "nothing of this name"), 10)).toThrow(/ENOENT/);
});
