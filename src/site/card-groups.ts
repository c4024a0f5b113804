import { compareVersions, parseVersion } from "../registry/model/kasm-versions.ts";
import { slugOf, uniqueSlugs } from "../registry/model/slug.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import type { Card } from "./card.ts";
import { cardOf } from "./workspace-card.ts";

/** The registry as the pages list it: cards by name, and the groups they are in. Worked out once for a registry. */
export interface Catalogue {
  /** By name, as people of the registry's language sort. */
  cards: Card[];
  workspaces: Map<string, FlaggedWorkspace>;
  /** The largest first. */
  categories: Group[];
  /** Kasm versions, the newest first. */
  versions: Group[];
}

export interface Group {
  name: string;
  slug: string;
  cards: Card[];
}

/** Cards on one page of a listing; a last page of a few is joined to the one before. */
export const pageSize = 60;
const smallestPage = 15;

const catalogues = new WeakMap<Registry, Catalogue>();

/** The catalogue of a registry. */
export function catalogueOf(registry: Registry): Catalogue {
  let catalogue = catalogues.get(registry);
  if (!catalogue) catalogues.set(registry, (catalogue = makeCatalogue(registry)));
  return catalogue;
}

function makeCatalogue({ workspaces, identity }: Registry): Catalogue {
  const { compare } = collator(identity.lang);
  const cards = workspaces.map(cardOf).sort((a, b) => compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
  const byCategory = group(cards, (card) => card.categories).sort(
    (a, b) => b.cards.length - a.cards.length || compare(a.name, b.name),
  );
  const slugs = uniqueSlugs(byCategory.map(({ name }) => slugOf(name)));
  const versions = group(cards, (card) => card.kasm.filter((version) => parseVersion(version)));
  return {
    cards,
    workspaces: new Map(workspaces.map((workspace) => [workspace.slug, workspace])),
    categories: byCategory.map((category, place) => ({ ...category, slug: slugs[place]! })),
    versions: versions.sort((a, b) => compareVersions(b.name, a.name)),
  };
}

function group(cards: readonly Card[], namesOf: (card: Card) => string[]): Group[] {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    for (const name of namesOf(card)) {
      const members = groups.get(name);
      if (members) members.push(card);
      else groups.set(name, [card]);
    }
  }
  return [...groups].map(([name, members]) => ({ name, slug: name, cards: members }));
}

function collator(lang: string): Intl.Collator {
  try {
    return new Intl.Collator(lang, { numeric: true });
  } catch {
    return new Intl.Collator("en", { numeric: true });
  }
}

/** Pages of a listing. There is always a first one. */
export function paginate<T>(items: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start < items.length;) {
    const end = items.length - start < pageSize + smallestPage ? items.length : start + pageSize;
    pages.push(items.slice(start, end));
    start = end;
  }
  return pages.length > 0 ? pages : [[]];
}

/** The pages of a listing as routes: the first has no number in its address. */
export function pagesOf(
  cards: readonly Card[],
): { param: string | undefined; cards: Card[]; page: number; last: number; total: number }[] {
  return paginate(cards).map((part, place, parts) => ({
    param: place === 0 ? undefined : String(place + 1),
    cards: part,
    page: place + 1,
    last: parts.length,
    total: cards.length,
  }));
}
