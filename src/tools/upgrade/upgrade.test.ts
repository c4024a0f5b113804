import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { git, type Contents } from "../../../tests/support/git-repository.ts";
import { writeFiles } from "../../../tests/support/run.ts";
import { upgradeText as text } from "../../strings/upgrade.ts";
import { filesThatStay, readChanges } from "./changes.ts";
import { upgrade, type UpgradeOptions, type UpgradeReport } from "./upgrade.ts";

let scratch: string;
let template: string;
let fork: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "upgrade-"));
  template = join(scratch, "template");
  fork = join(scratch, "fork");
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const lines = (...texts: string[]): string => texts.join("\n") + "\n";
const code = Array.from({ length: 30 }, (_, n) => `const line${n} = ${n};`);
const releases: Contents[] = [
  {
    "package.json": '{ "version": "1.0.0" }\n',
    "src/registry/load.ts": lines(...code),
    "src/registry/old.ts": "old\n",
    "src/registry/moved.ts": lines(...code.slice(0, 20)),
    "src/styles/tokens.css": ":root {}\n",
    "src/strings/en/site.ts": "one\n",
    "README.md": "template\n",
    "workspaces/Example/workspace.json": "{}\n",
    "public/logo.svg": "<svg/>\n",
    ".github/workflows/check.yml": "on: push\n",
  },
  {
    "package.json": '{ "version": "1.9.0" }\n',
    "src/registry/load.ts": lines("// second", ...code),
    "src/registry/fresh.ts": "fresh\n",
    "src/registry/old.ts": "old\n",
  },
  {
    "package.json": '{ "version": "1.10.0" }\n',
    "src/registry/load.ts": lines("// third", ...code),
    "src/styles/tokens.css": ":root { --new: 1 }\n",
    "src/strings/en/site.ts": "two\n",
    "workspaces/Example/workspace.json": '{"changed": true}\n',
    "public/logo.svg": "<svg>new</svg>\n",
    "README.md": "template 3\n",
    "src/strings/en/fresh.ts": "fresh\n",
    ".devcontainer/devcontainer.json": '{ "image": "node:24" }\n',
    ".vscode/tasks.json": "{}\n",
  },
];

/** The template with a commit and a tag a release; the third one deletes old.ts and moves moved.ts. */
function makeTemplate(tags = ["v1.0.0", "v1.9.0", "v1.10.0"]): string[] {
  writeFiles(template, releases[0]!);
  git(template, "init", "--quiet");
  return releases.map((contents, index) => {
    writeFiles(template, contents);
    if (index === 2) {
      rmSync(join(template, "src/registry/old.ts"));
      git(template, "mv", "src/registry/moved.ts", "src/moved.ts");
    }
    git(template, "add", "--all");
    git(template, "commit", "--quiet", "-m", `release ${index}`);
    if (tags[index] !== undefined) git(template, "tag", tags[index]);
    return git(template, "rev-parse", "HEAD").trim();
  });
}

/** Makes what "Use this template" does of a commit: its files in a repository with a history of its own. */
function makeFork(commit: string, own: Contents = {}): void {
  const clone = join(scratch, "clone");
  git(scratch, "clone", "--quiet", template, clone);
  git(clone, "checkout", "--quiet", commit);
  rmSync(join(clone, ".git"), { recursive: true });
  cpSync(clone, fork, { recursive: true });
  git(fork, "init", "--quiet");
  commitAll("Initial commit");
  writeFiles(fork, own);
  commitAll("Ours");
}

function commitAll(message: string): void {
  git(fork, "add", "--all");
  git(fork, "commit", "--quiet", "--allow-empty", "-m", message);
}

function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith(".git/"))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
const read = (path: string): string => readFileSync(join(fork, path), "utf8");
const did = ({ changes, staying, conflicts }: UpgradeReport): string[] =>
  [
    ...changes.map(({ kind, path }) => `${conflicts.includes(path) ? "conflict" : kind} ${path}`),
    ...staying.map(({ reason, path }) => `keep ${reason} ${path}`),
  ].sort();
const run = (more: Partial<UpgradeOptions> = {}): UpgradeReport =>
  upgrade({ fork, template, dryRun: false, ...more });

const own: Contents = {
  "workspaces/Mine/workspace.json": '{"mine": true}\n',
  "workspaces/Example/workspace.json": '{"ours": true}\n',
  "public/logo.svg": "<svg>mine</svg>\n",
  "README.md": "mine\n",
  "src/styles/tokens.css": ":root { --mine: 1 }\n",
  "src/mine.ts": "mine\n",
};

