import { abridgeItems, compareVersions, isOfSecurity } from "./compare-versions.ts";
import type { Retirement } from "../registry/model/retirement.ts";
import { isCommon } from "../review/severity.ts";
import { linesOf, similarity } from "./similarity.ts";
import type { Commit } from "../registry/model/types.ts";
import type { Item } from "./item.ts";
import type { EventKind, FolderEvent } from "./event.ts";
import { areMany } from "./group.ts";
import type { Digests, Snapshot, Step, Steps, Versions } from "./snapshots.ts";
import { emptyVersion, type Version } from "./version.ts";
import { isReadme } from "../registry/model/readme-file.ts";

const hour = 3_600_000;

/** Steps of a folder within an hour, as one. */
export interface Span {
  folder: string;
  first: Commit;
  last: Commit;
  before: Snapshot;
  after: Snapshot;
}

/** The events of all folders, the oldest first. */
export function eventsOf({ steps, versions, counts, deprecationOf }: Steps): FolderEvent[] {
  const touched = new Map(
    [...Map.groupBy(steps, ({ commit }) => commit.id)].map(([id, its]) => [id, its.length]),
  );
  const spans = joinSteps(steps, ({ id }) => areMany(touched.get(id) ?? 0, counts.get(id) ?? 0));
  const renames = findRenames(spans, versions);
  const gone = new Set([...renames.values()]);
  /** What a folder held before it was withdrawn or renamed. */
  const left = new Map<string, Snapshot>();
  return spans
    .flatMap((span) => {
      const { folder, before, after } = span;
      const earlier = left.get(folder) ?? null;
      if (after.readable !== null) left.delete(folder);
      else if (before.readable !== null) left.set(folder, before);
      if (gone.has(span)) return [];
      return eventOf(span, renames.get(span) ?? null, earlier, { versions, deprecationOf });
    })
    .sort((a, b) => a.time - b.time);
}

/**
 * Joins steps of a folder within an hour. A commit that touches many folders stays by itself, so that a later one does not take its event
 * apart; and so does a commit whose clock was wrong.
 */
function joinSteps(steps: readonly Step[], isWide: (commit: Commit) => boolean): Span[] {
  const spans: Span[] = [];
  const open = new Map<string, Span>();
  for (const { folder, commit, before, after } of steps) {
    const isAlone = isWide(commit) || commit.isMisdated;
    let span = isAlone ? undefined : open.get(folder);
    if (span && commit.time - span.first.time <= hour) Object.assign(span, { last: commit, after });
    else {
      span = { folder, first: commit, last: commit, before, after };
      if (isAlone) open.delete(folder);
      else open.set(folder, span);
      spans.push(span);
    }
  }
  return spans;
}

/** A workspace and the other files of its folder. */
export interface WorkspaceState {
  version: Version;
  /** Ids of contents by path. */
  files: Snapshot["files"];
  digests: Digests;
  deprecated: Retirement | null;
}

/** Differences between two states of a workspace's folder; of a new one, what an administrator has to decide on. None where it is gone. */
export function compareStates(before: WorkspaceState | null, after: WorkspaceState | null): Item[] {
  if (!after) return [];
  if (!before) return rightsOf(after.version);
  const deprecations = compareDeprecations(before, after);
  return [
    ...compareVersions(before.version, after.version),
    ...compareImages(before, after),
    // A deprecation is another text of README.md.
    ...compareFiles(before, after).filter(({ type }) => type !== "readme" || deprecations.length === 0),
    ...deprecations,
  ];
}

/** The event of a span of a folder: of one that is `renamed`, or that held `earlier` when it was withdrawn before. */
function eventOf(
  span: Span,
  renamed: Span | null,
  earlier: Snapshot | null,
  { versions, deprecationOf }: Pick<Steps, "versions" | "deprecationOf">,
): FolderEvent[] {
  const before = versions.get((renamed ?? span).before.readable);
  const after = versions.get(span.after.readable);
  const { folder, first, last } = span;
  const event = (kind: EventKind, items: Item[]): FolderEvent[] => {
    const name = (after ?? before)?.name || folder;
    const renamedFrom = renamed && { folder: renamed.folder, name: before?.name || renamed.folder };
    return [{ folder, renamedFrom, name, kind, time: last.time, first, last, items: abridgeItems(items) }];
  };
  if (!after) return before ? event("withdrawn", []) : [];
  const { files, digests } = (renamed ?? span).before;
  const old = before && { version: before, files, digests, deprecated: deprecationOf(files) };
  const deprecated = deprecationOf(span.after.files);
  const items = compareStates(old, { ...span.after, version: after, deprecated });
  const again = addAgain(items, versions.get(earlier?.readable ?? null), after);
  if (!before) return event("added", again);
  if (renamed) return event("renamed", again);
  if (span.after.json !== span.after.readable) {
    const isNew = span.before.json === span.before.readable;
    // What came between two versions that cannot be read counts all the same.
    if (isNew) items.unshift({ type: "unreadable", name: "", before: "", after: "" });
    if (isNew && !items.some(isOfSecurity)) return event("unreadable", items);
  }
  if (items.length === 0) return [];
  if (items.some(isOfSecurity)) return event("security", items);
  return event(items.some(({ type }) => type === "deprecated") ? "deprecated" : "changed", items);
}

