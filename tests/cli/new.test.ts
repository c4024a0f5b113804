import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { contentOf, folderWith } from "../support/folder.ts";
import { jpeg, png } from "../support/made-up-registry.ts";
import { run, workspaceFolder } from "../support/run.ts";

const check = async (
  folder: string,
): Promise<{ problems: unknown[]; workspaces: { schema: string; flags: unknown[] }[] }> =>
  JSON.parse((await run("check", ["--workspaces", folder, "--format", "json"])).stdout);

/** `new` knows no size without asking: it writes 0, and says so. */
const sizeIsMissing = { code: "size-zero", severity: "warning" };

test("a name and an image are enough, and the folder passes the check", async () => {
  const folder = folderWith({});
  const made = await run("new", [
    "--workspaces",
    folder,
    "--name",
    "C/C++: Tools",
    "--image",
    "ghcr.io/me/tools:2",
    "--yes",
  ]);
  expect(made).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringContaining("  warning: uncompressed_size_mb is 0. "),
  });
  const files = contentOf(folder);
  expect(Object.keys(files).sort()).toStrictEqual([
    "C C++ Tools/c-c-plus-plus-tools.svg",
    "C C++ Tools/workspace.json",
  ]);
  expect(files["C C++ Tools/workspace.json"]).toMatch(
    /^\{\n {2}"\$schema": "\.\.\/\.\.\/schema\/workspace-1\.0\.schema\.json",\n/,
  );
  expect(await check(folder)).toMatchObject({
    problems: [sizeIsMissing],
    workspaces: [{ schema: "1.0", flags: [] }],
  });
});

test("everything by options, in schema 1.0, with an icon whose type is told by its content", async () => {
  const folder = folderWith({ "pictures/mine.png": jpeg, "pictures/good.png": png() });
  const options = [
    "--name",
    "One",
    "--image",
    "me/one:1",
    "--description",
    "The first.",
    "--category",
    "A,B",
    "--category",
    "C",
    "--arch",
    "x86_64",
    "--arch",
    "arm64",
    "--compat",
    "1.18,1.9.x",
    "--size",
    "900",
    "--schema",
    "1.0",
  ];
  expect(
    await run("new", ["--workspaces", "registry", ...options, "--icon", "pictures/mine.png"], {}, folder),
  ).toMatchObject({ code: 0 });
  expect(
    await run(
      "new",
      [
        "--workspaces",
        "registry",
        ...options,
        "--name",
        "Two",
        "--image",
        "me/two:1",
        "--icon",
        "pictures/good.png",
      ],
      {},
      folder,
    ),
  ).toMatchObject({ code: 0 });
  const files = contentOf(join(folder, "registry"));
  expect(Object.keys(files).sort()).toStrictEqual([
    "One/one.jpg",
    "One/workspace.json",
    "Two/two.png",
    "Two/workspace.json",
  ]);
  expect(files["One/one.jpg"]).toBe(jpeg.toString("latin1"));
  expect(JSON.parse(files["One/workspace.json"]!)).toStrictEqual({
    $schema: "../../schema/workspace-1.0.schema.json",
    friendly_name: "One",
    description: "The first.",
    name: "me/one:1",
    docker_registry: "https://index.docker.io/v1/",
    image_src: "one.jpg",
    categories: ["A", "B", "C"],
    architecture: ["amd64", "arm64"],
    compatibility: ["1.9.x", "1.18.x"],
    uncompressed_size_mb: 900,
  });
  expect(
    JSON.parse((await run("check", ["--workspaces", join(folder, "registry"), "--format", "json"])).stdout)
      .summary,
  ).toMatchObject({ workspaces: 2, errors: 0 });
});

