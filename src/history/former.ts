import type { FolderEvent } from "./event.ts";
import type { Snapshot, Steps } from "./snapshots.ts";

/** A folder that had a workspace and has none now. */
export interface FormerFolder {
  folder: string;
  /** friendly_name, or the folder where it had none. */
  name: string;
  /** Milliseconds since 1970 of the commits that brought and removed it. */
  added: number;
  left: number;
  /** The folder that has it now; null where it was withdrawn. */
  renamedTo: string | null;
  /** Of its last version, each once. */
  images: string[];
  /** image_src. */
  icon: string;
}

/** A file that was an icon under a name that its workspace does not use any more. */
export interface FormerIcon {
  name: string;
  /** Id of the last content under this name. */
  blob: string;
  /** Milliseconds since 1970 of the commit that gave the name up. */
  left: number;
}

/** The folders that workspaces left, the last one first. `events` are in the order of time. */
export function formerFolders({ steps, versions }: Steps, events: readonly FolderEvent[]): FormerFolder[] {
  /** Where the workspace of a folder went, by its last event. */
  const fates = new Map<string, { to: string | null; left: number }>();
  const added = new Map<string, number>();
  for (const { folder, renamedFrom, kind, time } of events) {
    if (kind === "withdrawn") fates.set(folder, { to: null, left: time });
    else fates.delete(folder);
    if (kind === "added") added.set(folder, time);
    if (!renamedFrom) continue;
    fates.set(renamedFrom.folder, { to: folder, left: time });
    added.set(folder, added.get(renamedFrom.folder) ?? time);
  }
  const last = new Map<string, Snapshot>();
  for (const { folder, before, after } of steps)
    if (before.readable !== null && after.readable === null) last.set(folder, before);
  return [...fates]
    .flatMap(([folder, { to, left }]): FormerFolder[] => {
      const version = versions.get(last.get(folder)?.readable ?? null);
      if (!version) return [];
      const images = [...new Set(version.releases.map(({ image }) => image))].filter((image) => image !== "");
      const icon = String(version.data["image_src"] ?? "");
      const name = version.name || folder;
      return [{ folder, name, added: added.get(folder) ?? left, left, renamedTo: to, images, icon }];
    })
    .sort((a, b) => b.left - a.left);
}

/** Icons under names that their workspaces gave up, the last one first. */
export function formerIcons(
  { steps, versions }: Steps,
  isLeftOut: (folder: string) => boolean,
): FormerIcon[] {
  const icons = new Map<string, FormerIcon>();
  const iconOf = ({ readable, files }: Snapshot): { name: string; blob: string | undefined } => {
    const name = String(versions.get(readable)?.data["image_src"] ?? "");
    return { name, blob: files.get(name) };
  };
  for (const { folder, commit, before, after } of steps) {
    if (before.readable === null || isLeftOut(folder)) continue;
    const { name, blob } = iconOf(before);
    if (blob !== undefined && iconOf(after).name !== name) icons.set(name, { name, blob, left: commit.time });
  }
  return [...icons.values()].sort((a, b) => b.left - a.left);
}
