import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import {
  connectionsIn,
  drawing,
  ended,
  noteConnections,
  plainEnvironment,
  projectRoot,
  readJson,
  run,
  temporaryFolder,
  workspaceFolder,
  writeFiles,
} from "../support/run.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);

interface List {
  workspacecount: number;
  workspaces: (Record<string, unknown> & { image_src: string; compatibility: unknown[] })[];
  channels?: string[];
  default_channel?: string | null;
  list_url: string;
  icon: string;
  modified: number;
}

/** Promises of every built folder, whatever it was built from. */
function expectContract(out: string): void {
  const versions = readFileSync(join(out, "versions.txt"), "utf8");
  expect(versions).toMatch(/^(1\.0\n)?(1\.1\n)?$/);
  for (const schema of ["1.0", "1.1"]) {
    const list = readJson<List>(out, schema, "list.json");
    const icons = new Set(readdirSync(join(out, schema, "icons")));
    expect(list.workspacecount).toBe(list.workspaces.length);
    for (const [key, value] of Object.entries(list))
      expect(value === null && key !== "default_channel", key).toBe(false);
    for (const { image_src } of list.workspaces) expect(icons.has(image_src), image_src).toBe(true);
    for (const { compatibility } of list.workspaces)
      expect(compatibility.every((entry) => typeof entry === (schema === "1.0" ? "string" : "object"))).toBe(
        true,
      );
    expect(list.list_url).toMatch(/^https?:.*\/$/);
    if (list.icon.startsWith(list.list_url))
      expect(existsSync(join(out, decodeURIComponent(list.icon.slice(list.list_url.length))))).toBe(true);
    expect(list.workspaces.some((entry) => "$schema" in entry)).toBe(false);
    expect(readdirSync(join(out, schema, "workspaces")).length).toBe(list.workspacecount);
  }
  const { channels, default_channel } = readJson<List>(out, "1.1", "list.json");
  expect(default_channel === null ? channels!.length === 0 : channels!.includes(default_channel!)).toBe(true);
  expect(readJson(out, "1.1", "versions.json")).toMatchObject({ versions: expect.any(Array) });
  // Nothing is written behind the end of a page, where a browser has to guess.
  for (const page of readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".html"),
  ))
    expect(readFileSync(join(out, page), "utf8").trimEnd(), page).toMatch(/<\/html>$/);
  const summed = readFileSync(join(out, "SHA256SUMS"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(66));
  expect(summed).toEqual(filesBelow(out).filter((file) => file !== "SHA256SUMS"));
  execFileSync("sha256sum", ["--check", "--quiet", "--strict", "SHA256SUMS"], { cwd: out });
}

const mixed = {
  ...workspaceFolder("Editor", { docker_registry: "https://ghcr.io/", memory: 2048 }),
  ...workspaceFolder("Studio", {
    name: undefined,
    uncompressed_size_mb: undefined,
    compatibility: [
      { version: "1.18.x", image: "e/s:18", uncompressed_size_mb: 1 },
      { version: "1.19.x", image: "e/s:19", uncompressed_size_mb: 2 },
    ],
  }),
  ...workspaceFolder("Desktop", {
    $schema: "x",
    run_config: { security_opt: ["seccomp=unconfined"], user: 0 },
  }),
};

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

describe("plain astro build", () => {
  /** The part of the project that a build needs, in a folder of its own, with these workspaces. */
  const project = (name: string, workspaces: Parameters<typeof writeFiles>[1]): string => {
    const root = path(name);
    for (const part of [
      "astro.config.mjs",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "public",
      "schema",
      "scripts",
      "src",
    ])
      cpSync(join(projectRoot, part), join(root, part), { recursive: true });
    symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
    writeFiles(join(root, "workspaces"), workspaces);
    return root;
  };
  const runIn = (root: string, script: string, ...args: string[]): ReturnType<typeof ended> =>
    ended(
      spawn(process.execPath, [join(root, script), ...args], {
        cwd: root,
        env: { ...plainEnvironment, SITE_URL: "https://example.org/reg", SOURCE_DATE_EPOCH: "1700000000" },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
  const astro = "node_modules/astro/bin/astro.mjs";

  test("makes the site of npm run build, byte for byte, also in a folder with a space and an accent", async () => {
    const root = project("plain caf\u00e9", mixed);
    expect(await runIn(root, astro, "build")).toMatchObject({ code: 0 });
    expect(await runIn(root, "scripts/build.ts", "--out", path("by-npm"))).toMatchObject({ code: 0 });
    expectContract(join(root, "dist"));
    const files = filesBelow(path("by-npm"));
    expect(filesBelow(join(root, "dist"))).toEqual(files);
    for (const file of files)
      expect(readFileSync(join(root, "dist", file)).equals(readFileSync(path("by-npm", file))), file).toBe(
        true,
      );
    // The browser's validators were compiled beforehand: the policy forbids ajv's own way.
    for (const file of files.filter((file) => file.endsWith(".js")))
      expect(readFileSync(join(root, "dist", file), "utf8"), file).not.toContain("new Function");
  });

  test("ends with the report of npm run check where a workspace has an error, without a stack trace", async () => {
    const root = project("plain-broken", { ...mixed, "Bad/workspace.json": "{" });
    const { code, stdout, stderr } = await runIn(root, astro, "build");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Bad\/workspace\.json\n +1:2 +error .*json-syntax/);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });

  test("names a folder that Vite cannot work in", async () => {
    const root = project("plain#number", mixed);
    const { code, stdout, stderr } = await runIn(root, astro, "build");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^The path of this project, .* holds the character #.*\n$/),
    ]);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
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
