import { imagesFile, readImageLock } from "../registry/model/image-lock.ts";
import { own } from "../registry/model/json.ts";
import type { Retirement } from "../registry/model/retirement.ts";
import { parseReadme } from "../registry/check/readme.ts";
import { decodeText } from "../registry/read/regular-file.ts";
import { parseExampleMarks } from "../registry/read/examples.ts";
import type { Commit } from "../registry/model/types.ts";
import { readBlobs } from "./read-blobs.ts";
import { readVersion, type Version } from "./version.ts";
import { isReadme } from "../registry/model/readme-file.ts";

/** A workspace's folder after a commit. Ids of blobs. */
export interface Snapshot {
  /** Of workspace.json; null where there is none, and for an example of the template. */
  json: string | null;
  /** The same, or where that cannot be read, the last one before that could. */
  readable: string | null;
  /** Of each other file, by its path in the folder. */
  files: ReadonlyMap<string, string>;
  /** Of the images in the lock, by their names there. */
  digests: Digests;
}

/** Digests of images, by their names in the lock. */
export type Digests = ReadonlyMap<string, string>;

/** A commit's effect on one folder. */
export interface Step {
  folder: string;
  commit: Commit;
  before: Snapshot;
  after: Snapshot;
}

const nothing: Snapshot = { json: null, readable: null, files: new Map(), digests: new Map() };
const examplesFile = ".examples.json";
const jsonFile = "workspace.json";

/** The versions of workspace.json by the id of their blob; each is read once. */
export interface Versions {
  get: (blob: string | null) => Version | null;
}

/** The history of all folders. */
export interface Steps {
  /** The oldest first. */
  steps: Step[];
  versions: Versions;
  /** The number of workspaces after each commit, by its id. */
  counts: ReadonlyMap<string, number>;
  /** Folders of examples that are gone as the template delivered them. */
  uneditedExamples: ReadonlySet<string>;
  /** What the README of a folder says of its end. */
  deprecationOf: (files: Snapshot["files"]) => Retirement | null;
}

/**
 * Reads the steps of all folders with a workspace. `isOwn` tells the registry's own folders from examples of the template, whatever
 * .examples.json says of them.
 */
export function readSteps(
  root: string,
  commits: readonly Commit[],
  isOwn: (folder: string) => boolean,
): Steps {
  const isRead = (path: string): boolean =>
    /^[^./][^/]*\/(?:workspace\.json|readme\.md)$/i.test(path) ||
    path === examplesFile ||
    path === imagesFile;
  const changes = commits.flatMap((commit) => commit.changes);
  const blobs = readBlobs(
    root,
    changes.flatMap(({ path, after }) => (after !== null && isRead(path) ? [after] : [])),
  );
  const versions = readOnce(blobs);
  const steps: Step[] = [];
  const counts = new Map<string, number>();
  const folders = new Map<string, Snapshot>();
  let present = 0;
  let digests: Digests = new Map();
  /** workspace.json of each example at the last commit that marked it. */
  const delivered = new Map<string, string | null>();
  for (const commit of commits) {
    const examples = examplesOf(commit, blobs);
    const changed = byFolder(commit);
    const now = digestsAfter(commit, blobs) ?? digests;
    const rebuilt = [...now].filter(([name, digest]) => (digests.get(name) ?? digest) !== digest);
    if (rebuilt.length > 0)
      for (const folder of foldersOf(folders, versions, new Set(rebuilt.map(([name]) => name))))
        changed.set(folder, changed.get(folder) ?? new Map());
    for (const [folder, files] of changed) {
      const before = { ...(folders.get(folder) ?? nothing), digests };
      const isExample = !isOwn(folder) && own(examples, folder) !== undefined;
      const after = { ...apply(before, files, versions, isExample), digests: now };
      folders.set(folder, after);
      if (!before.readable && !after.readable) continue;
      present += Number(after.readable !== null) - Number(before.readable !== null);
      steps.push({ folder, commit, before, after });
    }
    for (const folder of Object.keys(examples)) delivered.set(folder, marked(folder, folders, commit));
    digests = now;
    counts.set(commit.id, present);
  }
  return {
    steps,
    versions,
    counts,
    uneditedExamples: uneditedExamples(steps, delivered),
    deprecationOf: deprecations(blobs),
  };
}

