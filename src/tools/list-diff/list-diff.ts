import { abridgeItems, compareStates, withoutFlags, type Item } from "../../history/index.ts";
import { assembleList, listEntry, schemaVersions } from "../../registry/lists/assemble.ts";
import { compareSeverity } from "../../registry/model/severity.ts";
import { severityOf } from "../../registry/model/problem.ts";
import type { Flag, FlaggedWorkspace, RawEntry, Registry, Severity } from "../../registry/model/types.ts";
import { newFindings, type NewFinding } from "./new-findings.ts";
import { pairWorkspaces, stateOf, type Pair } from "./pairs.ts";

/** Effects of a change on the published lists. */
export interface ListDiff {
  /** Number of workspaces in each list, before and after. */
  counts: { schema: string; before: number; after: number }[];
  /** name, icon, list_url … of the registry itself. */
  identity: ValueChange[];
  added: WorkspaceDiff[];
  removed: WorkspaceDiff[];
  /** Those in another folder, and so at another address. */
  moved: MovedWorkspace[];
  changed: WorkspaceDiff[];
  /** Folders of examples that are left out afterwards. */
  aside: string[];
  /** The worst first. */
  findings: NewFinding[];
  /** `fail_on` of the registry before; broken where its registry.json has an error there, lowered where it refuses less afterwards. */
  gate: { failOn: Severity | null; isBroken: boolean; isLowered: boolean };
}

export interface MovedWorkspace extends WorkspaceDiff {
  slug: string;
  from: { slug: string; name: string };
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
  const pairs = pairWorkspaces(before, after);
  const diffsOf = (isWanted: (pair: Pair) => boolean): WorkspaceDiff[] =>
    pairs.filter(isWanted).map(diffWorkspace);
  return {
    counts: schemaVersions.map((schema) => ({
      schema,
      before: before.workspaces.length,
      after: after.workspaces.length,
    })),
    identity: changesOf(headOf(before), headOf(after)),
    added: diffsOf((pair) => pair.before === null),
    removed: diffsOf((pair) => pair.after === null),
    moved: pairs.flatMap(diffMoved),
    changed: diffsOf(isChanged),
    aside: after.aside,
    findings: newFindings(pairs),
    gate: gateOf(before, after),
  };
}

function diffMoved({ before, after }: Pair): MovedWorkspace[] {
  if (before === null || after === null || before.folder === after.folder) return [];
  const from = { slug: before.slug, name: before.data.friendly_name };
  return [{ ...diffWorkspace({ before, after }), slug: after.slug, from }];
}

const isChanged = ({ before, after }: Pair): boolean =>
  before !== null &&
  before.folder === after?.folder &&
  (before.sha256 !== after.sha256 || entryText(before) !== entryText(after));

/** Of the branch that a change goes into: no change lifts its own gate. */
function gateOf({ identity, problems }: Registry, after: Registry): ListDiff["gate"] {
  const isBroken = problems.some(
    (problem) =>
      problem.file === "registry.json" &&
      (problem.pointer === "" || problem.pointer === "/fail_on") &&
      severityOf(problem) === "error",
  );
  const { failOn } = identity;
  const next = after.identity.failOn;
  const isLowered = failOn !== null && (next === null || compareSeverity(next, failOn) > 0);
  return { failOn, isBroken, isLowered };
}

function diffWorkspace({ before, after }: Pair): WorkspaceDiff {
  const { folder, data } = (after ?? before)!;
  const values = changesOf(before ? entriesOf(before) : [], after ? entriesOf(after) : []);
  const [flagsBefore, flagsAfter] = [before?.flags ?? [], after?.flags ?? []];
  const states = [before && stateOf(before), after && stateOf(after)] as const;
  return {
    folder,
    name: data.friendly_name,
    items: abridgeItems(compareStates(...states)),
    values,
    flagsAdded: withoutFlags(flagsAfter, flagsBefore),
    flagsRemoved: withoutFlags(flagsBefore, flagsAfter),
    severity: { before: before?.severity ?? null, after: after?.severity ?? null },
    filesOnly: before !== null && after !== null && values.length === 0,
  };
}

/** The authored entry as its own schema's list shows it, without what is computed. */
const entriesOf = (workspace: FlaggedWorkspace): RawEntry[] =>
  listEntry(workspace, workspace.schema, { flagsInList: false }).filter(([key]) => key !== "sha");
const entryText = (workspace: FlaggedWorkspace): string =>
  JSON.stringify(entriesOf(workspace)) + JSON.stringify(workspace.flags);

/** The list's keys about the registry itself, and the gate of its pull requests; the date and the numbers change with every commit and are left out. */
function headOf(registry: Registry): RawEntry[] {
  const list = JSON.parse(assembleList({ ...registry, workspaces: [] }, "1.1")) as Record<string, unknown>;
  const whole = JSON.parse(assembleList(registry, "1.1")) as Record<string, unknown>;
  const { failOn } = registry.identity;
  return [
    ...Object.keys(list)
      .filter((key) => !["workspaces", "workspacecount", "modified"].includes(key))
      .map((key): RawEntry => [key, JSON.stringify(whole[key])]),
    ...(failOn === null ? [] : [["fail_on", JSON.stringify(failOn)] as const]),
  ];
}

function changesOf(before: readonly RawEntry[], after: readonly RawEntry[]): ValueChange[] {
  const [old, now] = [new Map(before), new Map(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map((key) => ({ key, before: old.get(key), after: now.get(key) }));
}
