import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import { generateRegistry } from "../support/generate-registry.ts";
import { png } from "../support/made-up-registry.ts";
import { readJson, run, temporaryFolder, workspaceFolder, writeFiles } from "../support/run.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);
const entries = (): number => readdirSync(path("cache", "icons")).length;
/** Of generated workspaces. */
const folders = (): string[] =>
  readdirSync(path("in"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "Pictured")
    .map(({ name }) => name)
    .sort();
const count = 12;

const build = async (out: string, ...cache: string[]): Promise<void> =>
  expect(await run("build", ["--workspaces", path("in"), "--out", path(out), ...cache])).toMatchObject({
    code: 0,
  });
const buildWarm = (): Promise<void> => build("warm", "--cache", path("cache"));

/** Both sites must be the same bytes. */
function expectSame(): void {
  expect(filesBelow(path("warm"))).toEqual(filesBelow(path("cold")));
  for (const file of filesBelow(path("cold")))
    expect(readFileSync(path("warm", file)).equals(readFileSync(path("cold", file))), file).toBe(true);
}

beforeAll(async () => {
  await generateRegistry(path("in"), count, { seed: 7 });
  writeFiles(path("in"), {
    ...workspaceFolder("Pictured"),
    "Pictured/README.md": "![The window](window.png)\n",
    "Pictured/window.png": png(70),
  });
  await buildWarm();
});

test("keeps the icons of the first build", () => {
  expect(entries()).toBeGreaterThanOrEqual(count);
});

test("builds the bytes of a build without a cache when workspaces and pictures have changed", async () => {
  const before = readFileSync(path("warm", "workspaces/pictured/picture-1.webp"));
  const [, gone, renamed, moved] = folders();
  writeFiles(path("in"), workspaceFolder("Newcomer", { categories: ["Browser"] }));
  rmSync(path("in", gone!), { recursive: true });
  renameSync(path("in", renamed!), path("in", "Notes Elsewhere"));
  const file = path("in", moved!, "workspace.json");
  writeFileSync(file, JSON.stringify({ ...readJson(file), categories: ["Browser"] }));
  // Another picture under the same name.
  writeFiles(path("in"), { "Pictured/window.png": png(90) });
  await buildWarm();
  await build("cold", "--no-cache");
  expectSame();
  expect(readFileSync(path("warm", "workspaces/pictured/picture-1.webp")).equals(before)).toBe(false);
});

test("builds the same bytes when every cached icon is damaged", async () => {
  const cache = path("cache", "icons");
  for (const entry of readdirSync(cache))
    writeFileSync(join(cache, entry), readFileSync(join(cache, entry)).subarray(0, 40));
  await buildWarm();
  expectSame();
});
