import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readContent } from "../../src/registry/read/content.ts";
import { contentOf, corpus, corpusCopy, folderWith, run } from "../support/command.ts";

const one = '{\n  "name": "a:1", "compatibility": ["1.9.x", "1.19.x"], "uncompressed_size_mb": 9\n}\n';
const two = '{"compatibility": [{"version": "1.19.x", "image": "b:1", "uncompressed_size_mb": 9}]}';
const files = { "One/workspace.json": one, "Two/workspace.json": two, "One/one.png": "" };

test("adds a version to both shapes, once", () => {
  const folder = folderWith(files);
  const shown = run("add-version.ts", ["1.20.x", "--workspaces", folder, "--dry-run"]);
  expect(shown).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('+  "name": "a:1", "compatibility": ["1.9.x", "1.19.x", "1.20.x"]'),
  });
  expect(contentOf(folder)).toStrictEqual(contentOf(folderWith(files)));
  expect(run("add-version.ts", ["1.20.x", "--workspaces", folder])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("2 of 2 workspaces changed."),
  });
  const after = contentOf(folder);
  expect(after["One/workspace.json"]).toBe(one.replace('"1.19.x"]', '"1.19.x", "1.20.x"]'));
  expect(after["Two/workspace.json"]).toBe(
    two.replace("}]", '}, {"version": "1.20.x", "image": "b:1", "uncompressed_size_mb": 9}]'),
  );
  expect(run("add-version.ts", ["1.20.x", "--workspaces", folder])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("0 of 2 workspaces changed."),
  });
  expect(contentOf(folder)).toStrictEqual(after);
});

test("some workspaces only, from one version, in another shape", () => {
  const folder = folderWith(files);
  run("add-version.ts", ["1.20.x", "--workspaces", folder, "--only", "Two", "--image-tag", "2"]);
  expect(contentOf(folder)).toMatchObject({
    "One/workspace.json": one,
    "Two/workspace.json": expect.stringContaining('"image": "b:2"'),
  });
  run("add-version.ts", ["1.21.x", "--workspaces", folder, "--from", "1.9.x"]);
  expect(contentOf(folder)["Two/workspace.json"]).not.toContain("1.21.x");
  expect(
    run("add-version.ts", ["1.22.x", "--convert", "1.1", "--workspaces", folder, "--only", "One"]),
  ).toMatchObject({ status: 0 });
  expect(
    JSON.parse(contentOf(folder)["One/workspace.json"]!).compatibility.map(
      ({ version }: { version: string }) => version,
    ),
  ).toStrictEqual(["1.9.x", "1.19.x", "1.21.x", "1.22.x"]);
  const refused = run("add-version.ts", ["--convert", "1.0", "--workspaces", folder]);
  expect(refused).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(
      "Two would lose what the 1.0 shape cannot say: 1.19.x with the image b:1. --force drops it.",
    ),
  });
  expect(run("add-version.ts", ["--convert", "1.0", "--force", "--workspaces", folder])).toMatchObject({
    status: 0,
  });
});

test("examples that step aside stay as they were delivered, so that they are not published", () => {
  const folder = folderWith(files);
  const sha = (name: string): string =>
    readContent(folder).sources.find((source) => source.folder === name)!.sha;
  writeFileSync(join(folder, ".examples.json"), JSON.stringify({ One: sha("One") }));
  expect(run("add-version.ts", ["1.20.x", "--workspaces", folder])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("1 of 1 workspace changed."),
  });
  expect(contentOf(folder)["One/workspace.json"]).toBe(one);
  expect(run("add-version.ts", ["1.20.x", "--workspaces", folder, "--only", "One"])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("1 of 1 workspace changed."),
  });
});

test("what cannot be edited is named, the rest is done", () => {
  const folder = folderWith({ ...files, "Bad/workspace.json": "{,}" });
  expect(run("add-version.ts", ["1.20.x", "--workspaces", folder])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("Bad cannot be read as JSON"),
    stdout: expect.stringContaining("2 of 3 workspaces changed, 1 could not be edited."),
  });
});

test("wrong use says so and ends with 2", () => {
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
    expect(run("add-version.ts", ["--workspaces", folder, ...args])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("--help"),
    });
  }
  expect(contentOf(folder)).toStrictEqual(contentOf(folderWith(files)));
});

test.skipIf(!existsSync(corpus))("on real registries (skipped where ../shared/corpus is absent)", () => {
  const folder = corpusCopy();
  const before = contentOf(folder);
  run("add-version.ts", ["1.20.x", "--workspaces", folder]);
  const after = contentOf(folder);
  const touched = Object.keys(before).filter((path) => before[path] !== after[path]);
  expect(touched.length).toBeGreaterThan(120);
  expect(touched.every((path) => path.endsWith("/workspace.json"))).toBe(true);
  run("add-version.ts", ["1.20.x", "--workspaces", folder]);
  expect(contentOf(folder)).toStrictEqual(after);
});
