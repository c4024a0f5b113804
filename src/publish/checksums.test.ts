import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { writeChecksums } from "./checksums.ts";

test("names with line breaks and backslashes are written as sha256sum reads them", () => {
  const folder = mkdtempSync(join(tmpdir(), "checksums-"));
  try {
    for (const name of ["plain", "a\nb", "a\rb", "a\\b", "a\\nb"]) writeFileSync(join(folder, name), name);
    writeChecksums(folder);
    execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
