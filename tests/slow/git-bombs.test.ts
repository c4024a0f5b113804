import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLog } from "../../src/registry/read/git-log.ts";
import { git as words } from "../../src/strings/check.ts";
import { readCommitTree } from "../../src/tools/import/branches.ts";
import { bomb, git, makeRepository } from "../support/git-repository.ts";

/** A small repository whose folder workspaces/ holds files without end. */
const root = mkdtempSync(join(tmpdir(), "bomb-"));
beforeAll(() => {
  makeRepository(root, { main: { "workspaces/file": "x" } });
  bomb(root, "workspaces");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a history of files without end is a failure", () => {
  expect(readLog(join(root, "workspaces"))).toEqual({
    commits: [],
    shallow: false,
    failure: words.tooMuchMemory,
  });
});

test("an import of files without end is refused", () => {
  const commit = git(root, "rev-parse", "HEAD~1").trim();
  expect(() => readCommitTree(root, commit, "1.0")).toThrow(new Error(words.endless));
});
