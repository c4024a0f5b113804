import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  connectionsIn,
  drawing,
  noteConnections,
  readJson,
  run,
  temporaryFolder,
  workspaceFolder,
  writeFiles,
} from "../support/run.ts";
import { expectContract, mixed, type List } from "../support/site-contract.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);

beforeAll(() => {
  mkdirSync(path("in"));
  writeFiles(path("in"), mixed);
});

test("the template's own registry keeps the contract", async () => {
  const { code, stderr } = await run("build", ["--out", path("own")]);
  expect([code, stderr]).toEqual([0, ""]);
  expectContract(path("own"));
  expect(existsSync(path("own", "index.html"))).toBe(true);
});

describe("a registry in both schemas", () => {
  test("keeps the contract and connects to no other host; entries hold authored keys in authored order, then sha, then flags", async () => {
    expect(
      await run(
        "build",
        ["--workspaces", path("in"), "--out", path("out"), "--site", "https://example.org/reg"],
        noteConnections(path("connections")),
      ),
    ).toMatchObject({ code: 0, stdout: expect.stringContaining("3 workspaces") });
    expect(connectionsIn(path("connections"))).toEqual([]);
    expectContract(path("out"));
    const list = readJson<List>(path("out"), "1.0", "list.json");
    expect(Object.keys(list)).toEqual([
      "name",
      "workspacecount",
      "icon",
      "description",
      "list_url",
      "contact_url",
      "modified",
      "workspaces",
    ]);
    expect(list.list_url).toBe("https://example.org/reg/");
    const editor = list.workspaces.find(({ friendly_name }) => friendly_name === "Editor")!;
    expect(Object.keys(editor)).toEqual([
      "friendly_name",
      "name",
      "description",
      "image_src",
      "architecture",
      "compatibility",
      "uncompressed_size_mb",
      "docker_registry",
      "memory",
      "sha",
      "flags",
    ]);
    const desktop = list.workspaces.find(({ friendly_name }) => friendly_name === "Desktop")!;
    expect(desktop["flags"]).toEqual([
      { flag: "flag_property", property: "security_opt" },
      { flag: "flag_user", property: "user" },
    ]);
    expect(list.workspaces.find(({ friendly_name }) => friendly_name === "Studio")).toMatchObject({
      name: "e/s:19",
      uncompressed_size_mb: 2,
      compatibility: ["1.19.x"],
    });
    expect(Object.keys(readJson(path("out"), "1.1", "list.json")).slice(-2)).toEqual([
      "channels",
      "default_channel",
    ]);
  });

  test("publishes icons under the very names that their authors gave them, and no flags where flags_in_list is false", async () => {
    const names = ["My Icon é.svg", "a.b..c.SVG", "cafe\u0301.svg", "notepad++ & [x](y)!.svg", ".hid.svg"];
    for (const [i, image_src] of names.entries())
      writeFiles(path("in-names"), {
        ...workspaceFolder(`Icon ${i}`, { image_src }),
        [`Icon ${i}/${image_src}`]: drawing.replace("#345", `#00${i}`),
      });
    writeFiles(path("in-names"), {
      "registry.json": { flags_in_list: false, name: "Lab" },
      ...workspaceFolder("Flagged", { run_config: { user: 0 } }),
    });
    expect(await run("build", ["--workspaces", path("in-names"), "--out", path("names")])).toMatchObject({
      code: 0,
    });
    expectContract(path("names"));
    for (const [i, name] of names.entries())
      expect(readFileSync(path("names", "1.1", "icons", name), "utf8")).toContain(`#00${i}`);
    const list = readJson<List & { name: string }>(path("names"), "1.1", "list.json");
    expect([list.name, list.workspaces.some((entry) => "flags" in entry)]).toEqual(["Lab", false]);
  });
});

describe("what stood there still stands", () => {
  test("after an error; with --skip-invalid the rest is built", async () => {
    cpSync(path("in"), path("in-broken"), { recursive: true });
    writeFiles(path("in-broken"), { "Bad/workspace.json": "{" });
    const before = readFileSync(path("out", "SHA256SUMS"), "utf8");
    expect(await run("build", ["--workspaces", path("in-broken"), "--out", path("out")])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Nothing was written"),
    });
    expect(readFileSync(path("out", "SHA256SUMS"), "utf8")).toBe(before);
    const skipped = await run("build", [
      "--workspaces",
      path("in-broken"),
      "--out",
      path("skipped"),
      "--skip-invalid",
    ]);
    expect(skipped).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Left out because of errors: "Bad"'),
    });
    expectContract(path("skipped"));
  });

  test("--skip-invalid with nothing valid left is an error", async () => {
    mkdirSync(path("all-bad"));
    writeFiles(path("all-bad"), { "Bad/workspace.json": "{" });
    expect(
      (await run("build", ["--workspaces", path("all-bad"), "--out", path("never"), "--skip-invalid"])).code,
    ).toBe(1);
    expect(existsSync(path("never"))).toBe(false);
  });

  test("after a picture that cannot be decoded", async () => {
    cpSync(path("in"), path("in-picture"), { recursive: true });
    const damaged = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAgAAAAIACAYAAAD0eNT6AAAADElEQVR4nAAAAAAAAAAAAAAAAElFTkSuQmCC",
      "base64",
    );
    writeFiles(path("in-picture"), {
      ...workspaceFolder("Damaged", { image_src: "damaged.png" }),
      "Damaged/damaged.png": damaged,
    });
    expect(await run("build", ["--workspaces", path("in-picture"), "--out", path("picture")])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("icon-broken"),
    });
    expect(existsSync(path("picture"))).toBe(false);
    expect(
      await run("build", ["--workspaces", path("in-picture"), "--out", path("picture"), "--skip-invalid"]),
    ).toMatchObject({ code: 0, stdout: expect.stringContaining("3 workspaces") });
    expectContract(path("picture"));
  });
});

test("a folder that is not ours is refused", async () => {
  mkdirSync(path("precious"));
  writeFileSync(path("precious", "thesis.txt"), "years of work");
  for (const out of [
    path("precious"),
    "/",
    process.env["HOME"]!,
    join(import.meta.dirname, "..", ".."),
    path("in"),
    path("precious", "thesis.txt"),
  ]) {
    expect((await run("build", ["--workspaces", path("in"), "--out", out])).code, out).toBe(2);
  }
  expect(readFileSync(path("precious", "thesis.txt"), "utf8")).toBe("years of work");
});
