import { join } from "node:path";
import { expect, test } from "vitest";
import { disk as words } from "../../strings/check.ts";
import { list } from "./regular-file.ts";

test("says in words why a folder cannot be listed", () => {
  expect(list(import.meta.filename)).toBe(words.causes.ENOTDIR);
  expect(list(join(import.meta.dirname, "gone"))).toBe(words.causes.ENOENT);
});
