import { serversFor } from "../../registry/model/kasm-versions.ts";
import type { Card } from "../card.ts";
import { accessLevelOf, mostAccessFirst } from "./access-level.ts";
import type { Matcher } from "./match.ts";
import { type FacetName, facetNames, type SearchState } from "./search-state.ts";

/** Search, facets and order in one list, and the counts beside the facets. Pure. */

export interface Results {
  /** Card numbers, in the order to show them. */
  shown: number[];
  /** How many cards each value of each facet would give, everything else as it is. */
  counts: Record<FacetName, Map<string, number>>;
}

/** The values of a card for each facet; "none" is a value where there is nothing. */
export const facetValues: Record<FacetName, (card: Card) => string[]> = {
  category: (card) => card.categories,
  kasm: (card) => card.kasm,
  arch: (card) => card.architectures,
  flag: (card) => (card.flags.length ? [...new Set(card.flags.map(([, flag]) => flag))] : ["none"]),
  finding: (card) => (card.findings.length ? card.findings.map(({ rule }) => rule) : ["none"]),
  image: ({ image }) => (image ? [image] : []),
  access: (card) => [accessLevelOf(card)],
};

const orders: Record<Exclude<SearchState["sort"], "">, (a: Card, b: Card) => number> = {
  name: () => 0,
  access: mostAccessFirst,
  newest: (a, b) => b.created - a.created,
  changed: (a, b) => b.modified - a.modified,
  // A size of 0 is one that nobody has filled in.
  size: (a, b) => (a.size || Number.MAX_SAFE_INTEGER) - (b.size || Number.MAX_SAFE_INTEGER),
};

/** The facet values of all cards, cached for an array of cards, because every key that is typed needs them all. */
const tables = new WeakMap<readonly Card[], Record<FacetName, string[][]>>();

function tableOf(cards: readonly Card[]): Record<FacetName, string[][]> {
  let table = tables.get(cards);
  if (!table) {
    table = Object.fromEntries(facetNames.map((name) => [name, cards.map(facetValues[name])])) as Record<
      FacetName,
      string[][]
    >;
    // A server of an exact version takes entries of all of its minor version too.
    const servers = new Set(table.kasm.flat());
    table.kasm = table.kasm.map((versions) => serversFor(versions, servers));
    tables.set(cards, table);
  }
  return table;
}

/**
 * The cards that a state asks for. Values of one facet add up, facets narrow each other down.
 * @param cards in name order @param extra card numbers that full-text search found, best first; shown after the others
 */
export function findCards(
  cards: readonly Card[],
  match: Matcher,
  state: SearchState,
  extra: readonly number[] = [],
): Results {
  const query = state.query.trim();
  const scores = query ? match(query) : null;
  const found = scores ? new Set([...scores.keys(), ...extra]) : null;
  const counts = Object.fromEntries(
    facetNames.map((name) => [name, new Map<string, number>()]),
  ) as Results["counts"];
  const shown: number[] = [];
  const table = tableOf(cards);
  const valuesOf = (name: FacetName, number: number): readonly string[] => table[name][number] ?? [];
  const chosen = facetNames.filter((name) => state.facets[name].length > 0);
  for (const number of found ?? cards.keys()) {
    const misses = chosen.filter(
      (name) => !valuesOf(name, number).some((value) => state.facets[name].includes(value)),
    );
    if (misses.length === 0) shown.push(number);
    // A value counts what choosing it would show: only the facet itself may be in the way.
    if (misses.length > 1) continue;
    for (const name of misses.length === 1 ? misses : facetNames) {
      for (const value of valuesOf(name, number)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  const order = state.sort && orders[state.sort];
  const extraScores = new Map(extra.map((number, place) => [number, -1 - place]));
  const score = (number: number): number => scores?.get(number) ?? extraScores.get(number) ?? -Infinity;
  // The numbers are those of cards.
  const compare = (a: number, b: number): number =>
    order ? order(cards[a]!, cards[b]!) : scores ? score(b) - score(a) : 0;
  shown.sort((a, b) => compare(a, b) || a - b);
  return { shown, counts };
}
