import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readContent } from "../../src/registry/read/content.ts";
import { contentOf, folderWith, registriesCopy } from "../support/folder.ts";
import { run } from "../support/run.ts";

const one = '{\n  "name": "a:1", "compatibility": ["1.9.x", "1.19.x"], "uncompressed_size_mb": 9\n}\n';
const two = '{"compatibility": [{"version": "1.19.x", "image": "b:1", "uncompressed_size_mb": 9}]}';
const files = { "One/workspace.json": one, "Two/workspace.json": two, "One/one.png": "" };

test("adds a version to both schemas, once", async () => {
  const folder = folderWith(files);
  const shown = await run("add-version", ["1.20.x", "--workspaces", folder, "--dry-run"]);
  expect(shown).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('+  "name": "a:1", "compatibility": ["1.9.x", "1.19.x", "1.20.x"]'),
  });
  expect(contentOf(folder)).toStrictEqual(contentOf(folderWith(files)));
  expect(await run("add-version", ["1.20.x", "--workspaces", folder])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("2 of 2 workspaces changed."),
  });
  const after = contentOf(folder);
  expect(after["One/workspace.json"]).toBe(one.replace('"1.19.x"]', '"1.19.x", "1.20.x"]'));
  expect(after["Two/workspace.json"]).toBe(
    two.replace("}]", '}, {"version": "1.20.x", "image": "b:1", "uncompressed_size_mb": 9}]'),
  );
  expect(await run("add-version", ["1.20.x", "--workspaces", folder])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("0 of 2 workspaces changed."),
  });
  expect(contentOf(folder)).toStrictEqual(after);
});

test("some workspaces only, from one version, in another schema", async () => {
  const folder = folderWith(files);
  await run("add-version", ["1.20.x", "--workspaces", folder, "--only", "Two", "--image-tag", "2"]);
  expect(contentOf(folder)).toMatchObject({
    "One/workspace.json": one,
    "Two/workspace.json": expect.stringContaining('"image": "b:2"'),
  });
  await run("add-version", ["1.21.x", "--workspaces", folder, "--from", "1.9.x"]);
  expect(contentOf(folder)["Two/workspace.json"]).not.toContain("1.21.x");
  expect(
    await run("add-version", ["1.22.x", "--convert", "1.1", "--workspaces", folder, "--only", "One"]),
  ).toMatchObject({ code: 0 });
  expect(
    JSON.parse(contentOf(folder)["One/workspace.json"]!).compatibility.map(
      ({ version }: { version: string }) => version,
    ),
  ).toStrictEqual(["1.9.x", "1.19.x", "1.21.x", "1.22.x"]);
  const refused = await run("add-version", ["--convert", "1.0", "--workspaces", folder]);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "Two would lose what schema 1.0 cannot say: 1.19.x with the image b:1. --force drops it.",
    ),
  });
  expect(await run("add-version", ["--convert", "1.0", "--force", "--workspaces", folder])).toMatchObject({
    code: 0,
  });
});

test("examples that step aside stay as they were delivered, so that they are not published", async () => {
  const folder = folderWith(files);
  const sha = (name: string): string =>
    readContent(folder).sources.find((source) => source.folder === name)!.sha;
  writeFileSync(join(folder, ".examples.json"), JSON.stringify({ One: sha("One") }));
  expect(await run("add-version", ["1.20.x", "--workspaces", folder])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("1 of 1 workspace changed."),
  });
  expect(contentOf(folder)["One/workspace.json"]).toBe(one);
  expect(await run("add-version", ["1.20.x", "--workspaces", folder, "--only", "One"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("1 of 1 workspace changed."),
  });
});

test("reports files it cannot edit and continues", async () => {
  const folder = folderWith({ ...files, "Bad/workspace.json": "{,}" });
  expect(await run("add-version", ["1.20.x", "--workspaces", folder])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Bad cannot be read as JSON"),
    stdout: expect.stringContaining("2 of 3 workspaces changed, 1 could not be edited."),
  });
});

test("wrong use says so and ends with 2", async () => {
  const folder = folderWith(files);
  for (const args of [
    [],
    ["1.20"],
    ["latest"],
    ["1.20.x", "1.21.x"],
    ["--convert", "2.0"],
    ["1.20.x", "--from", "x"],
    ["--convert", "1.1", "--from", "1.19.x"],
    ["1.20.x", "--image-tag", "a b"],
    ["1.20.x", "--only", "No"],
    ["1.20.x", "--workspaces", "/nowhere/at/all"],
  ]) {
    expect(await run("add-version", ["--workspaces", folder, ...args])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--help"),
    });
  }
  expect(contentOf(folder)).toStrictEqual(contentOf(folderWith(files)));
});

test("changes every workspace.json of real registries that can be edited, and once", async () => {
  const folder = registriesCopy();
  const before = contentOf(folder);
  await run("add-version", ["1.20.x", "--workspaces", folder]);
  const after = contentOf(folder);
  const touched = Object.keys(before).filter((path) => before[path] !== after[path]);
  expect(touched.length).toBeGreaterThan(10);
  expect(touched.every((path) => path.endsWith("/workspace.json"))).toBe(true);
  await run("add-version", ["1.20.x", "--workspaces", folder]);
  expect(contentOf(folder)).toStrictEqual(after);
});
