import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { git as gitWords } from "../../strings/check.ts";
import { importSource as words } from "../../strings/tools.ts";
import { readCommitTree } from "./branches.ts";
import { largestFile, largestTotal } from "./tree.ts";

let repository: string;
beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "bomb-"));
  git(["init", "-q", "--bare"]);
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

const git = (args: string[], input: string | Uint8Array = ""): string =>
  execFileSync("git", args, { cwd: repository, input, encoding: "utf8" }).trim();
const blobOf = (content: string | Uint8Array): string => git(["hash-object", "-w", "--stdin"], content);
const treeOf = (...lines: string[]): string => git(["mktree"], lines.map((line) => `${line}\n`).join(""));
/** A commit with this tree as workspaces/. */
function commitOf(tree: string): string {
  const root = treeOf(`040000 tree ${tree}\tworkspaces`);
  const identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  return git([...identity, "commit-tree", root, "-m", "x"]);
}

test("a small repository whose files are large together is refused before they are read", () => {
  const blob = blobOf(Buffer.alloc(largestFile));
  const files = Array.from(
    { length: largestTotal / largestFile + 1 },
    (_, place) => `100644 blob ${blob}\t${place}`,
  );
  const commit = commitOf(treeOf(...files));
  expect(() => readCommitTree(repository, commit, "1.0")).toThrow(new Error(words.tooLarge(512)));
});

test("a missing commit is named with git's cause", () => {
  const commit = "a".repeat(40);
  expect(() => readCommitTree(repository, commit, "1.0")).toThrow(
    new Error(gitWords.unreadableCommit({ commit: "a".repeat(12), cause: "not a tree object" })),
  );
});

test("each file is read whole, equal ones too", () => {
  const [a, b] = [blobOf("one\n\n"), blobOf("")];
  const commit = commitOf(treeOf(`100644 blob ${a}\tx`, `100755 blob ${a}\ty`, `100644 blob ${b}\tz`));
  expect(readCommitTree(repository, commit, "1.0").files).toEqual([
    { path: "workspaces/x", bytes: Buffer.from("one\n\n"), executable: false },
    { path: "workspaces/y", bytes: Buffer.from("one\n\n"), executable: true },
    { path: "workspaces/z", bytes: Buffer.from(""), executable: false },
  ]);
});
