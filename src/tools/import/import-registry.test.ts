import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { git, makeRepository, type Contents } from "../../../tests/support/git-repository.ts";
import { writeFiles } from "../../../tests/support/run.ts";
import { png } from "../../../tests/support/made-up-registry.ts";
import { hashFile, hashFolder } from "../../registry/read/folder-hash.ts";
import {
  importIcon,
  importMerge as mergeWords,
  importSettings as settingsWords,
  importSource as words,
} from "../../strings/tools.ts";
import { importRegistry, publicFolderFor, type ImportOptions, type ImportReport } from "./import-registry.ts";
import { reportImport } from "./report.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "import-"))));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const run = (source: string, more: Partial<ImportOptions> = {}): ImportReport =>
  importRegistry({
    source,
    to: join(folder, "out"),
    publicFolder: join(folder, "public"),
    schemaPath: null,
    mergeVersions: false,
    ...more,
  });
const out = (path: string): string => readFileSync(join(folder, "out", path), "utf8");

const icon = png(64);
const config = (env: Record<string, string>, basePath = "/kasm-registry/1.0"): string =>
  `const nextConfig = {\n  env: ${JSON.stringify(env, null, 4)},\n  basePath: '${basePath}',\n}\nmodule.exports = nextConfig\n`;
const settings = config({
  name: "Lab",
  description: "Ours.",
  icon: "https://lab.example/logo.png",
  listUrl: "https://lab.github.io/kasm-registry/",
  contactUrl: "https://lab.example/help",
});
const json = (value: unknown): string => JSON.stringify(value, null, 2);
const workspace10 = (name: string, versions = ["1.14.x"]): string =>
  json({
    friendly_name: name,
    name: `lab/${name.toLowerCase()}:1`,
    description: name,
    image_src: "icon.png",
    architecture: ["amd64"],
    compatibility: versions,
    uncompressed_size_mb: 100,
  });
const workspace11 = (name: string, versions = ["1.17.x"]): string =>
  json({
    friendly_name: name,
    description: name,
    image_src: "icon.png",
    architecture: ["amd64"],
    compatibility: versions.map((version) => ({
      version,
      image: `lab/${name.toLowerCase()}:2`,
      uncompressed_size_mb: 200,
    })),
  });
const branch = (workspaces: Record<string, string>): Contents => ({
  "site/next.config.js": settings,
  "processing/processjson.js": "throw 1",
  ...Object.fromEntries(
    Object.entries(workspaces).flatMap(([name, text]) => [
      [`workspaces/${name}/workspace.json`, text],
      [`workspaces/${name}/icon.png`, icon],
    ]),
  ),
});

