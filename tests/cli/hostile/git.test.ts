import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { changesOf } from "../../../src/history/index.ts";
import { assembleList } from "../../../src/registry/lists/assemble.ts";
import { git as words } from "../../../src/strings/check.ts";
import { commitAt, git as plainGit } from "../../support/git-repository.ts";
import { temporaryFolder, writeFiles } from "../../support/run.ts";
import { contentFolder, load, sound } from "../../support/content-folder.ts";

const base = temporaryFolder();
const original = join(base, "original");
const trap = join(base, "ran");
const script = join(base, "trap.sh");
const when = 1_600_000_000;

beforeAll(() => {
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${trap}\ncat\n`);
  chmodSync(script, 0o755);
  mkdirSync(original);
  plainGit(original, "init", "-q");
  const files = sound("Editor");
  writeFiles(
    original,
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        `workspaces/${path}`,
        typeof content === "string" ? content : JSON.stringify(content),
      ]),
    ),
  );
  writeFileSync(join(original, ".gitattributes"), "* diff=trap filter=trap merge=trap\n");
  commitAt(original, "first", when);
});
afterEach(() => rmSync(trap, { force: true }));

let copies = 0;
function copy(): string {
  const folder = join(base, `copy-${++copies}`);
  cpSync(original, folder, { recursive: true });
  return folder;
}

const read = (folder: string): ReturnType<typeof load> =>
  load(join(folder, "workspaces"), { repository: folder });

describe("a hostile configuration runs nothing and holds nothing up", () => {
  const pipe = join(base, "pipe");
  beforeAll(() => void execFileSync("mkfifo", [pipe]));
  // A stranger who can write .git/config owns the checkout in most tools; reading a registry there must still be safe.
  const settings: [name: string, config: Record<string, string>][] = [
    ["a file system monitor", { "core.fsmonitor": script }],
    ["a pager", { "core.pager": script, "pager.log": script, "pager.config": "true" }],
    ["an external diff", { "diff.external": script, "diff.trap.command": script }],
    ["a text converter", { "diff.trap.textconv": script, "diff.trap.cachetextconv": "true" }],
    [
      "filters",
      {
        "filter.trap.clean": script,
        "filter.trap.smudge": script,
        "filter.trap.process": script,
        "filter.trap.required": "true",
      },
    ],
    [
      "aliases of the commands in use",
      { "alias.log": `!${script}`, "alias.config": `!${script}`, "alias.rev-parse": `!${script}` },
    ],
    [
      "a signature check",
      {
        "log.showSignature": "true",
        "gpg.program": script,
        "gpg.ssh.program": script,
        "gpg.x509.program": script,
      },
    ],
    ["hooks", { "core.hooksPath": join(base, "hooks") }],
    [
      "an editor and helpers",
      {
        "core.editor": script,
        "sequence.editor": script,
        "credential.helper": `!${script}`,
        "core.askPass": script,
        "core.gitProxy": script,
      },
    ],
    ["other references", { "core.alternateRefsCommand": script }],
    ["an included file", { "include.path": join(base, "included") }],
    ["a file included by place", { [`includeIf.gitdir:${base}/.path`]: join(base, "included") }],
    ["a mail map that is a pipe", { "log.mailmap": "true", "mailmap.file": pipe }],
    ["an order of files that is a pipe", { "diff.orderFile": pipe }],
    [
      "attributes and ignored files that are pipes",
      { "core.attributesFile": pipe, "core.excludesFile": pipe },
    ],
    [
      "other forms of the log",
      {
        "log.follow": "true",
        "log.date": "raw",
        "format.pretty": "%B",
        "color.ui": "always",
        "log.decorate": "full",
        "log.diffMerges": "separate",
        "diff.noprefix": "true",
        "i18n.logOutputEncoding": "UTF-16",
      },
    ],
  ];

  beforeAll(() => {
    writeFileSync(
      join(base, "included"),
      `[core]\n\tfsmonitor = ${script}\n\tpager = ${script}\n[diff]\n\texternal = ${script}\n`,
    );
    mkdirSync(join(base, "hooks"));
    for (const hook of ["post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc"])
      cpSync(script, join(base, "hooks", hook));
  });

  test.each(settings)("%s", (_, config) => {
    const folder = copy();
    for (const [key, value] of Object.entries(config)) plainGit(folder, "config", key, value);
    const result = read(folder);
    expect(existsSync(trap)).toBe(false);
    expect(result.modified).toBe(when * 1000);
    expect(result.workspaces).toHaveLength(1);
    // Minutes or forever is what this guards against; machines are noisy.
  });

  test.each([
    ["a transport that runs a program", "ext::"],
    ["ssh", "ssh://example.org"],
    ["a path", "file://"],
  ])("a missing object is not fetched by %s", (_, scheme) => {
    const folder = copy();
    const url =
      scheme === "ext::" ? `ext::${script}` : scheme === "file://" ? `file://${original}` : `${scheme}/x`;
    for (const [key, value] of Object.entries({
      "core.repositoryFormatVersion": "1",
      "extensions.partialClone": "origin",
      "remote.origin.promisor": "true",
      "remote.origin.partialCloneFilter": "tree:0",
      "remote.origin.url": url,
      "protocol.allow": "always",
      "protocol.ext.allow": "always",
      "protocol.ssh.allow": "always",
      "protocol.file.allow": "always",
      "core.sshCommand": script,
      "ssh.variant": "simple",
      "remote.origin.uploadpack": script,
    }))
      plainGit(folder, "config", key, value);
    const tree = plainGit(folder, "rev-parse", "HEAD:workspaces").trim();
    rmSync(join(folder, ".git", "objects", tree.slice(0, 2), tree.slice(2)), { force: true });
    const result = read(folder);
    expect(existsSync(trap)).toBe(false);
    expect(result.workspaces).toHaveLength(1);
    // Minutes or forever is what this guards against; machines are noisy.
  });

  test("a content folder that is dressed up as a repository is none", () => {
    const folder = copy();
    const root = join(folder, "workspaces");
    const bare = join(base, "bare");
    execFileSync("git", ["init", "-q", "--bare", bare]);
    for (const name of ["HEAD", "objects", "refs", "config"])
      cpSync(join(bare, name), join(root, name), { recursive: true });
    appendFileSync(
      join(root, "config"),
      `[core]\n\tfsmonitor = ${script}\n\tpager = ${script}\n[remote "origin"]\n\turl = https://evil.example/x/y\n[include]\n\tpath = ${join(base, "included")}\n`,
    );
    const registry = load(root, { repository: root });
    expect(existsSync(trap)).toBe(false);
    expect(registry.identity.source).toBeNull();
    expect(registry.workspaces).toHaveLength(1);
  });
});

