import { isOfSecurity } from "./compare-versions.ts";
import type { EventKind, FolderEvent } from "./event.ts";
import { eventsOf } from "./events.ts";
import type { Item } from "./item.ts";
import { findFormer, type FormerFolder, type FormerIcon } from "./former.ts";
import { groupAlike, type Group } from "./group.ts";
import { readSteps, type Steps } from "./snapshots.ts";
import { slugOf } from "../registry/model/slug.ts";
import type { Registry } from "../registry/model/types.ts";

export { abridgeItems, isOfSecurity, texts, withoutFlags } from "./compare-versions.ts";
export { gainedFindings } from "./compare-findings.ts";
export { eventKinds, type EventKind } from "./event.ts";
export { compareStates, isSameWorkspace, mostLines, type WorkspaceState } from "./events.ts";
export { versionOf } from "./version.ts";
export type { FormerFolder } from "./former.ts";
export { hidden, type Item } from "./item.ts";
export { readBlobs } from "./read-blobs.ts";

/** A change of one workspace, or the same change of many. */
export interface Change {
  /** A tag URI of the first of its commits and the folder: the same on every host and in every build. */
  id: string;
  kind: EventKind;
  /** Whether an administrator should decide on it: more rights, whatever its kind, or what cannot be read. */
  toDecide: boolean;
  /** Milliseconds since 1970. */
  time: number;
  /** The last of its commits. */
  commit: string;
  /** Those that it changes, by name; several where a commit changes many alike. */
  workspaces: { slug: string; name: string }[];
  /** Where it was renamed. */
  renamedFrom: { slug: string; name: string } | null;
  items: Item[];
}

/** The history of a registry, the newest change first. */
export interface Changes {
  /** With a change of many alike as one. */
  registry: Change[];
  /** Of each workspace that is or was in the registry, by slug. With those under its old names. */
  workspaces: ReadonlyMap<string, Change[]>;
  /** Workspaces that are gone from their folders, the last one first, with the slugs of their old addresses. */
  former: (FormerFolder & { slug: string })[];
  /** The last one first. */
  formerIcons: FormerIcon[];
  /** Why they could not be read; then there are none here. */
  failure?: string;
}

/** A tag URI (RFC 4151) of something that a commit names. It holds no host, so that a registry that moves does not publish all news again. */
export const tagOf = (name: string): string => `tag:kasm-workspace-registry.invalid,2026:${name}`;

// Shared by all copies of this module: Astro bundles pages with one of their own, in the process of the command.
const key = Symbol.for("kasm-workspace-registry changes");
const shared = globalThis as { [key]?: WeakMap<Registry, Changes> };
const cache = (shared[key] ??= new WeakMap());

/** The changes of a registry by its git history, cached. None without git, and where the beginning of the history is missing. */
export function changesOf(registry: Registry): Changes {
  let changes = cache.get(registry);
  if (!changes) cache.set(registry, (changes = readChanges(registry)));
  return changes;
}

function readChanges({ root, log, workspaces, examples, invalid }: Registry): Changes {
  const isOwn = (folder: string): boolean =>
    !examples.includes(folder) && workspaces.some((workspace) => workspace.folder === folder);
  let steps: Steps;
  try {
    steps = readSteps(root, log.shallow ? [] : log.commits, isOwn);
  } catch (cause) {
    const nothing = { registry: [], workspaces: new Map(), former: [], formerIcons: [] };
    return { ...nothing, failure: (cause as Error).message };
  }
  // Workspaces of the template that a clone of it brings along, also where they are gone as they came.
  const isExample = (folder: string): boolean =>
    examples.includes(folder) || steps.uneditedExamples.has(folder);
  const events = eventsOf(steps).filter(({ folder }) => !isExample(folder));
  const slugs = slugsOf(workspaces, events);
  const toChange = ({ key, members, items }: Group): Change => {
    const [{ kind, time, first, last, folder, renamedFrom }] = members as [FolderEvent];
    const from = members.length > 1 ? null : renamedFrom;
    // No folder has an empty name.
    const named = `${first.id}/${key ? `/${key}` : encodeURIComponent(folder)}`;
    return {
      id: tagOf(named),
      kind,
      toDecide: kind === "unreadable" || members.some((event) => event.items.some(isOfSecurity)),
      time,
      commit: last.id,
      workspaces: members.map((member) => ({ slug: slugs.get(member.folder) ?? "", name: member.name })),
      renamedFrom: from && { slug: slugs.get(from.folder) ?? "", name: from.name },
      items,
    };
  };
  const ofFolders = new Map<string, Change[]>();
  for (const event of events) {
    const earlier = ofFolders.get(event.renamedFrom?.folder ?? event.folder) ?? [];
    ofFolders.set(event.folder, [toChange({ key: "", members: [event], items: event.items }), ...earlier]);
    // Another workspace may come into the folder.
    if (event.renamedFrom) ofFolders.delete(event.renamedFrom.folder);
  }
  const { folders, icons } = findFormer(steps, isExample);
  // A workspace with an error, or one that is not committed, is there all the same; of two with one address, the last one has it.
  const taken = new Set(
    [...workspaces, ...invalid.map((folder) => ({ slug: slugOf(folder) }))].map(({ slug }) => slug),
  );
  const former = folders
    .map((each) => ({ ...each, slug: slugs.get(each.folder) ?? slugOf(each.folder) }))
    .filter(({ slug }) => taken.size < taken.add(slug).size);
  return {
    registry: groupAlike(events, steps.counts).map(toChange).reverse(),
    workspaces: new Map(
      [...workspaces, ...former].map(({ folder, slug }) => [slug, ofFolders.get(folder) ?? []]),
    ),
    former,
    formerIcons: icons,
  };
}

/** Of every folder that is there or was. */
function slugsOf(workspaces: Registry["workspaces"], events: readonly FolderEvent[]): Map<string, string> {
  const slugs = new Map(workspaces.map(({ folder, slug }) => [folder, slug]));
  for (const { folder, renamedFrom } of events)
    for (const old of [folder, ...(renamedFrom ? [renamedFrom.folder] : [])])
      if (!slugs.has(old)) slugs.set(old, slugOf(old));
  return slugs;
}
