import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "./run.ts";

export type Contents = Record<string, string | Uint8Array>;

/** Runs git in a throw-away repository, with an identity and without the configuration of this machine. */
export function git(cwd: string, ...args: string[]): string {
  return runGit(cwd, args);
}

/** Commits all changes, with this time in seconds since 1970. */
export function commitAt(cwd: string, message: string, seconds: number | string): void {
  const date = `@${seconds} +0000`;
  git(cwd, "add", "--all");
  runGit(cwd, ["commit", "--quiet", "-m", message], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
}

/** Commits ten trees of ten trees of … each other below a folder, and takes them out of it again. */
export function bomb(cwd: string, folder: string): void {
  let [kind, id] = ["100644 blob", git(cwd, "hash-object", "-w", "--stdin").trim()];
  for (let depth = 0; depth < 9; depth++) {
    const entries = Array.from({ length: 10 }, (_, i) => `${kind} ${id}\t${i}\n`).join("");
    id = runGit(cwd, ["mktree"], {}, entries).trim();
    kind = "040000 tree";
  }
  const tree = runGit(cwd, ["mktree"], {}, `040000 tree ${id}\t${folder}\n`).trim();
  const parent = git(cwd, "rev-parse", "HEAD").trim();
  const bombed = git(cwd, "commit-tree", "-p", parent, "-m", "bomb", tree).trim();
  const after = git(cwd, "commit-tree", "-p", bombed, "-m", "gone", "HEAD^{tree}").trim();
  git(cwd, "update-ref", "HEAD", after);
}

function runGit(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ""): string {
  return execFileSync(
    "git",
    [
      "-c",
      "init.defaultBranch=main",
      "-c",
      "core.autocrlf=false",
      "-c",
      "commit.gpgSign=false",
      "-c",
      "protocol.file.allow=always",
      ...args,
    ],
    {
      cwd,
      encoding: "utf8",
      input,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_SYSTEM: "/dev/null",
        GIT_AUTHOR_NAME: "Test",
        GIT_AUTHOR_EMAIL: "test@example.org",
        GIT_COMMITTER_NAME: "Test",
        GIT_COMMITTER_EMAIL: "test@example.org",
        ...env,
      },
    },
  );
}

/** Makes a repository with one commit a branch; the last branch is checked out. */
export function makeRepository(folder: string, branches: Record<string, Contents>): string {
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "--quiet");
  for (const [branch, contents] of Object.entries(branches)) {
    git(folder, "checkout", "--quiet", "--orphan", branch);
    for (const name of readdirSync(folder))
      if (name !== ".git") rmSync(join(folder, name), { recursive: true });
    writeFiles(folder, contents);
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--allow-empty", "-m", branch);
  }
  return folder;
}