describe("one branch", () => {
  test("of a git checkout: bytes as committed, settings, old pages", () => {
    const text = workspace10("Editor").replaceAll("\n", "\r\n") + "  ";
    const report = run(makeRepository(join(folder, "source"), { "1.0": branch({ "My Editor": text }) }));
    expect(out("My Editor/workspace.json")).toBe(text);
    expect(readFileSync(join(folder, "out/My Editor/icon.png")).equals(icon)).toBe(true);
    expect(JSON.parse(out("registry.json"))).toEqual({
      name: "Lab",
      description: "Ours.",
      icon: "https://lab.example/logo.png",
      contact_url: "https://lab.example/help",
    });
    expect(JSON.parse(out("old-addresses.json"))).toEqual({
      [`1.0/new/${btoa("lab/editor:1")}/`]: "My Editor",
    });
    expect(report).toEqual({
      taken: [{ branch: "1.0", folders: ["My Editor"] }],
      registry: JSON.parse(out("registry.json")),
      corrections: [],
      notes: [],
      redirects: 1,
      files: 2,
    });
    expect(out("registry.json")).toMatch(/^\{\n {2}"name": "Lab",\n[^]*\n\}\n$/);
    expect(readdirSync(folder).sort()).toEqual(["out", "source"]);
  });

  test("of a plain folder, and of a bare clone by address, gives the same", () => {
    writeFiles(join(folder, "plain"), branch({ Editor: workspace10("Editor") }));
    run(join(folder, "plain"));
    const plain = out("old-addresses.json");
    rmSync(join(folder, "out"), { recursive: true });
    makeRepository(join(folder, "source"), { "1.0": branch({ Editor: workspace10("Editor") }) });
    run(`file://${join(folder, "source")}`);
    expect(out("old-addresses.json")).toBe(plain);
  });

  test("named main, and changes that are not committed", () => {
    const source = makeRepository(join(folder, "source"), {
      main: branch({ Editor: workspace10("Editor") }),
    });
    writeFileSync(join(source, "workspaces/Editor/workspace.json"), "{}");
    const report = run(source);
    expect(out("Editor/workspace.json")).toBe(workspace10("Editor"));
    expect(report.notes).toEqual([words.onlyBranch("main"), words.uncommitted]);
  });

  test("broken workspaces come along as they are", () => {
    run(
      makeRepository(join(folder, "source"), {
        "1.0": branch({ Broken: '{"name": ', Other: workspace10("Other") }),
      }),
    );
    expect(out("Broken/workspace.json")).toBe('{"name": ');
  });

  test("the registry's picture is copied beside the site, never over another one", () => {
    const contents = {
      ...branch({ Editor: workspace10("Editor") }),
      "site/public/logo.png": icon,
      "site/next.config.js": config({
        name: "Lab",
        icon: "https://github.com/lab/kasm-registry/blob/1.0/site/public/logo.png",
        listUrl: "https://lab.github.io/kasm-registry/",
      }),
    };
    const source = makeRepository(join(folder, "source"), { "1.0": contents });
    writeFiles(join(folder, "public"), { "logo.png": "ours" });
    const { notes, registry } = run(source);
    expect(notes).toEqual([words.pictureRenamed({ taken: "logo.png", name: "imported-logo.png" })]);
    expect(registry).toEqual(JSON.parse(out("registry.json")));
    expect(registry.icon).toBe("imported-logo.png");
    expect(readFileSync(join(folder, "public/imported-logo.png")).equals(icon)).toBe(true);
    expect(readFileSync(join(folder, "public/logo.png"), "utf8")).toBe("ours");
    rmSync(join(folder, "out"), { recursive: true });
    writeFiles(join(folder, "public"), { "imported-logo.png": "ours too" });
    expect(run(source).registry.icon).toBe("imported-2-logo.png");
    expect(readFileSync(join(folder, "public/imported-logo.png"), "utf8")).toBe("ours too");
    rmSync(join(folder, "out"), { recursive: true });
    rmSync(join(folder, "public/logo.png"));
    symlinkSync("../outside.png", join(folder, "public/logo.png"));
    expect(run(source).registry.icon).toBe("imported-2-logo.png");
    expect(existsSync(join(folder, "outside.png"))).toBe(false);
    rmSync(join(folder, "out"), { recursive: true });
    for (const before of ["nothing", "the same picture"]) {
      const publicFolder = join(folder, "other", "public");
      expect(run(source, { publicFolder }), before).toMatchObject({
        notes: [],
        registry: { icon: "logo.png" },
      });
      expect(readFileSync(join(publicFolder, "logo.png")).equals(icon)).toBe(true);
      rmSync(join(folder, "out"), { recursive: true });
    }
  });

  test.each<[what: string, name: string, bytes: string | Uint8Array, published: string | null]>([
    ["a page", "logo.html", "<!doctype html><script>1</script>", null],
    ["a page under the name of a picture", "logo.png", "<!doctype html><script>1</script>", null],
    ["a picture under the name of a setting", "CNAME", icon, null],
    ["a picture under the name of a page", "logo.html", icon, null],
    ["a picture of pixels under the name of a drawing", "logo.svg", icon, null],
    [
      "a drawing under the name of a picture of pixels",
      "logo.png",
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
      null,
    ],
    [
      "a drawing with a script",
      "logo.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>1</script><rect width="9" height="9"/></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
    ],
  ])("of the registry's picture only what is one is copied: %s", (_, name, bytes, published) => {
    const contents = {
      ...branch({ Editor: workspace10("Editor") }),
      [`site/public/${name}`]: bytes,
      "site/next.config.js": config({
        icon: `https://github.com/lab/kasm-registry/blob/1.0/site/public/${name}`,
        listUrl: "https://lab.github.io/kasm-registry/",
      }),
    };
    const source = makeRepository(join(folder, "source"), { "1.0": contents });
    const { corrections, notes, registry } = run(source);
    const target = join(folder, "public", name);
    expect(existsSync(target) ? readFileSync(target, "utf8") : null).toBe(published);
    expect(registry.icon).toBe(published === null ? undefined : name);
    expect(notes).toEqual([]);
    expect(corrections.join().includes(importIcon.reasons.noPicture)).toBe(published === null);
  });

  test.each<[name: string, bytes: string | Buffer]>([
    ["a text", "no picture"],
    ["a picture that ends too early", icon.subarray(0, 60)],
    ["a picture that browsers do not show", Buffer.from("II*\0".padEnd(40, "\0"))],
  ])("refuses %s as the registry's icon", (_, bytes) => {
    const source = makeRepository(join(folder, "source"), {
      "1.0": {
        ...branch({ Editor: workspace10("Editor") }),
        "site/public/logo.png": bytes,
        "site/next.config.js": config({ icon: "/logo.png", listUrl: "https://lab.github.io/kasm-registry/" }),
      },
    });
    const { corrections, notes, registry } = run(source);
    expect([registry.icon, notes]).toEqual([undefined, []]);
    expect(corrections).toContain(
      importIcon.leftOut({ from: '"/logo.png"', reason: importIcon.reasons.noPicture }),
    );
    expect(existsSync(join(folder, "public/logo.png"))).toBe(false);
  });

  test("names the registry's picture and drops it when no public folder belongs to the target", () => {
    const contents = {
      ...branch({ Editor: workspace10("Editor") }),
      "site/public/logo.png": icon,
      "site/next.config.js": config({
        icon: "https://github.com/lab/kasm-registry/blob/1.0/site/public/logo.png",
        listUrl: "https://lab.github.io/kasm-registry/",
      }),
    };
    const source = makeRepository(join(folder, "source"), { "1.0": contents });
    expect(run(source, { publicFolder: null }).notes).toEqual([
      words.pictureNotCopied({ from: "site/public/logo.png", to: "logo.png" }),
    ]);
    expect(JSON.parse(out("registry.json"))).not.toHaveProperty("icon");
  });

  test.each(["sound", "broken"])("leaves no clone behind when a %s git address was imported", (kind) => {
    const temporary = join(folder, "temporary");
    mkdirSync(temporary);
    vi.stubEnv("TMPDIR", temporary);
    makeRepository(join(folder, "source"), {
      "1.0": kind === "sound" ? branch({ Editor: workspace10("Editor") }) : { "README.md": "" },
    });
    const address = `file://${join(folder, "source")}`;
    if (kind === "sound") run(address);
    else expect(() => run(address)).toThrow();
    expect(readdirSync(temporary)).toEqual([]);
  });

  test("takes the branch beside gh-pages when none is checked out", () => {
    const source = makeRepository(join(folder, "source"), {
      "gh-pages": { "index.html": "" },
      trunk: branch({ Editor: workspace10("Editor") }),
    });
    git(source, "symbolic-ref", "HEAD", "refs/heads/gone");
    expect(run(source).taken).toEqual([{ branch: "trunk", folders: ["Editor"] }]);
  });

  test("forwards the 1.1 address of a workspace of 1.0 when it stood in the branch 1.1", () => {
    run(makeRepository(join(folder, "source"), { "1.1": branch({ Folder: workspace10("Editor") }) }));
    expect(JSON.parse(out("old-addresses.json"))).toEqual({ [`1.1/new/${btoa("Editor")}/`]: "Folder" });
  });

  test("forwards an address to the first folder when two had it", () => {
    const two = branch({ A: workspace10("Editor"), B: workspace10("Editor") });
    run(makeRepository(join(folder, "source"), { "1.0": two }));
    expect(JSON.parse(out("old-addresses.json"))).toEqual({
      [`1.0/new/${btoa("lab/editor:1")}/`]: "A",
    });
  });

  test("a custom domain kept in gh-pages becomes the address", () => {
    run(
      makeRepository(join(folder, "source"), {
        "gh-pages": { CNAME: "registry.lab.example\n" },
        "1.0": branch({ Editor: workspace10("Editor") }),
      }),
    );
    expect(JSON.parse(out("registry.json")).url).toBe("https://registry.lab.example/");
  });
});

