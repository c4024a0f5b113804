import { isSameWorkspace, mostLines, versionOf, type WorkspaceState } from "../../history/index.ts";
import type { FlaggedWorkspace, Registry } from "../../registry/model/types.ts";

/** A workspace before and after; one of them is null where it is new or gone. */
export type Pair =
  { before: FlaggedWorkspace | null; after: FlaggedWorkspace } | { before: FlaggedWorkspace; after: null };

/** The workspaces of two registries by folder; those of a folder that is gone, and of a new one, as the change history does it. */
export function pairWorkspaces(before: Registry, after: Registry): Pair[] {
  const old = new Map(before.workspaces.map((workspace) => [workspace.folder, workspace]));
  const now = new Map(after.workspaces.map((workspace) => [workspace.folder, workspace]));
  const gone = before.workspaces.filter(({ folder }) => !now.has(folder));
  // The folder of a workspace with an error is there, and so is that of an example.
  const present = new Set([...after.invalid, ...after.aside]);
  const candidates = gone.filter(({ folder }) => !present.has(folder));
  const findMoved = movesFrom(candidates);
  const pairs = after.workspaces.map((workspace): Pair => ({
    before: old.get(workspace.folder) ?? findMoved(workspace),
    after: workspace,
  }));
  const moved = new Set(pairs.map(({ before }) => before));
  const aside = new Set(after.aside);
  return [
    ...pairs,
    ...gone
      .filter((workspace) => !moved.has(workspace) && !aside.has(workspace.folder))
      .map((workspace): Pair => ({ before: workspace, after: null })),
  ];
}

/** Finds the workspace that moved to a new folder, each once. */
function movesFrom(gone: FlaggedWorkspace[]): (workspace: FlaggedWorkspace) => FlaggedWorkspace | null {
  const states = new Map(gone.map((workspace) => [workspace, stateOf(workspace)]));
  let left = mostLines;
  return (workspace) => {
    const state = stateOf(workspace);
    for (const [other, before] of states) {
      if (left <= 0) return null;
      if (!isSameWorkspace(before, state, (lines) => (left -= lines))) continue;
      states.delete(other);
      return other;
    }
    return null;
  };
}

export function stateOf({ data, files, deprecated }: FlaggedWorkspace): WorkspaceState {
  // Lists say nothing of digests.
  return {
    version: versionOf(data),
    files: new Map(files.map(({ name, sha1 }) => [name, sha1])),
    digests: new Map(),
    deprecated,
  };
}