test("brings a fork of the first release to the newest, and leaves content, colours and texts of its own alone", () => {
  const [first] = makeTemplate();
  makeFork(first!, { ...own, "src/strings/en/site.ts": "mine\n", "src/strings/de/site.ts": "meins\n" });
  const report = run();
  expect(report).toMatchObject({ from: "v1.0.0", to: "v1.10.0", conflicts: [] });
  expect(report.commits).toEqual(["v1.0.0", "v1.10.0"].map((tag) => git(template, "rev-parse", tag).trim()));
  expect(report.changes).toContainEqual({
    kind: "move",
    path: "src/moved.ts",
    source: "src/registry/moved.ts",
  });
  expect(did(report)).toEqual([
    "add .devcontainer/devcontainer.json",
    "add .vscode/tasks.json",
    "add src/registry/fresh.ts",
    "add src/strings/en/fresh.ts",
    "change package.json",
    "change src/registry/load.ts",
    "delete src/registry/old.ts",
    "keep own src/strings/en/site.ts",
    "keep own src/styles/tokens.css",
    "move src/moved.ts",
  ]);
  expect(filesOf(fork)).toEqual({
    ...filesOf(template),
    ...own,
    "src/strings/en/site.ts": "mine\n",
    "src/strings/de/site.ts": "meins\n",
  });
  expect(git(fork, "diff", "--name-only"), "all of it is staged").toBe("");
});

test("has nothing to do for the second time", () => {
  makeFork(makeTemplate()[0]!, own);
  run();
  commitAll("Upgrade");
  expect(did(run())).toEqual([]);
});

test("lets colours and texts that the fork never changed follow the release", () => {
  makeFork(makeTemplate()[0]!);
  run();
  expect([read("src/styles/tokens.css"), read("src/strings/en/site.ts")]).toEqual([
    ":root { --new: 1 }\n",
    "two\n",
  ]);
});

test("merges edits of engine files, moved ones as well", () => {
  makeFork(makeTemplate()[0]!, {
    "src/registry/load.ts": lines(...code, "const mine = 1;"),
    "src/registry/moved.ts": lines(...code.slice(0, 20), "const mine = 1;"),
    ".github/workflows/check.yml": "on: [push, schedule]\n",
  });
  expect(run().conflicts).toEqual([]);
  expect(read("src/registry/load.ts")).toBe(lines("// third", ...code, "const mine = 1;"));
  expect(read("src/moved.ts")).toContain("const mine");
  expect(read(".github/workflows/check.yml")).toBe("on: [push, schedule]\n");
});

test("names the files in which both changed the same lines, and applies the rest", () => {
  makeFork(makeTemplate()[0]!, { "src/registry/load.ts": lines("// mine", ...code) });
  expect(run().conflicts).toEqual(["src/registry/load.ts"]);
  expect(read("src/registry/load.ts")).toMatch(/<<<<<<<[^]*\/\/ mine[^]*\/\/ third[^]*>>>>>>>/);
  expect(read("src/registry/fresh.ts")).toBe("fresh\n");
  git(fork, "reset", "--quiet", "--hard");
  expect(read("src/registry/load.ts"), "and git takes it back").toBe(lines("// mine", ...code));
});

test("leaves deleted what the fork deleted, and keeps what it edited", () => {
  makeFork(makeTemplate()[0]!, { "src/registry/old.ts": "edited\n" });
  rmSync(join(fork, "src/registry/load.ts"));
  commitAll("Without load");
  expect(did(run())).toEqual(
    expect.arrayContaining(["keep deleted src/registry/load.ts", "keep edited src/registry/old.ts"]),
  );
  expect(existsSync(join(fork, "src/registry/load.ts"))).toBe(false);
  expect(read("src/registry/old.ts")).toBe("edited\n");
});

test("refuses a tree with changes that are not committed, and writes nothing", () => {
  makeFork(makeTemplate()[0]!, own);
  const before = filesOf(fork);
  writeFileSync(join(fork, "new file.txt"), "x");
  expect(() => run()).toThrow(new Error(text.notCommitted(['"new file.txt"'])));
  rmSync(join(fork, "new file.txt"));
  writeFileSync(join(fork, "README.md"), "changed");
  expect(() => run()).toThrow(new Error(text.notCommitted(["README.md"])));
  git(fork, "checkout", "--quiet", ".");
  expect(filesOf(fork)).toEqual(before);
});

