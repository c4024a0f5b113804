import { zoneOf, type Zone } from "./zones.ts";

/** A file of one state: the id of its content and its mode. */
export interface FileState {
  object: string;
  executable: boolean;
}

/** Files by path. */
export type State = ReadonlyMap<string, FileState>;

export type Step =
  /** The fork's file is as its release delivered it (or missing): take the new one. */
  | { do: "add" | "update" | "delete"; path: string; zone: Zone }
  /** Changed by both: to be merged line by line. */
  | { do: "merge"; path: string; zone: Zone }
  /** Left alone, with the reason. */
  | { do: "keep"; path: string; zone: Zone; why: string };

/**
 * What an upgrade does, file by file, from three states: the release that the fork came from, the newest release, and the fork. Pure.
 * A file that is the same in the fork and the release, or that only the fork changed, needs no step.
 */
export function planUpgrade(base: State, release: State, fork: State): Step[] {
  const paths = [...new Set([...base.keys(), ...release.keys()])].sort();
  return paths.flatMap((path): Step[] => {
    const zone = zoneOf(path);
    if (zone === "content") return [];
    const [was, now, here] = [base.get(path), release.get(path), fork.get(path)];
    if (same(now, here) || same(was, now)) return [];
    if (here === undefined)
      return was === undefined
        ? [{ do: "add", path, zone }]
        : [{ do: "keep", path, zone, why: "deleted here, changed in the release; it stays deleted" }];
    if (same(was, here)) return [{ do: now === undefined ? "delete" : "update", path, zone }];
    if (zone === "theme")
      return [
        {
          do: "keep",
          path,
          zone,
          why:
            now === undefined
              ? "yours; the release has it no more"
              : "yours; the release changed it too, so compare the two",
        },
      ];
    if (now === undefined)
      return [
        {
          do: "keep",
          path,
          zone,
          why: "changed here, deleted in the release; delete it if you need the change no more",
        },
      ];
    return [{ do: "merge", path, zone }];
  });
}

const same = (a: FileState | undefined, b: FileState | undefined): boolean =>
  a?.object === b?.object && a?.executable === b?.executable;

/** How many engine files two states share: the release that a fork came from is the one that it shares most with. */
export function likeness(a: State, b: State): number {
  let count = 0;
  for (const [path, { object }] of a)
    if (zoneOf(path) === "engine" && b.get(path)?.object === object) count++;
  return count;
}
