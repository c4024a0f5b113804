import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { refusals as words } from "../strings/publish.ts";
import { writeFiles } from "../../tests/support/run.ts";
import { builtLists } from "./built-lists.ts";

const site = mkdtempSync(join(tmpdir(), "built-lists-"));
afterAll(() => rmSync(site, { recursive: true }));

test("reads the lists that are there", () => {
  expect(builtLists(site)).toEqual(new Map());
  writeFiles(site, { "1.1/list.json": { name: "a" } });
  expect(builtLists(site)).toEqual(new Map([[join(site, "1.1/list.json"), { name: "a" }]]));
});

test.each(["", "{", "null", "[]", "5", "[".repeat(200_000)])("says that %j is damaged", (text) => {
  writeFiles(site, { "1.0/list.json": text });
  expect(() => builtLists(site)).toThrow(new Error(words.damagedList(join(site, "1.0/list.json"))));
});

test("waits for no pipe", () => {
  rmSync(join(site, "1.0/list.json"));
  execFileSync("mkfifo", [join(site, "1.0/list.json")]);
  expect(() => builtLists(site)).toThrow(new Error(words.damagedList(join(site, "1.0/list.json"))));
});