describe("two branches", () => {
  const both = {
    "1.0": branch({
      Editor: workspace10("Editor", ["1.13.x", "1.14.x"]),
      Old: workspace10("Old"),
      "Paint 1": workspace10("Paint"),
    }),
    "1.1": branch({
      Editor: workspace11("Editor"),
      New: workspace11("New"),
      Paint: workspace11("paint", ["1.17.x", "1.14.x"]),
    }),
  };

  test("become one source: 1.1 preferred, 1.0 for what only it has", () => {
    const report = run(makeRepository(join(folder, "source"), both));
    expect(report.taken).toEqual([
      { branch: "1.1", folders: ["Editor", "New", "Paint"] },
      { branch: "1.0", folders: ["Old"] },
    ]);
    expect(out("Editor/workspace.json")).toBe(workspace11("Editor"));
    expect(out("Old/workspace.json")).toBe(workspace10("Old"));
    expect(report.notes).toEqual([
      mergeWords.olderVersions({
        name: "Editor",
        branch: "1.0",
        versions: "1.13.x, 1.14.x",
        canMerge: true,
      }),
      mergeWords.sameWorkspace({ folder: "Paint 1", branch: "1.0", taken: "Paint", takenBranch: "1.1" }),
    ]);
    expect(JSON.parse(out("old-addresses.json"))).toEqual({
      [`1.0/new/${btoa("lab/editor:1")}/`]: "Editor",
      [`1.0/new/${btoa("lab/old:1")}/`]: "Old",
      [`1.0/new/${btoa("lab/paint:1")}/`]: "Paint",
      [`1.1/new/${btoa("Editor")}/`]: "Editor",
      [`1.1/new/${btoa("New")}/`]: "New",
      [`1.1/new/${btoa("paint")}/`]: "Paint",
    });
  });

  test("side by side as folders give the same", () => {
    for (const [name, contents] of Object.entries(both))
      writeFiles(join(folder, "source", `registry@${name}`), contents);
    expect(run(join(folder, "source")).taken).toEqual([
      { branch: "1.1", folders: ["Editor", "New", "Paint"] },
      { branch: "1.0", folders: ["Old"] },
    ]);
  });

  test("with --merge-versions the old versions are added, and nothing else changes", () => {
    run(makeRepository(join(folder, "source"), both), { mergeVersions: true });
    const { compatibility, ...rest } = JSON.parse(out("Editor/workspace.json"));
    const { compatibility: before, ...restBefore } = JSON.parse(workspace11("Editor"));
    expect(rest).toEqual(restBefore);
    expect(compatibility).toEqual([
      ...before,
      ...["1.13.x", "1.14.x"].map((version) => ({
        version,
        image: "lab/editor:1",
        uncompressed_size_mb: 100,
      })),
    ]);
    expect(out("New/workspace.json")).toBe(workspace11("New"));
  });
});

