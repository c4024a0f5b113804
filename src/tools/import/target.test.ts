import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isSafePath, occupied } from "./target.ts";

test.each([
  ["Editor/workspace.json", true],
  ["Editor/.gitlike/x", true],
  ["Editor/my.git", true],
  ["Editor/git~x", true],
  ["Editor/x.git~1", true],
  ["Editor//x", false],
  ["./x", false],
  ["Editor/../x", false],
  ["Editor/a\\b", false],
  ["Editor/a\0b", false],
  [".git/config", false],
  ["Editor/.GIT", false],
  ["Editor/.git.x", false],
  ["Editor/.gitmodules", true],
  ["GIT~1/config", false],
])("whether %j may be written: %j", (path, isSafe) => expect(isSafePath(path)).toBe(isSafe));

test.each(["registry.json", ".examples.json"])("a pipe called %s is not waited for", (name) => {
  const folder = mkdtempSync(join(tmpdir(), "target-"));
  try {
    execFileSync("mkfifo", [join(folder, name)]);
    expect(occupied(folder) === null).toBe(name === ".examples.json");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
