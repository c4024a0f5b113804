import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readContent } from "./content.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "content-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  [1000, []],
  [1001, ["file-too-large"]],
])("with %i files in a folder reports %j", (count, expected) => {
  mkdirSync(join(root, "Editor"));
  writeFileSync(join(root, "Editor", "workspace.json"), "{}");
  for (let i = 1; i < count; i++) writeFileSync(join(root, "Editor", `z${i}.txt`), "");
  expect(readContent(root).problems.map(({ code }) => code)).toEqual(expected);
});
