import { mkdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import { readJson, run, temporaryFolder, writeFiles } from "../support/run.ts";
import { mixed, type List } from "../support/site-contract.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);

test("two builds of one input are the same bytes, whatever the clock, the locale, the time zone, the cache and the order on the disk", async () => {
  const files = Object.entries(mixed);
  mkdirSync(path("a"));
  mkdirSync(path("b"));
  writeFiles(path("a"), Object.fromEntries(files));
  writeFiles(path("b"), Object.fromEntries(files.toReversed()));
  const env = { SOURCE_DATE_EPOCH: "1700000000" };
  const site = ["--site", "https://example.org/"];
  expect(
    (
      await run("build", ["--workspaces", path("a"), "--out", path("out-a"), ...site], {
        ...env,
        LC_ALL: "C",
        TZ: "UTC",
      })
    ).code,
  ).toBe(0);
  for (const [file] of files) utimesSync(path("b", file), 1, 1);
  expect(
    (
      await run("build", ["--workspaces", path("b"), "--out", path("out-b"), "--no-cache", ...site], {
        ...env,
        LC_ALL: "sv_SE.UTF-8",
        TZ: "Pacific/Apia",
      })
    ).code,
  ).toBe(0);
  expect(filesBelow(path("out-b"))).toEqual(filesBelow(path("out-a")));
  for (const file of filesBelow(path("out-a")))
    expect(readFileSync(path("out-b", file)).equals(readFileSync(path("out-a", file))), file).toBe(true);
  expect(readJson<List>(path("out-a"), "1.0", "list.json").modified).toBe(1_700_000_000_000);
});