/** Rights of a new workspace that an administrator decides on. */
function rightsOf(version: Version): Item[] {
  return compareVersions(emptyVersion, version).filter(
    (item) =>
      (item.type === "setting" || item.type === "gained") && isOfSecurity(item) && !isCommon(item.name),
  );
}

/** The differences of a workspace that comes into a folder, and what of security is not as it was when the folder was left. */
function addAgain(items: Item[], before: Version | null, after: Version): Item[] {
  const changes = before ? compareVersions(before, after).filter(isOfSecurity) : [];
  const keyOf = ({ type, name, path }: Item): string => [type, name, path].join("\n");
  const known = new Set(changes.map(keyOf));
  return [...items.filter((item) => !known.has(keyOf(item))), ...changes];
}

function compareFiles(before: WorkspaceState, after: WorkspaceState): Item[] {
  const readme = ({ files }: WorkspaceState): string[] =>
    [...files].filter(([name]) => isReadme(name)).map(([, blob]) => blob);
  const differs = (type: Item["type"], one: unknown, other: unknown): Item[] =>
    JSON.stringify(one) === JSON.stringify(other) ? [] : [{ type, name: "", before: "", after: "" }];
  return [
    ...differs("icon", iconOf(before), iconOf(after)),
    ...differs("readme", readme(before), readme(after)),
  ];
}

function compareDeprecations(before: WorkspaceState, after: WorkspaceState): Item[] {
  const [was, is] = [before, after].map(({ deprecated }) => deprecated && textOf(deprecated)) as [
    string | null,
    string | null,
  ];
  if (was === is) return [];
  return [
    { type: is === null ? "undeprecated" : "deprecated", name: "", before: was ?? "", after: is ?? "" },
  ];
}

const textOf = ({ since, because, replacedBy }: Retirement): string =>
  [since, replacedBy && `→ ${replacedBy}`, because].filter((text) => text !== "").join(" · ");

/** The images that were built again under their old names. */
function compareImages(before: WorkspaceState, after: WorkspaceState): Item[] {
  const kept = before.version.images;
  const rebuilt = [...after.version.images].filter((name) => {
    const [was, is] = [before.digests.get(name), after.digests.get(name)];
    return kept.has(name) && was !== undefined && is !== undefined && was !== is;
  });
  return rebuilt.length === 0 ? [] : [{ type: "rebuilt", name: "", before: "", after: rebuilt.join(", ") }];
}

function iconOf({ version, files }: Pick<WorkspaceState, "version" | "files">): string | null {
  return files.get(String(version.data["image_src"])) ?? null;
}

/** Lines that are compared in search of renames at most: one commit can take away and bring thousands of large workspaces. */
export const mostLines = 2_000_000;

/** For each span that begins with another folder's workspace, the span in which that other one ends. */
export function findRenames(spans: readonly Span[], versions: Versions): Map<Span, Span> {
  const isGone = ({ before, after }: Span): boolean => before.readable !== null && after.readable === null;
  const isNew = ({ before, after }: Span): boolean => before.readable === null && after.readable !== null;
  const gone = spans.filter(isGone);
  const renames = new Map<Span, Span>();
  let left = mostLines;
  const isRenamed = ({ before }: Span, { after }: Span): boolean =>
    isSame(before, after, versions, (lines) => (left -= lines));
  for (const span of spans.filter(isNew)) {
    if (left <= 0) break;
    const place = gone.findIndex(
      (other) =>
        left > 0 &&
        other.folder !== span.folder &&
        Math.abs(other.last.time - span.first.time) <= hour &&
        isRenamed(other, span),
    );
    const [other] = place < 0 ? [] : gone.splice(place, 1);
    if (other) renames.set(span, other);
  }
  return renames;
}

/** How much of the text of two workspaces has to be the same for one to be the other under a new name. */
const enough = 0.6;

/** Whether the later one is the earlier one, perhaps with another name. `onCompare` is told how many lines are compared. */
export function isSame(
  before: Snapshot,
  after: Snapshot,
  versions: Versions,
  onCompare?: (lines: number) => void,
): boolean {
  const [old, now] = [versions.get(before.readable), versions.get(after.readable)];
  return (
    old !== null &&
    now !== null &&
    isSameWorkspace({ version: old, files: before.files }, { version: now, files: after.files }, onCompare)
  );
}

/** The same of two states. */
export function isSameWorkspace(
  before: Pick<WorkspaceState, "version" | "files">,
  after: Pick<WorkspaceState, "version" | "files">,
  onCompare: (lines: number) => void = () => {},
): boolean {
  const [old, now] = [before.version, after.version];
  const icon = iconOf(before);
  const isOneIcon = icon !== null && icon === iconOf(after);
  if (!isOneIcon && old.repositories.isDisjointFrom(now.repositories)) return false;
  const [first, second] = [linesOf(old.data), linesOf(now.data)];
  onCompare(first.length + second.length);
  return similarity(first, second) >= enough;
}