/** workspace.json of an example after a commit that marks it. */
function marked(folder: string, folders: ReadonlyMap<string, Snapshot>, { changes }: Commit): string | null {
  const change = changes.find(({ path }) => path === `${folder}/${jsonFile}`);
  return change ? change.after : (folders.get(folder)?.json ?? null);
}

/** Those whose last step takes away what was delivered. */
function uneditedExamples(
  steps: readonly Step[],
  delivered: ReadonlyMap<string, string | null>,
): Set<string> {
  const last = new Map(steps.map((step) => [step.folder, step]));
  return new Set(
    [...last]
      .filter(
        ([folder, { before, after }]) => after.json === null && delivered.get(folder) === before.readable,
      )
      .map(([folder]) => folder),
  );
}

/** Reads each README once. */
function deprecations(blobs: ReadonlyMap<string, Uint8Array>): Steps["deprecationOf"] {
  const known = new Map<string, Retirement | null>();
  const read = (blob: string): Retirement | null => {
    const text = decodeText(blobs.get(blob)) ?? "";
    return text.includes("deprecated") ? parseReadme(text, null).facts.deprecated : null;
  };
  return (files) => {
    const [, blob] = [...files].find(([name]) => isReadme(name)) ?? [];
    if (blob === undefined) return null;
    if (!known.has(blob)) known.set(blob, read(blob));
    return known.get(blob) ?? null;
  };
}

function readOnce(blobs: ReadonlyMap<string, Uint8Array>): Versions {
  const known = new Map<string, Version | null>();
  const get = (blob: string | null): Version | null => {
    if (blob === null) return null;
    if (!known.has(blob)) known.set(blob, readVersion(blobs.get(blob)));
    return known.get(blob) ?? null;
  };
  return { get };
}

/** The folders that a commit delivers as examples of the template: those are no workspaces of the registry until somebody edits them. */
function examplesOf({ changes }: Commit, blobs: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  const { after = null } = changes.find(({ path }) => path === examplesFile) ?? {};
  const bytes = after === null ? undefined : blobs.get(after);
  return bytes ? parseExampleMarks(new TextDecoder().decode(bytes)) : {};
}

/** The digests in the lock that a commit changed; null where it did not, or left none that can be read. */
function digestsAfter({ changes }: Commit, blobs: ReadonlyMap<string, Uint8Array>): Digests | null {
  const { after = null } = changes.find(({ path }) => path === imagesFile) ?? {};
  const bytes = after === null ? undefined : blobs.get(after);
  const lock = bytes ? readImageLock(new TextDecoder().decode(bytes)) : null;
  return lock && new Map([...lock].flatMap(([name, { digest }]) => (digest ? [[name, digest]] : [])));
}

/** The folders whose workspaces name one of these images. */
function foldersOf(
  folders: ReadonlyMap<string, Snapshot>,
  versions: Versions,
  images: ReadonlySet<string>,
): string[] {
  return [...folders].flatMap(([folder, { readable }]) => {
    return versions.get(readable)?.images.isDisjointFrom(images) === false ? [folder] : [];
  });
}

/** The changed files of each folder, with their new blobs. */
function byFolder({ changes }: Commit): Map<string, Map<string, string | null>> {
  const folders = new Map<string, Map<string, string | null>>();
  for (const { path, after } of changes) {
    const end = path.indexOf("/");
    if (end < 1 || path.startsWith(".")) continue;
    const folder = path.slice(0, end);
    folders.set(
      folder,
      (folders.get(folder) ?? new Map<string, string | null>()).set(path.slice(end + 1), after),
    );
  }
  return folders;
}

function apply(
  before: Snapshot,
  changed: ReadonlyMap<string, string | null>,
  versions: Versions,
  isExample: boolean,
): Omit<Snapshot, "digests"> {
  const files = new Map(before.files);
  for (const [name, blob] of changed)
    if (name === jsonFile) continue;
    else if (blob === null) files.delete(name);
    else files.set(name, blob);
  const named = changed.get(jsonFile);
  // A workspace that once counted counts on: nobody hides a change by calling it an example.
  const json = named === undefined ? before.json : isExample && before.json === null ? null : named;
  if (json === null) return { json, readable: null, files };
  return { json, readable: versions.get(json) ? json : before.readable, files };
}
