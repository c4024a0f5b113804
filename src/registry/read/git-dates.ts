import { lastTime } from "./git-log.ts";
import type { GitLog } from "../model/types.ts";

/** When a folder first and last changed, in milliseconds since 1970. */
export interface FolderHistory {
  created: number;
  modified: number;
}

/** Dates of a content folder as git knows them. */
export interface History {
  /** Of the newest commit that touches the content folder; null where git knows none. */
  modified: number | null;
  /** By the name of the folder below the content folder. */
  folders: Map<string, FolderHistory>;
}

/** The dates of the folders of a history. */
export function datesOf({ commits }: Pick<GitLog, "commits">): History {
  const folders = new Map<string, FolderHistory>();
  for (const { time, changes } of commits)
    for (const { path } of changes) {
      const folder = path.split("/")[0] ?? "";
      folders.set(folder, { created: folders.get(folder)?.created ?? time, modified: time });
    }
  return { modified: commits.at(-1)?.time ?? null, folders };
}

/** Dates by git where it knows the folder, else SOURCE_DATE_EPOCH (seconds), which wins for the whole, else file times. */
export function dateWorkspaces<Dated extends FolderHistory & { folder: string }>(
  workspaces: readonly Dated[],
  content: { newestFile: number },
  history: History,
  env: Record<string, string | undefined>,
): { dated: Dated[]; modified: number } {
  const text = env["SOURCE_DATE_EPOCH"]?.trim();
  const epoch = text && /^\d{1,12}$/.test(text) ? Math.min(Number(text) * 1000, lastTime) : null;
  const fallback = epoch === null ? {} : { created: epoch, modified: epoch };
  const dated = workspaces.map((workspace) => ({
    ...workspace,
    ...(history.folders.get(workspace.folder) ?? fallback),
  }));
  return { dated, modified: epoch ?? history.modified ?? content.newestFile };
}
