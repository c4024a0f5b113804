import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readBlobs } from "../../registry/read/git/objects.ts";
import { git } from "../../registry/read/git/run.ts";
import { isSafePath } from "../import/target.ts";
import { planUpgrade, type State, type Step } from "./plan.ts";
import { findBase, openTemplate, stateOf, type Template } from "./releases.ts";

export interface UpgradeOptions {
  /** Absolute path of the fork. */
  fork: string;
  /** A folder or a git address of the template. */
  from: string;
  /** Only says what would be done. */
  dryRun: boolean;
}

/** What happened to a file. */
export type Change = Step | { do: "merged" | "conflict"; path: string };

export interface UpgradeReport {
  release: string;
  /** Short commit that the fork's engine came from; "its first commit" where the template's history does not know it; null where nothing is known. */
  base: string | null;
  changes: Change[];
}

/** Suffix of the release's version beside a file that could not be merged. */
export const besideSuffix = ".release";

/**
 * Brings the engine of a fork to the newest release: files that the fork never changed are exchanged, changed ones merged, content is not
 * touched. Nothing is committed. Throws a sentence where it cannot begin; then nothing has been written.
 */
export function upgrade({ fork, from, dryRun }: UpgradeOptions): UpgradeReport {
  const forkState = stateOfFork(fork);
  const template = openTemplate(from);
  try {
    const release = stateOf(template.repository, template.release.commit);
    if (!release.has("package.json") || ![...release.keys()].some((path) => path.startsWith("src/registry/")))
      throw new Error(
        `${from} is no copy of this template (src/registry/ is missing). Give its folder or its git address.`,
      );
    const base = baseOf(template, fork, forkState);
    const steps = planUpgrade(base.state, release, forkState).filter(({ path }) => isSafePath(path));
    const content = contentReader(template.repository, base.repository, release, base.state, steps);
    const changes = steps.map((step): Change =>
      carryOut(step, fork, { forkState, release, content, dryRun }),
    );
    return { release: template.release.name, base: base.name, changes };
  } finally {
    template.close();
  }
}

/** The committed files of the fork; refuses where the working tree has anything that is not committed. */
function stateOfFork(fork: string): State {
  const status = git(fork, ["status", "--porcelain", "--untracked-files=normal"]);
  if (!status.ok)
    throw new Error(
      `${fork} is no git repository (${status.error}). An upgrade needs one, so that you can see what it changed and take it back.`,
    );
  const dirty = status.out
    .toString()
    .split("\n")
    .filter((line) => line !== "");
  if (dirty.length > 0)
    throw new Error(
      `There are changes that are not committed (${dirty
        .slice(0, 3)
        .map((line) => line.slice(3))
        .join(
          ", ",
        )}${dirty.length > 3 ? ", …" : ""}). Commit or stash them first, so that what the upgrade changes can be told from them.`,
    );
  const top = git(fork, ["rev-parse", "--show-prefix"]).out.toString().trim();
  if (top !== "")
    throw new Error(
      `${fork} is a folder inside another repository. An upgrade works on a repository of its own.`,
    );
  return stateOf(fork, "HEAD");
}

interface Base {
  state: State;
  name: string | null;
  /** The repository that holds its contents. */
  repository: string;
}

/** The release that the fork came from: in the template's history, else the fork's own first commit. */
function baseOf(template: Template, fork: string, forkState: State): Base {
  const found = findBase(template.repository, template.release.commit, forkState);
  const first = git(fork, ["rev-list", "--max-parents=0", "HEAD"]).out.toString().trim().split("\n")[0] ?? "";
  const own = first === "" ? null : stateOf(fork, first);
  // A template without history knows only the newest release: what the fork began with says more about what the fork changed.
  const alone =
    git(template.repository, ["rev-list", "--count", "--max-count=2", template.release.commit])
      .out.toString()
      .trim() === "1";
  if (own !== null && (found === null || alone))
    return { state: own, name: "its first commit", repository: fork };
  if (found === null) return { state: new Map(), name: null, repository: template.repository };
  return { state: found.state, name: found.commit.slice(0, 12), repository: template.repository };
}

interface Contents {
  release: Map<string, Uint8Array>;
  base: Map<string, Uint8Array>;
}

/** Loads at once what the steps need. */
function contentReader(
  templateRepository: string,
  baseRepository: string,
  release: State,
  base: State,
  steps: readonly Step[],
): Contents {
  const load = (repository: string, state: State, paths: string[]): Map<string, Uint8Array> => {
    const known = paths.filter((path) => state.has(path));
    const blobs = readBlobs(
      repository,
      known.map((path) => state.get(path)!.object),
    );
    return new Map(known.map((path, index) => [path, blobs[index]!]));
  };
  return {
    release: load(
      templateRepository,
      release,
      steps.filter((step) => step.do !== "delete" && step.do !== "keep").map(({ path }) => path),
    ),
    base: load(
      baseRepository,
      base,
      steps.filter((step) => step.do === "merge").map(({ path }) => path),
    ),
  };
}

interface Work {
  forkState: State;
  release: State;
  content: Contents;
  dryRun: boolean;
}

function carryOut(step: Step, fork: string, work: Work): Change {
  if (step.do === "merge") return merge(step.path, fork, work);
  if (step.do === "keep" || work.dryRun) return step;
  if (step.do === "delete") remove(fork, step.path);
  else
    write(
      join(fork, step.path),
      work.content.release.get(step.path)!,
      work.release.get(step.path)!.executable,
    );
  return step;
}

/** Line by line with git's own merge; where both changed the same lines, the fork's file stays and the release's is put beside it. */
function merge(path: string, fork: string, { forkState, content, dryRun }: Work): Change {
  const theirs = content.release.get(path)!;
  const base = content.base.get(path);
  const scratch = mkdtempSync(join(tmpdir(), "registry-merge-"));
  try {
    const mine = readBlobs(fork, [forkState.get(path)!.object])[0]!;
    const binary = [mine, theirs, base ?? new Uint8Array()].some((bytes) =>
      bytes.subarray(0, 8000).includes(0),
    );
    if (base !== undefined && !binary) {
      for (const [name, bytes] of [
        ["mine", mine],
        ["base", base],
        ["theirs", theirs],
      ] as const)
        writeFileSync(join(scratch, name), bytes);
      const merged = git(scratch, ["merge-file", "-p", "--quiet", "mine", "base", "theirs"]);
      if (merged.ok) {
        if (!dryRun) writeFileSync(join(fork, path), merged.out);
        return { do: "merged", path };
      }
    }
    if (!dryRun) write(join(fork, path + besideSuffix), theirs, false);
    return { do: "conflict", path };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function write(file: string, bytes: Uint8Array, executable: boolean): void {
  mkdirSync(dirname(file), { recursive: true });
  // A link in the file's place would lead the bytes elsewhere.
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(file);
  writeFileSync(file, bytes);
  chmodSync(file, executable ? 0o755 : 0o644);
}

/** Removes a file, and the folders that it leaves empty. */
function remove(fork: string, path: string): void {
  if (existsSync(join(fork, path))) unlinkSync(join(fork, path));
  for (
    let folder = dirname(path);
    folder !== "." && existsSync(join(fork, folder)) && readdirSync(join(fork, folder)).length === 0;
    folder = dirname(folder)
  )
    rmdirSync(join(fork, folder));
}
