import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { gzipLayer, ImageRegistry } from "../support/image-registry.ts";
import { drawing, ended, run, start, temporaryFolder, writeFiles, type Ended } from "../support/run.ts";

const root = join(temporaryFolder(), "workspaces");
const lockPath = join(root, "images.lock.json");
const registry = new ImageRegistry();
beforeAll(() => registry.start());
afterAll(() => registry.stop());

const settings = { User: "1000", ExposedPorts: { "6901/tcp": {} } };
const workspace = (name: string, change: object = {}) => ({
  friendly_name: name,
  description: "A workspace.",
  image_src: "icon.svg",
  categories: ["Office"],
  architecture: ["amd64"],
  compatibility: ["1.18.x"],
  name: `${registry.host}/${name.toLowerCase()}:1`,
  ...change,
});
const put = (name: string, change: object = {}): void =>
  writeFiles(root, { [`${name}/workspace.json`]: workspace(name, change), [`${name}/icon.svg`]: drawing });
const images = (...args: string[]): Promise<Ended> =>
  run("images", ["--workspaces", root, "--allow-private", ...args]);
const check = (): Promise<Ended> => run("check", ["--workspaces", root]);
const lock = (): Record<string, Record<string, unknown>> => JSON.parse(readFileSync(lockPath, "utf8"));

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  registry.put("editor:1", { amd64: [gzipLayer(5_000_000)] }, { settings });
  put("Editor");
  put("Player");
});

test("asks nothing before it is asked to begin", async () => {
  const { code, stdout } = await images();
  expect([code, stdout]).toEqual([0, expect.stringContaining("npm run images -- --init")]);
  expect(existsSync(lockPath)).toBe(false);
});

test("measures, is quiet about what is known, and fix and check follow", async () => {
  const { code, stdout } = await images("--init");
  expect(code).toBe(0);
  expect(stdout.replaceAll(registry.host, "host")).toMatchInlineSnapshot(`
    "host/editor:1: new (amd64, 5 MB, built on 2026-01-02)
    host/player:1: missing (host does not have it)
    Player: host/player:1 is not in its registry. Correct its name or tag, or publish it.
    2 images, 2 asked about, with 2 HEAD requests and 3 GET requests.
    "
  `);
  expect(readFileSync(lockPath, "utf8").split("\n")).toHaveLength(5);
  const again = await images();
  expect(again.stdout).toContain("2 images, 1 asked about, with 1 HEAD request and 0 GET requests.");

  const before = await check();
  expect(before.stdout).toContain("uncompressed_size_mb is missing");
  expect(before.stdout).toContain("has not been in its registry since");
  expect(before.code).toBe(0);
  const fixed = await run("fix", ["--workspaces", root, "--write"]);
  expect(fixed.stdout).toContain("uncompressed_size_mb: 5, as the image takes");
  expect(JSON.parse(readFileSync(join(root, "Editor/workspace.json"), "utf8"))).toMatchObject({
    uncompressed_size_mb: 5,
  });
  put("Editor", { uncompressed_size_mb: 20, architecture: ["amd64", "arm64"] });
  const after = await check();
  expect(after.stdout).toContain("uncompressed_size_mb is 20, and the image takes 5 MB");
  expect(after.stdout).toContain("/editor:1 is not there for arm64, only for amd64");
  expect(after.code).toBe(1);
});

test("--check writes nothing and fails where an image is missing or lacks an architecture", async () => {
  await images("--init", "Editor");
  const written = readFileSync(lockPath, "utf8");
  expect((await images("--check", "Editor")).code).toBe(0);
  put("Editor", { architecture: ["arm64"] });
  const { code, stdout } = await images("--check", "--format", "github");
  expect(code).toBe(1);
  expect(stdout).toMatch(/^::error file=.*Editor\/workspace\.json::.*is not there for arm64/m);
  expect(stdout).toMatch(/^::error file=.*Player\/workspace\.json::.*is not in its registry/m);
  expect(readFileSync(lockPath, "utf8")).toBe(written);
});

