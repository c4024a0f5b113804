import type { Card } from "../card.ts";
import { findCards, type Results } from "./find-cards.ts";
import type { Matcher } from "./match.ts";
import { type FacetName, facetNames, type SearchState, withFacet } from "./search-state.ts";

/** Searches to try where one finds nothing. Pure. */

/** A search that finds something, and how many cards. */
export interface Suggestion {
  facet: FacetName | "query" | "words" | "all";
  /** The value to choose instead, or the words that are left to search for; "" to drop what was chosen. */
  value: string;
  count: number;
  state: SearchState;
}

/** A search to count the cards of. */
type Candidate = Omit<Suggestion, "count">;

const maxSuggestions = 4;
/** From so many words on, dropping them one by one is no help. */
const tooManyWords = 8;

/** Searches near this one that find something: one choice or word dropped, or its nearest neighbour chosen; four at most. */
export function suggestSearches(
  cards: readonly Card[],
  match: Matcher,
  state: SearchState,
  extra: readonly number[] = [],
): Suggestion[] {
  const countAll = (candidates: readonly Candidate[]): Suggestion[] =>
    candidates
      .map((each) => ({ ...each, count: findCards(cards, match, each.state, extra).shown.length }))
      .filter(({ count }) => count > 0);
  const { counts } = findCards(cards, match, state, extra);
  // Each kind is tried only where those before it find nothing.
  for (const candidates of [
    () => fewerChoices(state, counts),
    () => oneWordLess(state),
    () => singleWords(state),
    () => withoutFilters(state),
  ]) {
    const suggestions = countAll(candidates());
    if (suggestions.length > 0) return suggestions.slice(0, maxSuggestions);
  }
  return [];
}

function fewerChoices(state: SearchState, counts: Results["counts"]): Candidate[] {
  const chosenFacets = facetNames.filter((facet) => state.facets[facet].length > 0);
  const candidates = chosenFacets.flatMap((facet): Candidate[] => {
    const chosen = state.facets[facet];
    const nearest = facet === "kasm" ? nearestVersions(chosen, [...counts.kasm.keys()]) : [];
    return nearest.length > 0
      ? nearest.map((value) => ({ facet, value, state: withFacet(state, facet, [value]) }))
      : [{ facet, value: "", state: withFacet(state, facet, []) }];
  });
  if (state.query && chosenFacets.length > 0)
    candidates.push({ facet: "query", value: "", state: { ...state, query: "" } });
  return candidates;
}

function oneWordLess(state: SearchState): Candidate[] {
  const words = wordsOf(state);
  return withQueries(
    state,
    words.map((_, place) => words.toSpliced(place, 1).join(" ")),
  );
}

/** Each word alone, the longest first, because it says most. */
function singleWords(state: SearchState): Candidate[] {
  return withQueries(
    state,
    wordsOf(state).sort((a, b) => b.length - a.length),
  );
}

function withoutFilters(state: SearchState): Candidate[] {
  const facets = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as SearchState["facets"];
  return state.query ? [{ facet: "all", value: "", state: { ...state, facets } }] : [];
}

/** The words of a query of several; none where dropping some is no help. */
function wordsOf({ query }: SearchState): string[] {
  const words = query.trim().split(/\s+/);
  return words.length > 1 && words.length < tooManyWords ? words : [];
}

function withQueries(state: SearchState, queries: readonly string[]): Candidate[] {
  return [...new Set(queries)].map((query) => ({ facet: "words", value: query, state: { ...state, query } }));
}

/** The two Kasm versions that are nearest to the first one chosen. */
function nearestVersions(chosen: readonly string[], versions: readonly string[]): string[] {
  const number = (version: string): number =>
    version.split(".").reduce((sum, part) => sum * 1000 + (Number.parseInt(part, 10) || 0), 0);
  const [first = ""] = chosen;
  const distance = (version: string): number => Math.abs(number(version) - number(first));
  return versions
    .filter((version) => !chosen.includes(version))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 2);
}
