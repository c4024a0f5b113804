import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listCommit } from "../../registry/read/git/objects.ts";
import { cloneBare, git, isGitAddress } from "../../registry/read/git/run.ts";
import { likeness, type State } from "./plan.ts";

/** A template opened for reading. */
export interface Template {
  /** A repository that holds the newest release and, where it is known, the history before it. */
  repository: string;
  /** Commit and name ("v1.2.0", or a short commit) of the newest release. */
  release: { commit: string; name: string };
  close: () => void;
}

/** Opens a template: a git address is cloned, a folder with .git read, a plain folder put into a repository of one commit. Throws sentences. */
export function openTemplate(from: string): Template {
  const scratch = mkdtempSync(join(tmpdir(), "registry-upgrade-"));
  const close = (): void => rmSync(scratch, { recursive: true, force: true });
  try {
    const repository = join(scratch, "template");
    if (isGitAddress(from)) cloneBare(from, repository, { history: true });
    else if (!existsSync(join(from, "package.json")))
      throw new Error(
        `${from} holds no package.json, so it is no copy of this template. Give its folder or its git address.`,
      );
    else if (existsSync(join(from, ".git"))) return { ...newest(from), close };
    else snapshot(from, repository);
    return { ...newest(repository), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The tag with the highest version; the branch that is checked out where there is none. */
function newest(repository: string): Omit<Template, "close"> {
  const tags = git(repository, ["tag", "--list", "v*", "--sort=-version:refname"])
    .out.toString()
    .split("\n")
    .filter((name) => /^v\d+\.\d+\.\d+$/.test(name));
  const name = tags[0] ?? "HEAD";
  const commit = git(repository, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`])
    .out.toString()
    .trim();
  if (commit === "") throw new Error("The template has no commit. Give another folder or address.");
  return { repository, release: { commit, name: tags[0] ?? commit.slice(0, 12) } };
}

/** A plain folder as a repository of one commit, so that everything is read in one way. Its .gitignore counts. */
function snapshot(folder: string, repository: string): void {
  const identity = [
    "-c",
    "user.name=upgrade",
    "-c",
    "user.email=upgrade@localhost",
    "-c",
    "core.autocrlf=false",
    "-c",
    "commit.gpgSign=false",
  ];
  const run = (...args: string[]): void => {
    const { ok, error } = git(
      folder,
      [...identity, `--git-dir=${repository}`, `--work-tree=${folder}`, ...args],
      { timeout: 300_000 },
    );
    if (!ok) throw new Error(`${folder} cannot be read (${error}).`);
  };
  run("init", "--quiet");
  run("add", "--all", "--", ".");
  run("commit", "--quiet", "--no-verify", "-m", "release");
}

/** The files of a commit by path. Links and submodules are not part of the template. */
export function stateOf(repository: string, commit: string): State {
  return new Map(
    listCommit(repository, commit)
      .filter(({ kind }) => kind === "file")
      .map(({ path, object, executable }) => [path, { object, executable }]),
  );
}

/** Commits of the history that are looked at, newest first. */
const mostCommits = 2000;

/**
 * The state that a fork came from: of the template's history the commit that shares most engine files with the fork, the newer of two
 * alike. "Use this template" leaves no common history, so contents are all there is to go by. Null where nothing is shared.
 */
export function findBase(
  repository: string,
  upTo: string,
  fork: State,
): { commit: string; state: State } | null {
  const commits = git(repository, ["rev-list", "--topo-order", `--max-count=${mostCommits}`, upTo])
    .out.toString()
    .split("\n")
    .filter((line) => line !== "");
  let best: { commit: string; state: State; shared: number } | null = null;
  for (const commit of commits) {
    const state = stateOf(repository, commit);
    const shared = likeness(state, fork);
    // Of two that share as much, the one with fewer files besides is nearer.
    if (
      shared > 0 &&
      (best === null ||
        shared > best.shared ||
        (shared === best.shared && differing(state, fork) < differing(best.state, fork)))
    )
      best = { commit, state, shared };
  }
  return best;
}

function differing(a: State, b: State): number {
  let count = 0;
  for (const path of new Set([...a.keys(), ...b.keys()]))
    if (a.get(path)?.object !== b.get(path)?.object) count++;
  return count;
}
