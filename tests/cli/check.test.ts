import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, temporaryFolder, workspaceFolder, writeFiles } from "../support/run.ts";

const folder = temporaryFolder();
const content = (name: string, files: Parameters<typeof writeFiles>[1]): string => {
  const root = join(folder, name);
  mkdirSync(root, { recursive: true });
  writeFiles(root, files);
  return root;
};

const sound = content("sound", workspaceFolder("Editor"));
const broken = content("broken", {
  ...workspaceFolder("Good", { run_config: { privileged: true } }),
  "Bad/workspace.json": '{\n  "friendly_name": "Bad",\n}\n',
  "Near/workplace.json": "{}",
  "Picture/icon.png": "x",
  ...workspaceFolder("Shifted", { image_src: "gone.png" }),
});

test("a sound registry: status 0 and one line", async () => {
  const { code, stdout, stderr } = await run("check", ["--workspaces", sound]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe("No problems: 1 workspace is valid.\n");
});

test("--strict counts warnings as errors", async () => {
  const warned = content("warned", workspaceFolder("Editor", { colour: "red" }));
  expect((await run("check", ["--workspaces", warned])).code).toBe(0);
  expect((await run("check", ["--workspaces", warned, "--strict"])).code).toBe(1);
  expect((await run("check", ["--workspaces", sound, "--strict"])).code).toBe(0);
});

test("errors: status 1, grouped by file, with line and column", async () => {
  const { code, stdout } = await run("check", ["--workspaces", broken]);
  expect(code).toBe(1);
  expect(stdout).toContain("Bad/workspace.json\n  2:25  error  A comma comes before the closing }.");
  expect(stdout).toContain("Near/workplace.json");
  expect(stdout).toContain("folder-without-json");
  expect(stdout).toMatch(/critical\s+privileged: /);
  expect(stdout).toMatch(/3 errors and 1 warning in 4 places; 1 workspace is valid\.\n$/);
  expect(stdout).not.toMatch(/\u001b|\bat .*\.ts:/);
});

test("--format json has the keys that the contract names", async () => {
  const { code, stdout } = await run("check", ["--workspaces", broken, "--format", "json"]);
  const report = JSON.parse(stdout) as {
    problems: Record<string, unknown>[];
    workspaces: Record<string, unknown>[];
    summary: unknown;
  };
  expect(code).toBe(1);
  for (const problem of report.problems)
    expect(Object.keys(problem)).toEqual([
      "code",
      "severity",
      "file",
      "line",
      "column",
      "pointer",
      "message",
    ]);
  expect(report.workspaces.map((workspace) => Object.keys(workspace))).toEqual([
    [
      "folder",
      "slug",
      "schema",
      "friendly_name",
      "sha",
      "sha256",
      "flags",
      "findings",
      "severity",
      "stands_out",
    ],
  ]);
  expect(report.workspaces[0]).toMatchObject({
    folder: "Good",
    slug: "good",
    schema: "1.0",
    flags: [{ flag: "flag_privileged", property: "privileged" }],
  });
  expect(report.summary).toEqual({ workspaces: 1, errors: 3, warnings: 1 });
});

test("--format github prints annotations with escaped texts", async () => {
  const { stdout } = await run("check", ["--workspaces", broken, "--format", "github"]);
  expect(stdout).toMatch(
    /^::error file=.*Bad\/workspace\.json,line=2,col=25,title=json-trailing-comma::A comma comes/m,
  );
  expect(stdout).toMatch(/^::warning file=.*Picture,line=1,col=1,title=folder-without-json::/m);
});

test("--fail-on makes findings fail, --review shows all of them", async () => {
  const flagged = content(
    "flagged",
    workspaceFolder("Good", {
      run_config: { hostname: "x", security_opt: ["seccomp=unconfined"], detach: true },
    }),
  );
  expect((await run("check", ["--workspaces", flagged])).code).toBe(0);
  const gated = await run("check", ["--workspaces", flagged, "--fail-on", "medium"]);
  expect(gated.code).toBe(1);
  expect(gated.stderr).toContain("Good: seccomp-unconfined");
  expect(gated.stdout).not.toContain("detach-off");
  expect((await run("check", ["--workspaces", flagged, "--review"])).stdout).toContain("detach-off");
});

test("no workspace at all, no folder at all, and a registry.json with a mistake", async () => {
  expect(await run("check", ["--workspaces", content("empty", {})])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("empty-registry"),
  });
  expect(await run("check", ["--workspaces", content("other", { "Music/song.txt": "la" })])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("no-workspaces"),
  });
  expect(await run("check", ["--workspaces", join(folder, "nowhere")])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("no-content-folder"),
  });
  const wrong = content("wrong", { ...workspaceFolder("Editor"), "registry.json": '{\n "name": 3\n}' });
  expect(await run("check", ["--workspaces", wrong])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("registry.json\n  2:10  error  name is the number 3"),
  });
});

test("wrong use: status 2 and a pointer to --help; --help: status 0", async () => {
  for (const args of [
    ["--nope"],
    ["--format", "xml"],
    ["--fail-on", "never"],
    ["stray"],
    ["--site", "not an address"],
  ]) {
    const { code, stderr, stdout } = await run("check", args);
    expect([code, stdout], args.join(" ")).toEqual([2, ""]);
    expect(stderr).toContain("npm run check -- --help");
  }
  for (const script of ["check", "build", "dev", "preview", "dev/types"]) {
    const { code, stdout } = await run(script, ["--help"]);
    expect([code, stdout.includes(`Usage: npm run ${script.replace("dev/", "")}`)], script).toEqual([
      0,
      true,
    ]);
  }
});