describe("the history is that of the commits", () => {
  let folder: string;
  let log: ReturnType<typeof read>["log"];
  beforeAll(() => {
    folder = copy();
    for (const [place, text] of ["a", "b"].entries()) {
      writeFileSync(join(folder, "workspaces", "Editor", "README.md"), text);
      commitAt(folder, text, when + place + 1);
    }
    log = read(folder).log;
    expect(log.commits).toHaveLength(3);
  });
  const commit = (name: string): string => plainGit(folder, "rev-parse", name).trim();
  afterEach(() => void vi.unstubAllEnvs());

  const elsewhere = join(base, "elsewhere");
  const grafts = join(base, "grafts");
  test.each([
    ["another repository", { GIT_DIR: elsewhere, GIT_WORK_TREE: base, GIT_INDEX_FILE: elsewhere }],
    ["the common part of another", { GIT_COMMON_DIR: elsewhere }],
    ["another store of objects", { GIT_OBJECT_DIRECTORY: elsewhere }],
    ["another beginning of the history", { GIT_SHALLOW_FILE: grafts }],
    ["other parents", { GIT_GRAFT_FILE: grafts }],
    ["other replacements", { GIT_REPLACE_REF_BASE: "refs/heads/" }],
    ["a way to read paths", { GIT_LITERAL_PATHSPECS: "1", GIT_ICASE_PATHSPECS: "1" }],
    ["a program that compares", { GIT_EXTERNAL_DIFF: script }],
    ["a trace", { GIT_TRACE: "1", GIT_TRACE_SETUP: "1" }],
    ["less memory", { GIT_ALLOC_LIMIT: "1" }],
  ])("whatever the environment says: %s", (_, variables) => {
    writeFileSync(grafts, `${commit("HEAD")} ${commit("HEAD~2")}\n`);
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(read(folder).log).toEqual(log);
    expect(existsSync(trap)).toBe(false);
  });

  test("whatever the clone of one person replaces", () => {
    plainGit(folder, "replace", "--graft", commit("HEAD"), commit("HEAD~2"));
    mkdirSync(join(folder, ".git", "info"), { recursive: true });
    writeFileSync(join(folder, ".git", "info", "grafts"), `${commit("HEAD~1")}\n`);
    expect(read(folder).log).toEqual(log);
  });

  test("a partial clone says that it cannot be told, and fetches nothing", () => {
    const [origin, partial] = [copy(), join(base, "partial")];
    writeFileSync(join(origin, "workspaces", "Editor", "workspace.json"), "{}");
    commitAt(origin, "b", when + 1);
    plainGit(origin, "config", "uploadpack.allowFilter", "true");
    plainGit(base, "clone", "-q", "--filter=blob:none", `file://${origin}`, partial);
    const missing = (): string[] | null =>
      plainGit(partial, "rev-list", "--objects", "--missing=print", "HEAD").match(/^\?.*/gm);
    const before = missing();
    expect(before).toHaveLength(1);
    expect(changesOf(read(partial)).failure).toBe(words.missingVersions);
    expect(missing()).toEqual(before);
  });
});

