import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { git, writeFiles, type Contents } from "../../../tests/support/git-repository.ts";
import { reportUpgrade } from "./report.ts";
import { upgrade, type UpgradeReport } from "./upgrade.ts";
import { zoneOf } from "./zones.ts";

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
    "src/styles/tokens.css": ":root {}\n",
    "src/strings/en/site.ts": "one\n",
    "README.md": "template\n",
    "workspaces/Example/workspace.json": "{}\n",
    "public/logo.svg": "<svg/>\n",
    ".github/workflows/check.yml": "on: push\n",
  },
  {
    "package.json": '{ "version": "1.1.0" }\n',
    "src/registry/load.ts": lines("// second", ...code),
    "src/registry/fresh.ts": "fresh\n",
    "src/registry/old.ts": "old\n",
  },
  {
    "package.json": '{ "version": "1.2.0" }\n',
    "src/registry/load.ts": lines("// third", ...code),
    "src/styles/tokens.css": ":root { --new: 1 }\n",
    "src/strings/en/site.ts": "two\n",
    "workspaces/Example/workspace.json": '{"changed": true}\n',
    "public/logo.svg": "<svg>new</svg>\n",
    "README.md": "template 3\n",
    "src/registry/old.ts": "",
  },
];

/** The template with a commit a release; the third one deletes src/registry/old.ts. */
function makeTemplate({ tags = false } = {}): string[] {
  writeFiles(template, releases[0]!);
  git(template, "init", "--quiet");
  return releases.map((contents, index) => {
    writeFiles(template, contents);
    if (index === 2) rmSync(join(template, "src/registry/old.ts"));
    git(template, "add", "--all");
    git(template, "commit", "--quiet", "-m", `release ${index}`);
    if (tags) git(template, "tag", ["v1.0.0", "v1.9.0", "v1.10.0"][index]!);
    return git(template, "rev-parse", "HEAD").trim();
  });
}

/** What "Use this template" makes of a commit: its files in a repository with a history of its own. */
function makeFork(commit: string, own: Contents = {}): void {
  const clone = join(scratch, "clone");
  git(scratch, "clone", "--quiet", template, clone);
  git(clone, "checkout", "--quiet", commit);
  rmSync(join(clone, ".git"), { recursive: true });
  cpSync(clone, fork, { recursive: true });
  git(fork, "init", "--quiet");
  git(fork, "add", "--all");
  git(fork, "commit", "--quiet", "-m", "Initial commit");
  if (Object.keys(own).length === 0) return;
  writeFiles(fork, own);
  git(fork, "add", "--all");
  git(fork, "commit", "--quiet", "-m", "Ours");
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
const engineOf = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => zoneOf(path) === "engine"));
const did = ({ changes }: UpgradeReport): string[] => changes.map((change) => `${change.do} ${change.path}`);
const run = (more = {}): UpgradeReport => upgrade({ fork, from: template, dryRun: false, ...more });

const own: Contents = {
  "workspaces/Mine/workspace.json": '{"mine": true}\n',
  "public/logo.svg": "<svg>mine</svg>\n",
  "README.md": "mine\n",
  "src/styles/tokens.css": ":root { --mine: 1 }\n",
  "src/mine.ts": "mine\n",
};

