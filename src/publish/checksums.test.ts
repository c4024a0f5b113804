import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, writeChecksums } from "./checksums.ts";

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

test("what a link leads to is no part of a site", () => {
  const folder = mkdtempSync(join(tmpdir(), "checksums-"));
  try {
    mkdirSync(join(folder, "site/b/c"), { recursive: true });
    mkdirSync(join(folder, "outside"));
    for (const path of ["site/b/c/2", "site/b/1", "site/a", "outside/x"])
      writeFileSync(join(folder, path), "");
    symlinkSync("../outside", join(folder, "site/linked"));
    symlinkSync("../outside/x", join(folder, "site/x"));
    expect(filesBelow(join(folder, "site"))).toEqual(["a", "b/1", "b/c/2"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
