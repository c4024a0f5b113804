import {
  abridgeItems,
  compareStates,
  versionOf,
  withoutFlags,
  type Item,
  type WorkspaceState,
} from "../../history/index.ts";
import { assembleList, listEntry, schemaVersions } from "../../registry/lists/assemble.ts";
import type { Flag, FlaggedWorkspace, RawEntry, Registry, Severity } from "../../registry/model/types.ts";

/** Effects of a change on the published lists. */
export interface ListDiff {
  /** Number of workspaces in each list, before and after. */
  counts: { schema: string; before: number; after: number }[];
  /** name, icon, list_url … of the registry itself. */
  identity: ValueChange[];
  added: WorkspaceDiff[];
  removed: WorkspaceDiff[];
  changed: WorkspaceDiff[];
}

/** A key with its JSON before and after; undefined where it is not there. */
export interface ValueChange {
  key: string;
  before: string | undefined;
  after: string | undefined;
}

export interface WorkspaceDiff {
  folder: string;
  name: string;
  /** Differences as the change history tells them; of a new workspace, the rights to decide on. */
  items: Item[];
  /** Keys of the authored entry that differ; for a new or a gone workspace all of them. */
  values: ValueChange[];
  flagsAdded: Flag[];
  flagsRemoved: Flag[];
  severity: { before: Severity | null; after: Severity | null };
  /** Only files beside workspace.json differ: an icon, a README. */
  filesOnly: boolean;
}

/** Compares two registries as their lists would show them. Pure. */
export function diffLists(before: Registry, after: Registry): ListDiff {
  const old = new Map(before.workspaces.map((workspace) => [workspace.folder, workspace]));
  const now = new Map(after.workspaces.map((workspace) => [workspace.folder, workspace]));
  return {
    counts: schemaVersions.map((schema) => ({
      schema,
      before: before.workspaces.length,
      after: after.workspaces.length,
    })),
    identity: changesOf(headOf(before), headOf(after)),
    added: after.workspaces
      .filter(({ folder }) => !old.has(folder))
      .map((workspace) => diffWorkspace(workspace, { after: workspace })),
    removed: before.workspaces
      .filter(({ folder }) => !now.has(folder))
      .map((workspace) => diffWorkspace(workspace, { before: workspace })),
    changed: after.workspaces.flatMap((workspace) => {
      const was = old.get(workspace.folder);
      return was !== undefined && (was.sha256 !== workspace.sha256 || entryText(was) !== entryText(workspace))
        ? [diffWorkspace(workspace, { before: was, after: workspace })]
        : [];
    }),
  };
}

/** A side is absent where the workspace is new or gone. */
function diffWorkspace(
  { folder, data }: FlaggedWorkspace,
  { before, after }: { before?: FlaggedWorkspace; after?: FlaggedWorkspace },
): WorkspaceDiff {
  const values = changesOf(before ? entriesOf(before) : [], after ? entriesOf(after) : []);
  const [flagsBefore, flagsAfter] = [before?.flags ?? [], after?.flags ?? []];
  return {
    folder,
    name: data.friendly_name,
    items: abridgeItems(compareStates(stateOf(before), stateOf(after))),
    values,
    flagsAdded: withoutFlags(flagsAfter, flagsBefore),
    flagsRemoved: withoutFlags(flagsBefore, flagsAfter),
    severity: { before: before?.severity ?? null, after: after?.severity ?? null },
    filesOnly: before !== undefined && after !== undefined && values.length === 0,
  };
}

function stateOf(workspace: FlaggedWorkspace | undefined): WorkspaceState | null {
  if (!workspace) return null;
  const files = new Map(workspace.files.map(({ name, sha1 }) => [name, sha1]));
  // Lists say nothing of digests.
  const { deprecated } = workspace;
  return { version: versionOf(workspace.data), files, digests: new Map(), deprecated };
}

/** The authored entry as its own schema's list shows it, without what is computed. */
const entriesOf = (workspace: FlaggedWorkspace): RawEntry[] =>
  listEntry(workspace, workspace.schema, { flagsInList: false }).filter(([key]) => key !== "sha");
const entryText = (workspace: FlaggedWorkspace): string =>
  JSON.stringify(entriesOf(workspace)) + JSON.stringify(workspace.flags);

/** The list's keys about the registry itself; the date and the numbers change with every commit and are left out. */
function headOf(registry: Registry): RawEntry[] {
  const list = JSON.parse(assembleList({ ...registry, workspaces: [] }, "1.1")) as Record<string, unknown>;
  const whole = JSON.parse(assembleList(registry, "1.1")) as Record<string, unknown>;
  return Object.keys(list)
    .filter((key) => !["workspaces", "workspacecount", "modified"].includes(key))
    .map((key) => [key, JSON.stringify(whole[key])]);
}

function changesOf(before: readonly RawEntry[], after: readonly RawEntry[]): ValueChange[] {
  const [old, now] = [new Map(before), new Map(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map((key) => ({ key, before: old.get(key), after: now.get(key) }));
}