describe("remotes", () => {
  const remotes: [url: string, source: string | null][] = [
    ["https://user:token@example.org/a/b.git", "https://example.org/a/b"],
    ["git@github.com:a/b.git", "https://github.com/a/b"],
    ["javascript:alert(1)//x.y/a/b", null],
    ["ext::sh -c id", null],
    ["file:///etc/passwd", null],
    ["-oProxyCommand=id", null],
    ["https://example.org/%zz/%ff", "https://example.org/%zz/%ff"],
    ['https://example.org/"><script>/x', "https://example.org/%22%3E%3Cscript%3E/x"],
    ["https://ex ample.org/a/b", null],
    ["data:text/html,x/y/z", null],
    ["https://[::1/a/b", null],
    ["\u202egro.elpmaxe", null],
  ];
  test.each(remotes)("%s", (url, source) => {
    const folder = copy();
    plainGit(folder, "config", "remote.origin.url", url);
    const { identity } = read(folder);
    expect(identity.source).toBe(source);
    expect(identity.contactUrl).toMatch(/^https?:\/\//);
    expect([identity.url, identity.icon, identity.contactUrl, identity.source].join(" ")).not.toMatch(
      /token|["<>]|javascript:/,
    );
  });
});

describe("a hostile history", () => {
  const future = 9_999_999_999;
  test("messages and names that look like the output of git change nothing", () => {
    const folder = copy();
    writeFiles(folder, {
      [`workspaces/\u0001${future}`]: "",
      [`workspaces/Editor/\u0001${future}\n`]: "",
      "workspaces/Editor/\n": "",
      'workspaces/Editor/"quoted"': "",
    });
    commitAt(folder, `x\u0001${future}\n\ncommit ${"0".repeat(40)}\nDate: ${future}\u001b[2J`, when + 5);
    const registry = read(folder);
    expect(registry.modified).toBe((when + 5) * 1000);
  });

  test.each([
    ["year 10,000 and later", "253402300800"],
    ["beyond what a date can hold", "9000000000000"],
    ["beyond 2^64", "99999999999999999999999"],
    ["before 1970", "-86400"],
  ])("a date %s is not believed", (_, date) => {
    const folder = copy();
    writeFileSync(join(folder, "workspaces", "Editor", "x.txt"), "x");
    plainGit(folder, "add", "--all");
    const tree = plainGit(folder, "write-tree").trim();
    const parent = plainGit(folder, "rev-parse", "HEAD").trim();
    const object = `tree ${tree}\nparent ${parent}\nauthor A <a@example.org> ${date} +0000\ncommitter A <a@example.org> ${date} +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\nx\n`;
    const id = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--literally", "--stdin"], {
      cwd: folder,
      input: object,
      encoding: "utf8",
    }).trim();
    plainGit(folder, "update-ref", "HEAD", id);
    const { modified, workspaces } = read(folder);
    expect(modified).toBe(when * 1000);
    expect(new Date(workspaces[0]!.modified).toISOString()).toMatch(/^\d{4}-/);
  });

  test("a shallow clone, and one without the commit that it names", () => {
    const folder = join(base, "shallow");
    plainGit(base, "clone", "-q", "--depth", "1", `file://${original}`, folder);
    expect(read(folder).modified).toBe(when * 1000);
    writeFileSync(join(folder, ".git", "shallow"), `${"1".repeat(40)}\n`);
    rmSync(join(folder, ".git", "objects"), { recursive: true });
    mkdirSync(join(folder, ".git", "objects"));
    expect(read(folder).workspaces).toHaveLength(1);
  });

  test("a damaged repository is as none", () => {
    for (const damage of [
      (folder: string) => writeFileSync(join(folder, ".git", "config"), "[core\n"),
      (folder: string) => writeFileSync(join(folder, ".git", "HEAD"), "\0"),
      (folder: string) => renameSync(join(folder, ".git", "refs"), join(folder, ".git", "refz")),
    ]) {
      const folder = copy();
      damage(folder);
      const { workspaces, modified } = read(folder);
      expect(workspaces).toHaveLength(1);
      expect(modified).toBeGreaterThan(when * 1000);
    }
  });
});

