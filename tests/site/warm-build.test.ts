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
const folders = (): string[] =>
  readdirSync(path("in"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const count = 12;

/** Builds with what earlier builds kept, and without; both must be the same bytes. */
async function expectSameAsCold(): Promise<void> {
  for (const [out, ...cache] of [
    ["warm", "--cache", path("cache")],
    ["cold", "--no-cache"],
  ] as const) {
    expect(await run("build", ["--workspaces", path("in"), "--out", path(out), ...cache])).toMatchObject({
      code: 0,
    });
  }
  expect(filesBelow(path("warm"))).toEqual(filesBelow(path("cold")));
  for (const file of filesBelow(path("cold")))
    expect(readFileSync(path("warm", file)).equals(readFileSync(path("cold", file))), file).toBe(true);
}

beforeAll(async () => {
  await generateRegistry(path("in"), count, { seed: 7 });
  expect(
    await run("build", ["--workspaces", path("in"), "--out", path("warm"), "--cache", path("cache")]),
  ).toMatchObject({ code: 0 });
});

test("the first build keeps the icons", () => {
  expect(entries()).toBeGreaterThanOrEqual(count);
});

test("after one workspace came, one went, and one became another's neighbour", async () => {
  const [, gone, renamed, moved] = folders();
  writeFiles(path("in"), workspaceFolder("Newcomer", { categories: ["Browser"] }));
  rmSync(path("in", gone!), { recursive: true });
  renameSync(path("in", renamed!), path("in", "Notes Elsewhere"));
  const file = path("in", moved!, "workspace.json");
  writeFileSync(file, JSON.stringify({ ...readJson(file), categories: ["Browser"] }));
  await expectSameAsCold();
});

test("after a picture in a README.md became another under the same name", async () => {
  const picture = async (side: number): Promise<Buffer> => {
    writeFiles(path("in"), {
      "Newcomer/README.md": "![The window](window.png)\n",
      "Newcomer/window.png": png(side),
    });
    await expectSameAsCold();
    return readFileSync(path("warm", "workspaces/newcomer/picture-1.webp"));
  };
  expect((await picture(70)).equals(await picture(90))).toBe(false);
});

test("with every cached icon damaged", async () => {
  const cache = path("cache", "icons");
  for (const entry of readdirSync(cache))
    writeFileSync(join(cache, entry), readFileSync(join(cache, entry)).subarray(0, 40));
  await expectSameAsCold();
});