test("from a docker command, and from a compose file", async () => {
  const folder = folderWith({
    "compose.yaml":
      "services:\n  web:\n    image: me/web:1\n    shm_size: 1g\n  db:\n    image: postgres:17\n",
  });
  const content = join(folder, "w");
  const command =
    'docker run -it --name x --shm-size=512m -e "A=b c" --platform linux/arm64 -p 6901:6901 kasmweb/firefox:1.16.0';
  const made = await run("new", ["--workspaces", content, "--from", command, "--yes"]);
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("left out: --name x. Kasm names every session's container itself"),
  });
  expect(made.stdout).toContain("Kasm will flag: shm_size (flag_property)");
  expect(made.stdout).toContain("  note: Is this image made for Kasm? Yes. It is one of Kasm's own.\n");
  expect(made.stdout).toContain("  note: Kasm 1.16.x: from the tag 1.16.0.\n");
  expect(JSON.parse(contentOf(content)["Firefox/workspace.json"]!)).toMatchObject({
    friendly_name: "Firefox",
    architecture: ["arm64"],
    name: "kasmweb/firefox:1.16.0",
    compatibility: ["1.16.x"],
    run_config: { shm_size: "512m", environment: { A: "b c" } },
  });
  expect(
    await run("new", ["--workspaces", content, "--from", "compose.yaml", "--yes"], {}, folder),
  ).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "The file has 2 services: web, db. Name one of them. Use --service NAME.",
    ),
  });
  expect(
    await run(
      "new",
      ["--workspaces", content, "--from", "compose.yaml", "--service", "web", "--yes"],
      {},
      folder,
    ),
  ).toMatchObject({ code: 0 });
  expect(await check(content)).toMatchObject({
    problems: [sizeIsMissing, sizeIsMissing],
    workspaces: [{}, {}],
  });
});

test("nothing is overwritten, in whatever capitals", async () => {
  const folder = folderWith({ "Firefox/notes.txt": "mine" });
  const before = contentOf(folder);
  const refused = await run("new", ["--workspaces", folder, "--name", "FIREFOX", "--image", "a:1", "--yes"]);
  expect(refused).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/Firefox exists already\. .*\nNothing was written\.\n$/),
  });
  expect(contentOf(folder)).toStrictEqual(before);
});

test("a workspace that is replaced is deprecated, whether it has a README or not", async () => {
  const folder = folderWith({
    ...workspaceFolder("Plain"),
    ...workspaceFolder("Described"),
    "Described/README.md": "---\nlicense: MIT\n---\nText\n",
  });
  const make = (name: string, old: string): ReturnType<typeof run> =>
    run("new", ["--workspaces", folder, "--name", name, "--image", "a:1", "--replaces", old, "--yes"]);
  const day = /since: \d{4}-\d{2}-\d{2}/;
  expect(await make("New One", "plain")).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(folder, "Plain/README.md"), "utf8").replace(day, "since: today")).toBe(
    '---\ndeprecated:\n  since: today\n  replaced_by: "New One"\n---\n',
  );
  expect(await make("New Two", "Described")).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(folder, "Described/README.md"), "utf8").replace(day, "since: today")).toBe(
    '---\ndeprecated:\n  since: today\n  replaced_by: "New Two"\nlicense: MIT\n---\nText\n',
  );
  expect(await check(folder)).toMatchObject({ summary: { errors: 0 } });
  const before = contentOf(folder);
  expect(await make("New Three", "Described")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/Described\/README\.md says already .*\nNothing was written\.\n$/),
  });
  expect(await make("New Three", "Gone")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--replaces: "Gone" is no workspace here.'),
  });
  expect(contentOf(folder)).toStrictEqual(before);
});

test("without a terminal it never waits: what is missing is named", async () => {
  const folder = folderWith({});
  const cases: [string[], string][] = [
    [
      [],
      "--image, --name, --description, --category, --arch, --compat, --size. Or take the defaults with --yes.",
    ],
    [["--name", "X", "--image", "a:1"], "needed: --description, --category, --arch, --compat, --size."],
    [["--yes"], "These have no default: --image, --name."],
    [["--yes", "--image", "Bad Image"], '--image: "Bad Image" is no docker image reference'],
    [["--yes", "--image", "a:1", "--arch", "sparc"], "--arch: "],
    [["--yes", "--image", "a:1", "--compat", "new"], "--compat: "],
    [["--yes", "--image", "a:1", "--size", "1 GB"], "--size: "],
    [["--yes", "--image", "a:1", "--icon", "none.png"], "--icon: No file none.png."],
    [
      ["--yes", "--image", "a:1", "--schema", "2"],
      '--schema: "2" is no schema of a workspace. Use 1.0 or 1.1.',
    ],
    [["--yes", "--image", "a:1", "--service", "web"], "--service needs --from"],
    [["--yes", "--imgae", "a:1"], "--imgae"],
  ];
  for (const [args, words] of cases)
    expect(await run("new", ["--workspaces", folder, ...args])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining(words),
    });
  expect(await run("new", ["--workspaces", folder, "--from", "docker run -d", "--yes"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("--from, line 1, column 14: The command ends here without an image."),
  });
  expect(contentOf(folder)).toStrictEqual({});
});

