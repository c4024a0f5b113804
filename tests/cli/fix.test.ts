import { chmodSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentOf, corpus, corpusCopy, folderWith, run } from "../support/command.ts";
import { jpeg, png } from "../support/made-up-registry.ts";

const broken =
  '\ufeff{\r\n\t"freindly_name": "One", // it\r\n\t"image_src": "One.PNG",\r\n\t"compatibility": ["1.13", "1.14.x",],\r\n}\r\n';
const mended =
  '{\r\n\t"friendly_name": "One",\r\n\t"image_src": "one.jpg",\r\n\t"compatibility": ["1.13.x", "1.14.x"]\r\n}\r\n';
const sound = '{ "friendly_name":"Two",\n"image_src": "two.png"}';

const files = {
  "One/workspace.json": broken,
  "One/one.png": jpeg,
  "Two/workspace.json": sound,
  "Two/two.png": png(),
  "registry.json": '{"name": "x",}',
};

test("shows a diff and writes nothing; --write makes the repairs, and only them; then there is nothing left", () => {
  const folder = folderWith(files);
  chmodSync(join(folder, "One/workspace.json"), 0o600);
  const before = contentOf(folder);
  const shown = run("fix.ts", ["--workspaces", folder]);
  expect(shown).toMatchObject({ status: 1, stderr: "" });
  expect(shown.stdout).toMatch(/One\/workspace\.json\n {2}byte-order mark deleted\n/);
  expect(shown.stdout).toContain('-\t"freindly_name": "One", // it\n');
  expect(shown.stdout).toContain('+\t"friendly_name": "One",\n');
  expect(shown.stdout).toMatch(/\d+ repairs in 2 files\. Nothing was written/);
  expect(contentOf(folder)).toStrictEqual(before);

  expect(run("fix.ts", ["--workspaces", folder, "--write"])).toMatchObject({ status: 0, stderr: "" });
  const { "One/one.png": _, ...rest } = before;
  expect(contentOf(folder)).toStrictEqual({
    ...rest,
    "One/one.jpg": jpeg.toString("latin1"),
    "One/workspace.json": mended,
    "registry.json": '{"name": "x"}',
  });
  expect(statSync(join(folder, "One/workspace.json")).mode & 0o777).toBe(0o600);

  const after = contentOf(folder);
  expect(run("fix.ts", ["--workspaces", folder, "--write"])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^Nothing can be repaired safely\. \d+ errors are left for you: npm run check\n$/,
    ),
  });
  expect(contentOf(folder)).toStrictEqual(after);
  expect(run("fix.ts", [])).toMatchObject({ status: 0, stdout: "Nothing to repair.\n" });
});

test("--only leaves the others alone", () => {
  const folder = folderWith({
    "A/workspace.json": '{"a": 1,}',
    "B, b/workspace.json": '{"a": 1,}',
    "C/workspace.json": '{"a": 1,}',
  });
  expect(run("fix.ts", ["--workspaces", folder, "--write", "--only", "B, b"])).toMatchObject({ status: 0 });
  expect(contentOf(folder)).toStrictEqual({
    "A/workspace.json": '{"a": 1,}',
    "B, b/workspace.json": '{"a": 1}',
    "C/workspace.json": '{"a": 1,}',
  });
  expect(run("fix.ts", ["--workspaces", folder, "--write", "--only", "A,C"])).toMatchObject({ status: 0 });
  expect(contentOf(folder)["C/workspace.json"]).toBe('{"a": 1}');
});

test("wrong use says so and ends with 2", () => {
  const folder = folderWith(files);
  for (const args of [["--only", "Nobody"], ["--wirte"], ["extra"]]) {
    expect(run("fix.ts", ["--workspaces", folder, ...args])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("--help"),
    });
  }
  expect(run("fix.ts", ["--workspaces", join(folder, "none")])).toMatchObject({ status: 2 });
  expect(run("fix.ts", ["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("--write") });
});

test("a file cannot speak to the terminal", () => {
  const folder = folderWith({ "A/workspace.json": '{"a": 1, // \x1b[2J\u202eevil\n}' });
  const { stdout } = run("fix.ts", ["--workspaces", folder]);
  expect(stdout).toContain("\\u001b[2J\\u202eevil");
  expect(stdout).not.toMatch(/[\x1b\u202e]/);
});

test.skipIf(!existsSync(corpus))("on real registries (skipped where ../shared/corpus is absent)", () => {
  const folder = corpusCopy();
  const before = contentOf(folder);
  const { status, stdout } = run("fix.ts", ["--workspaces", folder, "--write"]);
  expect(status).toBe(0);
  const after = contentOf(folder);
  const touched = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
  expect(touched.length).toBeGreaterThan(0);
  // Only what the report names differs.
  for (const path of touched) expect(stdout.split("\n")).toContain(`${path.split("/")[0]}/workspace.json`);
  expect(run("fix.ts", ["--workspaces", folder])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Nothing can be repaired safely. "),
  });
});