test("one folder's run leaves the others, a whole one drops what nobody names", async () => {
  registry.put("player:1", { amd64: [gzipLayer(1000)] }, { settings });
  await images("--init");
  put("Editor", { name: `${registry.host}/editor:2` });
  await images("Player");
  expect(Object.keys(lock())).toEqual([`${registry.host}/editor:1`, `${registry.host}/player:1`]);
  const { stdout } = await images();
  expect(stdout).toContain("1 image that no workspace names is no longer in the file.");
  expect(Object.keys(lock())).toEqual([`${registry.host}/editor:2`, `${registry.host}/player:1`]);
  registry.manifests.delete("player:1");
});

test("says as JSON what it found", async () => {
  const { stdout } = await images("--init", "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({
    results: [{ found: "new" }, { found: "missing" }],
    faults: [{ folder: "Player" }],
    requests: { HEAD: 2, GET: 3 },
  });
});

test("a pipe in the place of the file is not waited for", async () => {
  execFileSync("mkfifo", [lockPath]);
  const { code, stderr } = await images();
  expect([code, stderr]).toEqual([1, expect.stringContaining("images.lock.json cannot be read")]);
});

test("a label cannot speak to a terminal, as JSON neither", async () => {
  const Labels = { "org.opencontainers.image.version": "1\u009b31m\u202e" };
  registry.put("editor:1", { amd64: [gzipLayer(1000)] }, { settings: { ...settings, Labels } });
  const { stdout } = await images("--init", "--format", "json");
  expect(stdout).toContain("1\\u009b31m\\u202e");
  expect(stdout).not.toMatch(/[\u009b\u202e]/);
});

test("a run that is stopped leaves a whole file, and the next one goes on", async () => {
  const names = Array.from({ length: 6 }, (_, place) => `App${place}`);
  for (const name of names) {
    registry.put(`${name.toLowerCase()}:1`, { amd64: [gzipLayer(1000)] }, { settings });
    put(name);
  }
  let count = 0;
  const child = start("images", ["--workspaces", root, "--allow-private", "--init"]);
  registry.intercept = () => {
    if (++count === 12) child.kill("SIGKILL");
    return false;
  };
  await ended(child);
  registry.intercept = () => false;
  const done = Object.keys(lock()).length;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(8);
  await images();
  expect(Object.keys(lock())).toHaveLength(8);
});

test.each([
  [["--format", "xml"], "xml is not known"],
  [["Nobody"], "No workspace folder is named Nobody."],
])("refuses %j", async (args, message) => {
  const { code, stderr } = await images(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test("a file that is no lock is left to its author, and check says so", async () => {
  await images("--init");
  writeFileSync(lockPath, "<<<<<<< HEAD\n");
  const { code, stderr } = await images();
  expect([code, stderr]).toEqual([1, expect.stringContaining("images.lock.json cannot be read")]);
  expect(readFileSync(lockPath, "utf8")).toBe("<<<<<<< HEAD\n");
  const checked = await check();
  expect(checked.stdout).toContain("images.lock.json cannot be read");
  expect(checked.code).toBe(0);
});

test("facts stay while a workspace cannot be read", async () => {
  await images("--init");
  writeFiles(root, { "Editor/workspace.json": "{" });
  const { stdout } = await images();
  expect(stdout).toContain("A workspace.json cannot be read, so all that is known stays");
  expect(Object.keys(lock())).toHaveLength(2);
});

test("two runs at once keep what each found", async () => {
  registry.put("player:1", { amd64: [gzipLayer(1000)] }, { settings });
  await images("--init", "Editor");
  writeFileSync(lockPath, "{}\n");
  let other: Promise<Ended> | undefined;
  registry.intercept = (request) => {
    if (request.url?.includes("/editor/")) other ??= images("Player");
    return false;
  };
  const slow = images("Editor");
  await slow;
  await other;
  registry.intercept = () => false;
  registry.manifests.delete("player:1");
  expect(Object.keys(lock())).toHaveLength(2);
});

test("--check writes nothing, also with --init", async () => {
  const { code } = await images("--check", "--init", "Editor");
  expect([code, existsSync(lockPath)]).toEqual([0, false]);
});

test("a date that is none makes the file unreadable, and check says so", async () => {
  await images("--init");
  writeFileSync(lockPath, readFileSync(lockPath, "utf8").replace(/"created":"[^"]*"/, '"created":"soon"'));
  expect((await check()).stdout).toContain("images.lock.json cannot be read");
});