/** util-linux's script gives a program a terminal; that of macOS takes other arguments. */
const hasTerminal =
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true;

test.skipIf(!hasTerminal)(
  "on a terminal it asks for what is missing (skipped where util-linux's script is absent)",
  async () => {
    const folder = folderWith({});
    const command = `"${process.execPath}" "${resolve(import.meta.dirname, "../../scripts/new.ts")}" --workspaces "${folder}" --size 900`;
    const input = [
      "2",
      "1.1",
      "Bad Image",
      "ghcr.io/me/my-editor:2",
      "",
      "An editor.",
      "Editor",
      "sparc",
      "arm64",
      "",
      "",
      "",
    ].join("\n");
    const { status, stdout } = spawnSync("script", ["-qefc", command, "/dev/null"], {
      input,
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(stdout).toContain("Name [My Editor]: ");
    expect(stdout).toContain('"sparc" is no architecture that Kasm knows.');
    expect(status).toBe(0);
    expect(JSON.parse(contentOf(folder)["My Editor/workspace.json"]!)).toMatchObject({
      description: "An editor.",
      architecture: ["arm64"],
      compatibility: [{ uncompressed_size_mb: 900 }],
    });
    expect(await check(folder)).toMatchObject({ problems: [] });
    const left = spawnSync("script", ["-qefc", command, "/dev/null"], {
      input: "\na:1\n",
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(left).toMatchObject({ status: 1, stdout: expect.stringContaining("Nothing was written.") });
  },
);

test("no login of an address is printed", async () => {
  const made = await run("new", [
    "--workspaces",
    folderWith({}),
    "--yes",
    "--from",
    "docker run --network-alias http://me:hunter2@a.example --odd=me:hunter2@a.example/b:1 me/app:1",
  ]);
  expect(made).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("http://…@a.example") });
  expect(made.stdout).not.toContain("hunter2");
  const refused = await run("new", ["--yes", "--from", "docker run me:hunter2@a.example/b:1"]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('"…@a.example/b:1"') });
  const option = await run("new", ["--image", "me:hunter2@a.example/b:1", "--name", "A", "--yes"]);
  expect(option.stdout + option.stderr).not.toContain("hunter2");
});

test("a secret is named once, and its value is not printed", async () => {
  const made = await run("new", [
    "--workspaces",
    folderWith({}),
    "--yes",
    "--from",
    "docker run -e DB_PASSWORD=hunter2 -e VNC_PW=hunter2 me/app:1 --token hunter2",
  ]);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  expect(made.stdout.match(/looks like a secret/g)).toHaveLength(1);
  expect(made.stdout).not.toContain("hunter2");
});

test("takes what images.lock.json knows, and leaves the size to it otherwise", async () => {
  const platform = { digest: "", compressed: 1, unpacked: 2_000_000_000, layers: 1 };
  const known = { digest: "sha256:0", type: "", created: "", checked: "2026-11-29", config: {} };
  const lock = { "docker.io/me/one:1": { ...known, platforms: { amd64: platform, arm64: platform } } };
  const folder = folderWith({ "images.lock.json": JSON.stringify(lock) });
  const make = (name: string, image: string) =>
    run("new", ["--workspaces", folder, "--name", name, "--image", image, "--yes"]);
  const one = await make("One", "me/one:1");
  expect(one.stdout).toContain("  note: Architectures amd64, arm64: from images.lock.json.\n");
  expect(one.stdout).toContain("  note: 2000 MB on disk: measured, from images.lock.json.\n");
  const two = await make("Two", "me/two:1");
  expect(two.stdout).toContain("  note: the size is left to npm run images");
  const dataOf = (name: string): unknown => JSON.parse(String(contentOf(folder)[`${name}/workspace.json`]));
  expect(dataOf("One")).toMatchObject({
    architecture: ["amd64", "arm64"],
    uncompressed_size_mb: 2000,
  });
  expect(dataOf("Two")).toMatchObject({ architecture: ["amd64"], name: "me/two:1" });
  expect(JSON.stringify(dataOf("Two"))).not.toContain("uncompressed_size_mb");
});