test("refuses files that the fork's .gitignore matches, and writes nothing", () => {
  makeFork(makeTemplate()[0]!, { ".gitignore": "fresh.ts\n" });
  writeFiles(fork, { "src/registry/fresh.ts": "secret\n" });
  const before = filesOf(fork);
  expect(() => run()).toThrow(new Error(text.ignored(["src/registry/fresh.ts", "src/strings/en/fresh.ts"])));
  expect(filesOf(fork)).toEqual(before);
});

test("takes nothing for unchanged or not ignored that git cannot read", () => {
  const [first] = makeTemplate();
  makeFork(first!);
  const missing = "1".repeat(40);
  const refused = text.refused(`bad object ${missing}`);
  expect(() => readChanges(fork, missing, "HEAD")).toThrow(refused);
  expect(() => filesThatStay(fork, missing, [])).toThrow(refused);
  rmSync(join(fork, "src/strings/en"), { recursive: true });
  symlinkSync("../mine", join(fork, "src/strings/en"));
  commitAll("A link");
  expect(run).toThrow("pathspec 'src/strings/en/fresh.ts' is beyond a symbolic link");
});

test("says the same with --dry-run and writes nothing", () => {
  makeFork(makeTemplate()[0]!, { ...own, "src/registry/load.ts": lines("// mine", ...code) });
  const before = filesOf(fork);
  const planned = did(run({ dryRun: true }));
  expect(planned).toContain("conflict src/registry/load.ts");
  expect(filesOf(fork)).toEqual(before);
  expect(git(fork, "status", "--porcelain")).toBe("");
  expect(planned).toEqual(did(run()));
});

test("takes the highest version tag, not the newest commit or the last in the alphabet", () => {
  const [first] = makeTemplate();
  writeFiles(template, { "package.json": '{ "version": "next" }\n' });
  git(template, "commit", "--quiet", "-am", "not released");
  makeFork(first!);
  expect(run().to).toBe("v1.10.0");
  expect(read("package.json")).toBe('{ "version": "1.10.0" }\n');
});

test("asks a fork without a tag where it came from, and suggests its first commit", () => {
  const [first, second] = makeTemplate([]);
  makeFork(first!, own);
  const root = git(fork, "log", "--max-parents=0", "--format=%h").trim();
  expect(() => run()).toThrow(new Error(text.noTag("1.0.0", root)));
  expect(() => run({ from: "v0.1.0" })).toThrow(new Error(text.noSuchRelease("v0.1.0")));
  const report = run({ from: root });
  const [base, release] = [git(fork, "rev-parse", root).trim(), git(template, "rev-parse", "HEAD").trim()];
  expect(report).toMatchObject({
    from: base.slice(0, 12),
    to: release.slice(0, 12),
    commits: [base, release],
  });
  expect(read("src/registry/load.ts")).toBe(lines("// third", ...code));
  git(fork, "reset", "--quiet", "--hard");
  expect(did(run({ from: second! })), "a commit of the template will do as well").not.toContain(
    "add src/registry/fresh.ts",
  );
});

test("reads a git address", () => {
  makeFork(makeTemplate()[0]!, own);
  run({ template: `file://${template}` });
  expect(read("package.json")).toBe('{ "version": "1.10.0" }\n');
});

test("explains in a sentence when the template or the repository is none", () => {
  makeFork(makeTemplate()[0]!);
  const other = join(scratch, "other");
  writeFiles(other, { "package.json": "{}" });
  expect(() => run({ template: other })).toThrow(/cannot be read as a repository of this template/);
  expect(() => run({ template: join(scratch, "nowhere") })).toThrow(/cannot be read as a repository/);
  expect(() => run({ fork: other })).toThrow(/is not a git repository/);
  git(other, "init", "--quiet");
  writeFiles(other, { "sub/package.json": "{}" });
  git(other, "add", "--all");
  git(other, "commit", "--quiet", "-m", "Sub");
  expect(() => run({ fork: join(other, "sub") })).toThrow(new Error(text.insideAnother(join(other, "sub"))));
  git(other, "add", "--all");
  git(other, "commit", "--quiet", "--allow-empty", "-m", "Other");
  expect(() => run({ template: other })).toThrow(new Error(text.noTemplate(other, text.noEngine)));
});
