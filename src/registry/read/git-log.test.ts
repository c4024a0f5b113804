import { git as words } from "../../strings/check.ts";
import { commitAt, git } from "../../../tests/support/git-repository.ts";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { datesOf } from "./git-dates.ts";
import { git as run } from "./git.ts";
import { inOrder, lastTime, readLog, readRemote } from "./git-log.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "history-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function commit(path: string, content: string, seconds: number, message = "change"): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
  commitAt(root, message, seconds);
}

/** The dates of the log of a content folder. */
const readHistory = (folder: string) => ({ ...datesOf(readLog(folder)), shallow: readLog(folder).shallow });

function repository(): void {
  git(root, "init", "-q");
  commit("workspaces/Édit or/workspace.json", "1", 1000);
  commit("workspaces/Other/workspace.json", "1", 2000, "a message\nwith lines \u0001 and marks");
  commit("workspaces/Édit or/icon.png", "2", 3000);
  commit("README.md", "2", 4000);
}

test("first and last change of every folder, and of all together; other folders do not count", () => {
  repository();
  const history = readHistory(join(root, "workspaces"));
  expect(history.modified).toBe(3_000_000);
  expect(history.folders.get("Édit or")).toEqual({ created: 1_000_000, modified: 3_000_000 });
  expect(history.folders.get("Other")).toEqual({ created: 2_000_000, modified: 2_000_000 });
  expect(history.shallow).toBe(false);
  // Of the whole repository, which is what a build is made from.
  expect(readLog(join(root, "workspaces")).head).toBe(git(root, "rev-parse", "HEAD").trim());
});

test("a shallow clone says so", () => {
  repository();
  const clone = join(root, "clone");
  git(root, "clone", "-q", "--depth", "1", `file://${root}`, clone);
  expect(readHistory(join(clone, "workspaces"))).toMatchObject({ shallow: true, modified: 4_000_000 });
});

test("no repository, no commit, no folder: nothing is known, nothing is thrown", () => {
  const nothing = { modified: null, shallow: false };
  expect(readHistory(root)).toMatchObject(nothing);
  expect(readHistory(join(root, "nowhere"))).toMatchObject(nothing);
  git(root, "init", "-q");
  expect(readHistory(root)).toMatchObject(nothing);
  expect(readRemote(root)).toBeNull();
  git(root, "remote", "add", "origin", "git@github.com:o/r.git");
  expect(readRemote(root)).toBe("git@github.com:o/r.git");
});

test("no repository and no commit are no failure, and what git cannot read is one", () => {
  expect(readLog(root).failure).toBeUndefined();
  expect(readLog(join(root, "nowhere")).failure).toBeUndefined();
  git(root, "init", "-q");
  expect(readLog(root).failure).toBeUndefined();
  repository();
  expect(readLog(root).failure).toBeUndefined();
  writeFileSync(join(root, ".git/refs/heads/main"), `${"0".repeat(39)}1\n`);
  expect(readLog(root)).toEqual({ commits: [], shallow: false, failure: "bad object HEAD" });
});

test("git that is ended says why", () => {
  repository();
  expect(run(root, ["log"], { maxBuffer: 10 })).toMatchObject({ ok: false, error: words.tooMuch(1) });
  expect(run(root, ["log"], { timeout: 1 })).toMatchObject({ ok: false, error: words.tooSlow(0.001) });
});

test("what a repository's configuration would run is not run", () => {
  repository();
  const trap = join(root, "ran");
  for (const [key, value] of [
    ["core.fsmonitor", `touch ${trap}`],
    ["core.pager", `touch ${trap}`],
    ["diff.external", `touch ${trap}`],
    ["log.showSignature", "true"],
    ["gpg.program", `touch ${trap}`],
    ["core.alternateRefsCommand", `touch ${trap}`],
  ])
    git(root, "config", key!, value!);
  expect(readHistory(join(root, "workspaces")).modified).toBe(3_000_000);
  expect(existsSync(trap)).toBe(false);
});

const year9999 = 253_402_300_799;

test("a commit from the future is as old as the commit that is checked out", () => {
  git(root, "init", "-q");
  commit("A/workspace.json", "1", 1000);
  commit("B/workspace.json", "1", year9999);
  commit("A/workspace.json", "2", 2000);
  expect(readHistory(root)).toEqual({
    modified: 2_000_000,
    folders: new Map([
      ["A", { created: 1_000_000, modified: 2_000_000 }],
      ["B", { created: 2_000_000, modified: 2_000_000 }],
    ]),
    shallow: false,
  });
  commit("README.md", "a later change of something else", 3000);
  mkdirSync(join(root, "C"));
  expect(readHistory(join(root, "B")).modified).toBe(3_000_000);
});

test("a commit of a time that tar cannot say is passed over", () => {
  git(root, "init", "-q");
  commit("A/workspace.json", "1", lastTime / 1000);
  expect(readHistory(root).modified).toBe(lastTime);
  commit("A/workspace.json", "2", lastTime / 1000 + 1);
  expect(readHistory(root).modified).toBe(lastTime);
});

test.each([
  [[], []],
  [
    [1, 2, 2, 3],
    [1, 2, 2, 3],
  ],
  [
    [1, 9, 2, 3],
    [1, 2, 2, 3],
  ],
  [
    [5, 6, 1, 7],
    [5, 6, 6, 7],
  ],
  [
    [5, 6, 7, 1],
    [5, 6, 7, 7],
  ],
  [
    [5, -1],
    [5, 5],
  ],
  [
    [1, 9, 9, 2, 3, 4],
    [1, 2, 2, 2, 3, 4],
  ],
])("puts the times %j into the order of the commits: %j", (times, ordered) =>
  expect(inOrder(times)).toEqual(ordered),
);