describe("the target", () => {
  const source = (): string =>
    makeRepository(join(folder, "source"), { "1.0": branch({ Editor: workspace10("Editor") }) });

  test("is refused when it holds anything of its own, and stays as it was", () => {
    for (const contents of [
      { "Mine/workspace.json": "{}" },
      { "registry.json": '{"name": "Mine"}' },
      { "notes.txt": "x" },
    ] as Contents[]) {
      const to = mkdtempSync(join(folder, "own-"));
      writeFiles(to, contents);
      expect(() =>
        run(existsSync(join(folder, "source")) ? join(folder, "source") : source(), { to }),
      ).toThrow(/is not empty/);
      expect(readdirSync(to)).toEqual([Object.keys(contents)[0]!.split("/")[0]]);
    }
  });

  test("with nothing but the template's examples is taken, and they go", () => {
    const to = join(folder, "out");
    writeFiles(to, {
      "Example/workspace.json": "{}",
      "registry.json": '{"$schema": "../schema/registry.schema.json"}',
      ".examples.json": '{"Example": "da8ab1f8b1bf9c7ef3d8a6d3f4ee3f0f0f0f0f0f"}',
    });
    expect(() => run(source())).toThrow(/is not empty \(Example\)/);
    writeFiles(to, { ".examples.json": JSON.stringify({ Example: exampleSha(to) }) });
    run(join(folder, "source"));
    expect(readdirSync(to).sort()).toEqual(["Editor", "old-addresses.json", "registry.json"]);
  });
});

