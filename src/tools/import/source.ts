import type { Tree } from "./tree.ts";

/** The registry found at SOURCE. */
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

/** A source that knows its files alone, in any order. */
export function plainSource(trees: Tree[]): Source {
  return { trees: inOrder(trees), cname: cnameOf(trees), repository: null, notes: [] };
}

/** 1.1 before 1.0: what both have is taken from the first. */
export const inOrder = (trees: Tree[]): Tree[] => trees.sort((a, b) => (a.name < b.name ? 1 : -1));

export function cnameOf(trees: Tree[]): string | null {
  const file = trees
    .flatMap(({ files }) => files)
    .find(({ path }) => path === "CNAME" || path === "site/public/CNAME");
  const text = file ? (new TextDecoder().decode(file.bytes).trim().split(/\s/)[0] ?? "") : "";
  return /^(?:[\w-]+\.)+[a-z]{2,}$/i.test(text) ? text.toLowerCase() : null;
}