test("a fork two commits old: engine equal to the release, content and theme untouched", () => {
  const [first] = makeTemplate();
  makeFork(first!, own);
  const before = filesOf(fork);
  const report = run();
  const after = filesOf(fork);
  const { "src/mine.ts": mine, ...engine } = engineOf(after);
  expect(engine).toEqual(engineOf(filesOf(template)));
  expect(mine).toBe("mine\n");
  for (const [path, text] of Object.entries(before))
    if (zoneOf(path) === "content" || path === "src/styles/tokens.css") expect(after[path], path).toBe(text);
  expect(
    after["src/strings/en/site.ts"],
    "a theme file that the fork never changed follows the release",
  ).toBe("two\n");
  expect(did(report)).toEqual([
    "update package.json",
    "add src/registry/fresh.ts",
    "update src/registry/load.ts",
    "delete src/registry/old.ts",
    "update src/strings/en/site.ts",
    "keep src/styles/tokens.css",
  ]);
  expect(report.base).toBe(first!.slice(0, 12));
  expect(reportUpgrade(report, false)).toMatch(
    /keep {4}src\/styles\/tokens\.css {2}\(yours; the release changed it too/,
  );
});

test("a second upgrade has nothing to do", () => {
  makeFork(makeTemplate()[0]!, own);
  run();
  git(fork, "add", "--all");
  git(fork, "commit", "--quiet", "-m", "Upgrade");
  const report = run();
  expect(did(report)).toEqual([]);
  expect(reportUpgrade(report, false)).toMatch("Nothing to do");
});

test("edits of engine files are merged; where both changed the same lines, both are kept", () => {
  const [first] = makeTemplate();
  makeFork(first!, {
    "src/registry/load.ts": lines(...code, "const mine = 1;"),
    "package.json": '{ "version": "9.9.9" }\n',
    ".github/workflows/check.yml": "on: [push, schedule]\n",
  });
  const report = run();
  expect(readFileSync(join(fork, "src/registry/load.ts"), "utf8")).toBe(
    lines("// third", ...code, "const mine = 1;"),
  );
  expect(readFileSync(join(fork, "package.json"), "utf8")).toBe('{ "version": "9.9.9" }\n');
  expect(readFileSync(join(fork, "package.json.release"), "utf8")).toBe('{ "version": "1.2.0" }\n');
  expect(readFileSync(join(fork, ".github/workflows/check.yml"), "utf8")).toBe("on: [push, schedule]\n");
  expect(did(report)).toContain("merged src/registry/load.ts");
  expect(did(report)).toContain("conflict package.json");
  expect(reportUpgrade(report, false)).toMatch(/1 file needs your hand/);
});

test("a file deleted by the fork stays deleted, one deleted by the release but edited here stays", () => {
  const [first] = makeTemplate();
  makeFork(first!, { "src/registry/old.ts": "edited\n" });
  rmSync(join(fork, "src/registry/load.ts"));
  git(fork, "add", "--all");
  git(fork, "commit", "--quiet", "-m", "Without load");
  expect(did(run())).toEqual(
    expect.arrayContaining(["keep src/registry/load.ts", "keep src/registry/old.ts"]),
  );
  expect(existsSync(join(fork, "src/registry/load.ts"))).toBe(false);
  expect(readFileSync(join(fork, "src/registry/old.ts"), "utf8")).toBe("edited\n");
});

test("a dirty tree is refused, and nothing is written", () => {
  makeFork(makeTemplate()[0]!, own);
  writeFileSync(join(fork, "new file.txt"), "x");
  const before = filesOf(fork);
  expect(() => run()).toThrow(/not committed \(.*new file\.txt/);
  rmSync(join(fork, "new file.txt"));
  writeFileSync(join(fork, "README.md"), "changed");
  expect(() => run()).toThrow(/not committed \(README\.md\)/);
  git(fork, "checkout", "--quiet", ".");
  delete before["new file.txt"];
  expect(filesOf(fork)).toEqual(before);
});

test("--dry-run says the same and writes nothing", () => {
  makeFork(makeTemplate()[0]!, {
    ...own,
    "src/registry/load.ts": lines(...code, "const mine = 1;"),
    "package.json": "{}\n",
  });
  const before = filesOf(fork);
  const planned = did(run({ dryRun: true }));
  expect(filesOf(fork)).toEqual(before);
  expect(planned).toEqual(did(run()));
});

test("the newest release is the highest version tag, not the newest commit or the last in the alphabet", () => {
  const [first] = makeTemplate({ tags: true });
  writeFiles(template, { "package.json": '{ "version": "next" }\n' });
  git(template, "commit", "--quiet", "-am", "not released");
  makeFork(first!);
  const report = run();
  expect(report.release).toBe("v1.10.0");
  expect(readFileSync(join(fork, "package.json"), "utf8")).toBe('{ "version": "1.2.0" }\n');
});

test("from a git address", () => {
  makeFork(makeTemplate()[0]!, own);
  run({ from: `file://${template}` });
  expect(readFileSync(join(fork, "package.json"), "utf8")).toBe('{ "version": "1.2.0" }\n');
});

test("from a plain folder without history: what the fork began with is its first commit", () => {
  const [first] = makeTemplate();
  makeFork(first!, { ...own, "src/registry/load.ts": lines(...code, "const mine = 1;") });
  rmSync(join(template, ".git"), { recursive: true });
  writeFiles(template, { "node_modules/x/index.js": "x", ".gitignore": "node_modules/\n" });
  const report = run();
  expect(report.base).toBe("its first commit");
  expect(readFileSync(join(fork, "src/registry/load.ts"), "utf8")).toBe(
    lines("// third", ...code, "const mine = 1;"),
  );
  expect(existsSync(join(fork, "node_modules"))).toBe(false);
  expect(existsSync(join(template, ".git"))).toBe(false);
});

test("what is no template, and no repository, gives a sentence", () => {
  makeFork(makeTemplate()[0]!);
  const other = join(scratch, "other");
  writeFiles(other, { "package.json": "{}" });
  expect(() => run({ from: other })).toThrow(/no copy of this template/);
  expect(() => run({ from: join(scratch, "nowhere") })).toThrow(/no package\.json/);
  expect(() => upgrade({ fork: other, from: template, dryRun: false })).toThrow(/no git repository/);
});