describe("without git, and with a wrong clock", () => {
  afterAll(() => void vi.useRealTimers());
  test("no git on this machine", () => {
    vi.stubEnv("PATH", base);
    try {
      const { workspaces, modified } = read(original);
      expect(workspaces).toHaveLength(1);
      expect(modified).toBeGreaterThan(when * 1000);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("a clock in the past, a clock in the future: the same list", () => {
    const texts = [0, when * 1000, 4_000_000_000_000].map((time) => {
      vi.useFakeTimers({ now: time, toFake: ["Date"] });
      return assembleList(read(original), "1.1");
    });
    vi.useRealTimers();
    expect(new Set(texts).size).toBe(1);
  });

  test("files from before 1970 and from the far future", () => {
    for (const seconds of [-1_000_000, 0, 8_000_000_000]) {
      const { root } = contentFolder(sound("Editor"));
      for (const name of ["workspace.json", "editor.svg"])
        utimesSync(join(root, "Editor", name), seconds, seconds);
      const { modified, workspaces } = load(root);
      expect(modified).toBeGreaterThanOrEqual(0);
      expect(() => new Date(workspaces[0]!.modified).toISOString()).not.toThrow();
      expect(JSON.parse(assembleList(load(root), "1.0")).modified).toBe(modified);
    }
  });

  test("SOURCE_DATE_EPOCH that is no number of seconds is passed over", () => {
    for (const epoch of ["", "now", "-1", "1e9", "99999999999999999999", "1600000000; id"])
      expect(load(join(original, "workspaces"), { env: { SOURCE_DATE_EPOCH: epoch } }).modified).toBe(
        when * 1000,
      );
    expect(load(join(original, "workspaces"), { env: { SOURCE_DATE_EPOCH: "1700000000" } }).modified).toBe(
      1_700_000_000_000,
    );
  });
});
