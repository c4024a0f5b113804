import { git } from "../../registry/read/git.ts";
import { transportsOf } from "../clone.ts";
import { upgradeText as text } from "../../strings/upgrade.ts";
import {
  engineOnly,
  filesThatStay,
  gitOutput,
  readChanges,
  type Change,
  type StayingFile,
} from "./changes.ts";

export interface UpgradeOptions {
  /** Absolute path of the fork. */
  fork: string;
  /** A repository of the template: its folder or its git address. */
  template: string;
  /** The release (a tag) or the commit that the fork came from; by the version in its package.json when left out. */
  from?: string | undefined;
  /** Only says what would be done. */
  dryRun: boolean;
}

export interface UpgradeReport {
  /** Names of the two releases: "v1.2.0", or a short commit. */
  from: string;
  to: string;
  /** Their commits, for git diff. */
  commits: [string, string];
  changes: Change[];
  /** Files that the release changes and the upgrade leaves alone. */
  staying: StayingFile[];
  /** Files in which both changed the same lines. */
  conflicts: string[];
}

/**
 * Applies what the template changed between two releases to a fork, merged with the fork's own changes and staged, not committed.
 * Throws a sentence where that is not possible; then nothing was written, or the sentence says so.
 */
export function upgrade({ fork, template, from, dryRun }: UpgradeOptions): UpgradeReport {
  refuseUnsavedWork(fork);
  const { base, release } = fetchReleases(fork, template, from);
  const changes = readChanges(fork, base.commit, release.commit);
  const staying = filesThatStay(fork, base.commit, changes);
  const applied = changes.filter(({ path, source }) =>
    staying.every((file) => file.path !== path && file.path !== source),
  );
  refuseIgnored(fork, applied);
  const conflicts =
    applied.length > 0 ? apply(fork, patchOf(fork, base.commit, release.commit, staying), dryRun) : [];
  return {
    from: base.name,
    to: release.name,
    commits: [base.commit, release.commit],
    changes: applied,
    staying,
    conflicts,
  };
}

/** Refuses a folder where the changes of an upgrade could not be told from other ones. */
function refuseUnsavedWork(fork: string): void {
  const status = git(fork, ["status", "--porcelain", "--untracked-files=normal"]);
  if (!status.ok) throw new Error(text.noRepository(fork, status.error));
  if (gitOutput(fork, ["rev-parse", "--show-prefix"]) !== "") throw new Error(text.insideAnother(fork));
  const dirty = status.out.toString().split("\n").filter(Boolean);
  if (dirty.length > 0) throw new Error(text.notCommitted(dirty.map((line) => line.slice(3))));
}

interface Release {
  commit: string;
  name: string;
}

/** Brings the two releases into the fork's object store, where a three-way merge needs them; no branch or tag is made. */
function fetchReleases(
  fork: string,
  template: string,
  from: string | undefined,
): { base: Release; release: Release } {
  const transports = transportsOf(template);
  const listed = git(fork, ["ls-remote", "--", template], { transports, timeout: 600_000 });
  if (!listed.ok) throw new Error(text.noTemplate(template, listed.error));
  const refs = listed.out
    .toString()
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t")[1] ?? "");
  const tags = refs.flatMap((ref) => /^refs\/tags\/(v\d+\.\d+\.\d+)$/.exec(ref)?.[1] ?? []);
  const newest = tags.sort((a, b) => b.localeCompare(a, "en", { numeric: true }))[0];
  const commitOf = (ref: string): string | null => {
    const fetched = git(
      fork,
      ["fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", template, ref],
      { transports, timeout: 600_000 },
    );
    return fetched.ok ? gitOutput(fork, ["rev-parse", "--verify", "FETCH_HEAD^{commit}"]) : null;
  };
  const commit = commitOf(newest === undefined ? "HEAD" : `refs/tags/${newest}`);
  if (commit === null || !git(fork, ["cat-file", "-e", `${commit}:src/registry`]).ok)
    throw new Error(text.noTemplate(template, text.noEngine));
  const own = versionOf(fork);
  const asked = from ?? `v${own}`;
  const found = tags.includes(asked)
    ? commitOf(`refs/tags/${asked}`)
    : from === undefined
      ? null
      : gitOutput(fork, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${from}^{commit}`]);
  if (!found)
    throw new Error(
      from === undefined ? text.noTag(own, likelyBase(fork, commit)) : text.noSuchRelease(from),
    );
  return {
    base: { commit: found, name: tags.includes(asked) ? asked : found.slice(0, 12) },
    release: { commit, name: newest ?? commit.slice(0, 12) },
  };
}

function versionOf(fork: string): string {
  try {
    const manifest = JSON.parse(gitOutput(fork, ["show", "HEAD:package.json"])) as { version?: unknown };
    return String(manifest.version);
  } catch {
    throw new Error(text.noEngine);
  }
}

/** Where a fork and the template part; with "Use this template", which leaves no common history, the fork's first commit. */
const likelyBase = (fork: string, release: string): string =>
  gitOutput(fork, ["merge-base", "HEAD", release]).slice(0, 12) ||
  gitOutput(fork, ["log", "--max-parents=0", "-1", "--format=%h", "HEAD"]);

/** An ignored file would be overwritten unseen, and an added one would never be committed. */
function refuseIgnored(fork: string, changes: readonly Change[]): void {
  const added = changes.filter(({ kind }) => kind === "add" || kind === "move").map(({ path }) => path);
  const { out, error } = git(fork, ["check-ignore", "--stdin", "-z"], { input: added.join("\0") });
  // Without an error, it fails where nothing is ignored.
  if (error !== "") throw new Error(text.refused(error));
  const ignored = out.toString().split("\0").filter(Boolean);
  if (ignored.length > 0) throw new Error(text.ignored(ignored));
}

function patchOf(fork: string, base: string, release: string, staying: readonly StayingFile[]): Buffer {
  const { ok, out, error } = git(fork, [
    ...["diff", "--binary", "--full-index", "--find-renames", "--no-ext-diff", "--no-textconv", "--no-color"],
    ...["--src-prefix=a/", "--dst-prefix=b/", base, release, ...engineOnly(staying)],
  ]);
  if (!ok) throw new Error(text.refused(error));
  return out;
}

/** Applies a patch, or only tries to. Answers with the files in which it conflicts. */
function apply(fork: string, patch: Buffer, dryRun: boolean): string[] {
  const { ok, log } = git(
    fork,
    ["apply", "--3way", "--whitespace=nowarn", ...(dryRun ? ["--check"] : []), "-"],
    { input: patch, timeout: 300_000 },
  );
  const conflicts = [...log.matchAll(/^Applied patch to '(.+)' with conflicts\.$/gm)].map(
    ([, path = ""]) => path,
  );
  const isUntouched = (): boolean => gitOutput(fork, ["status", "--porcelain"]) === "";
  if (!ok && (conflicts.length === 0 || isUntouched()))
    throw new Error(isUntouched() ? text.refused(log.trim()) : text.halfDone(log.trim()));
  return conflicts;
}
