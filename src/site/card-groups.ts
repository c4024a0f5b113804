import { compareVersions, parseVersion, serversFor } from "../registry/model/kasm-versions.ts";
import { slugOf, uniqueSlugs } from "../registry/model/slug.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import type { Card } from "./card.ts";
import { releasesOf } from "./facts.ts";
import { freshnessOf } from "./freshness.ts";
import { imageStateOf } from "./image-state.ts";
import { cardOf } from "./workspace-card.ts";

/** The registry as the pages list it: cards by name, and the groups they are in. */
export interface CardGroups {
  /** By name, as people of the registry's language sort, and after them those that are deprecated. */
  cards: Card[];
  workspaces: Map<string, FlaggedWorkspace>;
  /** The largest first. */
  categories: Group[];
  /** Kasm versions, the newest first; an exact one has the cards of its minor version too. */
  versions: Group[];
}

export interface Group {
  name: string;
  slug: string;
  cards: Card[];
}

const cache = new WeakMap<Registry, CardGroups>();

/** The cards and groups of a registry, cached. */
export function cardGroupsOf(registry: Registry): CardGroups {
  let groups = cache.get(registry);
  if (!groups) cache.set(registry, (groups = makeGroups(registry)));
  return groups;
}

function makeGroups(registry: Registry): CardGroups {
  const { workspaces, identity, images } = registry;
  const { compare } = collator(identity.lang);
  const fresh = freshnessOf(registry);
  const marked = workspaces.map((workspace) => ({
    ...cardOf(workspace),
    ...(workspace.deprecated ? {} : fresh.get(workspace.slug)),
    image: imageStateOf(releasesOf(workspace), images),
  }));
  const isLast = ({ mark }: Card): number => Number(mark === "deprecated");
  const cards = marked.sort(
    (a, b) => isLast(a) - isLast(b) || compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1),
  );
  const byCategory = group(cards, (card) => card.categories).sort(
    (a, b) => b.cards.length - a.cards.length || compare(a.name, b.name),
  );
  // Each category has one.
  const slugs = uniqueSlugs(byCategory.map(({ name }) => slugOf(name)));
  const servers = new Set(cards.flatMap(({ kasm }) => kasm.filter((version) => parseVersion(version))));
  const versions = group(cards, (card) => serversFor(card.kasm, servers));
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
