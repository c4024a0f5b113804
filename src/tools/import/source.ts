import type { Tree } from "./tree.ts";

/** What was found at SOURCE. */
export interface Source {
  /** The states to import, the preferred one first: 1.1, then 1.0, or the only one. */
  trees: Tree[];
  /** Custom domain of the old site, or null. */
  cname: string | null;
  /** Web address of the repository, or null. */
  repository: string | null;
  /** Remarks about how it was read. */
  notes: string[];
}

/** A kind of source: the first that accepts what was given opens it. `open` throws sentences. */
export interface SourceKind {
  accepts: (source: string) => boolean;
  open: (source: string) => Source;
}
