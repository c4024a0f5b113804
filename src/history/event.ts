import type { Commit } from "../registry/model/types.ts";
import type { Item } from "./item.ts";

export const eventKinds = [
  "security",
  "added",
  "changed",
  "deprecated",
  "renamed",
  "withdrawn",
  "unreadable",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** A change of a workspace, of one commit or of several within an hour. */
export interface FolderEvent {
  folder: string;
  /** Where it was renamed. */
  renamedFrom: { folder: string; name: string } | null;
  name: string;
  kind: EventKind;
  /** Milliseconds since 1970 of its last commit. */
  time: number;
  /** The first of its commits, which names it for ever, and the last. */
  first: Commit;
  last: Commit;
  items: Item[];
}
