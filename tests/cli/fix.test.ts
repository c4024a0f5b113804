import { chmodSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentOf, folderWith, registriesCopy } from "../support/folder.ts";
import { jpeg, png } from "../support/made-up-registry.ts";
import { run } from "../support/run.ts";

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

test("shows a diff and writes nothing; --write makes the repairs, and only them; then there is nothing left", async () => {
  const folder = folderWith(files);
  chmodSync(join(folder, "One/workspace.json"), 0o600);
  const before = contentOf(folder);
  const shown = await run("fix", ["--workspaces", folder]);
  expect(shown).toMatchObject({ code: 1, stderr: "" });
  expect(shown.stdout).toMatch(/One\/workspace\.json\n {2}byte-order mark deleted\n/);
  expect(shown.stdout).toContain('-\t"freindly_name": "One", // it\n');
  expect(shown.stdout).toContain('+\t"friendly_name": "One",\n');
  expect(shown.stdout).toMatch(/\d+ repairs in 2 files\. Nothing was written/);
  expect(contentOf(folder)).toStrictEqual(before);

  expect(await run("fix", ["--workspaces", folder, "--write"])).toMatchObject({ code: 0, stderr: "" });
  const { "One/one.png": _, ...rest } = before;
  expect(contentOf(folder)).toStrictEqual({
    ...rest,
    "One/one.jpg": jpeg.toString("latin1"),
    "One/workspace.json": mended,
    "registry.json": '{"name": "x"}',
  });
  expect(statSync(join(folder, "One/workspace.json")).mode & 0o777).toBe(0o600);

  const after = contentOf(folder);
  expect(await run("fix", ["--workspaces", folder, "--write"])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^Nothing can be repaired safely\. \d+ errors are left for you: npm run check\n$/,
    ),
  });
  expect(contentOf(folder)).toStrictEqual(after);
  expect(await run("fix", [])).toMatchObject({ code: 0, stdout: "Nothing to repair.\n" });
});

test("--only leaves the others alone", async () => {
  const folder = folderWith({
    "A/workspace.json": '{"a": 1,}',
    "B, b/workspace.json": '{"a": 1,}',
    "C/workspace.json": '{"a": 1,}',
  });
  expect(await run("fix", ["--workspaces", folder, "--write", "--only", "B, b"])).toMatchObject({ code: 0 });
  expect(contentOf(folder)).toStrictEqual({
    "A/workspace.json": '{"a": 1,}',
    "B, b/workspace.json": '{"a": 1}',
    "C/workspace.json": '{"a": 1,}',
  });
  expect(await run("fix", ["--workspaces", folder, "--write", "--only", "A,C"])).toMatchObject({ code: 0 });
  expect(contentOf(folder)["C/workspace.json"]).toBe('{"a": 1}');
});

test("wrong use says so and ends with 2", async () => {
  const folder = folderWith(files);
  for (const args of [["--only", "Nobody"], ["--wirte"], ["extra"]]) {
    expect(await run("fix", ["--workspaces", folder, ...args])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--help"),
    });
  }
  expect(await run("fix", ["--workspaces", join(folder, "none")])).toMatchObject({ code: 2 });
  expect(await run("fix", ["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("--write") });
});

test("a file cannot speak to the terminal", async () => {
  const folder = folderWith({ "A/workspace.json": '{"a": 1, // \x1b[2J\u202eevil\n}' });
  const { stdout } = await run("fix", ["--workspaces", folder]);
  expect(stdout).toContain("\\u001b[2J\\u202eevil");
  expect(stdout).not.toMatch(/[\x1b\u202e]/);
});

test("repairs real registries, and nothing but what its report names", async () => {
  const folder = registriesCopy();
  const before = contentOf(folder);
  const { code, stdout } = await run("fix", ["--workspaces", folder, "--write"]);
  expect(code).toBe(0);
  const after = contentOf(folder);
  const touched = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
  expect(touched.length).toBeGreaterThan(0);
  // Only what the report names differs.
  for (const path of touched) expect(stdout.split("\n")).toContain(`${path.split("/")[0]}/workspace.json`);
  expect(await run("fix", ["--workspaces", folder])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Nothing can be repaired safely. "),
  });
});