describe("a stranger's source", () => {
  test("cannot run anything: hooks, monitors, filters, transports", () => {
    const source = makeRepository(join(folder, "source"), {
      "1.0": { ...branch({ Editor: workspace10("Editor") }), ".gitattributes": "* filter=evil\n" },
    });
    const touch = `touch ${join(folder, "pwned")}`;
    writeFileSync(
      join(source, ".git/config"),
      `[core]\n\trepositoryformatversion = 1\n\tfsmonitor = "${touch}"\n\tsshCommand = "${touch}"\n\tpager = "${touch}"\n\talternateRefsCommand = "${touch}"\n[filter "evil"]\n\tclean = "${touch}; cat"\n\tsmudge = "${touch}; cat"\n\tprocess = "${touch}"\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = "ext::sh -c ${touch.replaceAll(" ", "% ")}"\n\tpromisor = true\n\tuploadpack = "${touch}"\n[diff]\n\texternal = "${touch}"\n`,
    );
    mkdirSync(join(source, ".git/hooks"), { recursive: true });
    for (const hook of ["post-checkout", "reference-transaction", "pre-auto-gc"])
      writeFileSync(join(source, ".git/hooks", hook), `#!/bin/sh\n${touch}\n`, { mode: 0o755 });
    run(source);
    rmSync(join(folder, "out"), { recursive: true });
    // A missing object makes git ask the promisor remote, which is a program here.
    const blob = git(source, "rev-parse", "1.0:workspaces/Editor/icon.png").trim();
    rmSync(join(source, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    expect(() => run(source)).toThrow(/missing from the git repository/);
    expect(existsSync(join(folder, "pwned"))).toBe(false);
  });

  test("cannot be an address that starts a program, or an option", () => {
    for (const source of [
      `ext::sh -c "touch ${join(folder, "pwned")}"`,
      `--upload-pack=touch ${join(folder, "pwned")}`,
      "https://registry.invalid/x",
    ])
      expect(() => run(source)).toThrow();
    expect(existsSync(join(folder, "pwned"))).toBe(false);
  });

  test("cannot lead out of the folder: links, submodules and odd names are left out and named", () => {
    const plain = join(folder, "plain");
    writeFiles(plain, { ...branch({ Editor: workspace10("Editor") }), "secret.txt": "secret" });
    symlinkSync("../../secret.txt", join(plain, "workspaces/Editor/link.txt"));
    symlinkSync("/etc", join(plain, "workspaces/etc"));
    expect(run(plain).notes).toEqual([
      `plain: ${words.link("workspaces/Editor/link.txt")}`,
      `plain: ${words.link("workspaces/etc")}`,
    ]);
    expect(readdirSync(join(folder, "out/Editor")).sort()).toEqual(["icon.png", "workspace.json"]);
    rmSync(join(folder, "out"), { recursive: true });

    const source = makeRepository(join(folder, "source"), {
      "1.0": branch({ Editor: workspace10("Editor") }),
    });
    const blob = git(source, "rev-parse", "HEAD:workspaces/Editor/workspace.json").trim();
    git(
      source,
      "update-index",
      "--add",
      "--cacheinfo",
      `120000,${blob},workspaces/Editor/link`,
      "--cacheinfo",
      `160000,${"1".repeat(40)},workspaces/Sub`,
    );
    git(source, "commit", "--quiet", "-m", "odd");
    expect(run(source).notes).toEqual([
      `1.0: ${words.link("workspaces/Editor/link")}`,
      `1.0: ${words.submodule("workspaces/Sub")}`,
    ]);
    expect(existsSync(join(folder, "out/Editor/link"))).toBe(false);
  });

  test("a next.config.js that would run code does nothing", () => {
    const evil = `require("fs").writeFileSync(${JSON.stringify(join(folder, "pwned"))}, "");\n${settings}`;
    run(
      makeRepository(join(folder, "source"), {
        "1.0": { ...branch({ Editor: workspace10("Editor") }), "site/next.config.js": evil },
      }),
    );
    expect(existsSync(join(folder, "pwned"))).toBe(false);
    expect(JSON.parse(out("registry.json")).name).toBe("Lab");
  });

  test("writes no control characters to the terminal", () => {
    const report = run(
      makeRepository(join(folder, "source"), {
        "1.0": {
          ...branch({ Editor: workspace10("Editor") }),
          "site/next.config.js": config({
            name: "\u001b[2JLab",
            listUrl: "https://lab.github.io/kasm-registry/",
          }),
        },
      }),
    );
    expect(reportImport(report, "x", "y")).toMatch("\\u001b[2JLab");
  });
});

test.each<[name: string, contents: Contents, message: (plain: string) => string]>([
  ["no registry", { "README.md": "x" }, words.noWorkspaces],
  ["an empty workspaces folder", { "workspaces/.gitkeep": "" }, () => words.empty],
  ["three folders with registries", severalRegistries(3, "x"), (plain) => several(plain, 3, "x0, x1, x2")],
  ["six of them", severalRegistries(6, "x"), (plain) => several(plain, 6, "x0, x1, x2, x3, x4")],
])("%s gives a sentence", (_, contents, message) => {
  const plain = join(folder, "plain");
  writeFiles(plain, contents);
  expect(() => run(plain)).toThrow(new Error(message(plain)));
  expect(existsSync(join(folder, "out"))).toBe(false);
});

test.each(["nowhere", "a file"])("%s instead of a source gives a sentence", (name) => {
  writeFiles(folder, { "a file": "" });
  const source = join(folder, name);
  expect(() => run(source)).toThrow(new Error(words.noSource(source)));
});

test.each<[name: string, branches: Record<string, Contents>, message: string]>([
  ["without a commit", {}, words.noBranch],
  ["with gh-pages alone", { "gh-pages": { "index.html": "" } }, words.noWorkspacesInBranches(["gh-pages"])],
  [
    "without workspaces",
    { "1.0": { "README.md": "" }, "1.1": {} },
    words.noWorkspacesInBranches(["1.0", "1.1"]),
  ],
  [
    "of one branch without workspaces",
    { main: { "README.md": "" } },
    'The branch main holds no folder "workspaces". A registry made with the official template has one.',
  ],
])("a repository %s gives a sentence", (_, branches, message) => {
  const source = makeRepository(join(folder, "source"), branches);
  expect(() => run(source)).toThrow(new Error(message));
});

test("reads two registries side by side, and a bare repository", () => {
  const two = join(folder, "two");
  writeFiles(two, severalRegistries(2, "x"));
  expect(run(two).taken.map(({ branch }) => branch)).toEqual(["x1", "x0"]);
  rmSync(join(folder, "out"), { recursive: true });
  const source = makeRepository(join(folder, "source"), { "1.0": branch({ Editor: workspace10("Editor") }) });
  git(folder, "clone", "--quiet", "--bare", source, "bare");
  expect(run(join(folder, "bare"))).toMatchObject({
    notes: [],
    taken: [{ branch: "1.0", folders: ["Editor"] }],
  });
});

test("names what is not safe to write and imports the rest", () => {
  const source = makeRepository(join(folder, "source"), {
    "1.0": { ...branch({ Editor: workspace10("Editor") }), "workspaces/Editor/a\\b.txt": "" },
  });
  expect(run(source)).toMatchObject({
    files: 2,
    notes: [words.unsafeName(JSON.stringify("Editor/a\\b.txt"))],
  });
});

test("keeps what can be run so, and names the schema for editors when there is one", () => {
  const source = makeRepository(join(folder, "source"), { "1.0": branch({ Editor: workspace10("Editor") }) });
  chmodSync(join(source, "workspaces/Editor/icon.png"), 0o755);
  git(source, "commit", "--quiet", "-am", "Executable");
  run(source, { schemaPath: "../schema.json" });
  expect(Object.entries(JSON.parse(out("registry.json")))[0]).toEqual(["$schema", "../schema.json"]);
  const isExecutable = (name: string): boolean =>
    (statSync(join(folder, "out/Editor", name)).mode & 0o100) !== 0;
  expect([isExecutable("icon.png"), isExecutable("workspace.json")]).toEqual([true, false]);
});

test("knows nothing of a registry without its config", () => {
  const { "site/next.config.js": _, ...contents } = branch({ Editor: workspace10("Editor") });
  writeFiles(join(folder, "plain"), contents);
  expect(run(join(folder, "plain"))).toMatchObject({ registry: {}, corrections: [settingsWords.noConfig] });
});

test.each([
  ["/r/workspaces", undefined, "/r/public"],
  ["/r/other", undefined, null],
  ["/r/other", "/p", "/p"],
])("the public folder for %s, with %j named, is %j", (to, named, expected) =>
  expect(publicFolderFor(to, "/r", named)).toBe(expected),
);

function severalRegistries(count: number, name: string): Contents {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${name}${i}/workspaces/E${i}/workspace.json`, "{}"]),
  );
}
function several(source: string, number: number, names: string): string {
  return words.severalRegistries({ folder: source, number, names });
}

function exampleSha(to: string): string {
  return hashFolder("Example", [
    {
      name: "workspace.json",
      hash: hashFile("workspace.json", readFileSync(join(to, "Example/workspace.json"))),
    },
  ]);
}
