import type { Card } from "../../site/card.ts";
import { decodeCards } from "../../site/card-index.ts";
import { acceptFindings } from "../../site/search/access-level.ts";
import { findCards, type Results } from "../../site/search/find-cards.ts";
import { createMatcher } from "../../site/search/match.ts";
import type { SearchState } from "../../site/search/search-state.ts";
import { suggestSearches, type Suggestion } from "../../site/search/suggest.ts";

/** Search over all cards of the registry. `slugs` are the workspaces that only the full text finds. */
export interface CardSearch {
  /** By name. */
  cards: readonly Card[];
  find: (state: SearchState, slugs: readonly string[]) => { cards: Card[]; counts: Results["counts"] };
  suggest: (state: SearchState, slugs: readonly string[]) => Suggestion[];
}

/** Cards that are indexed at a time while the visitor still thinks. */
const cardsPerStep = 100;

/** Loads search/cards.json and begins to index it; the first search does what is left. */
export async function loadCardSearch(address: string): Promise<CardSearch> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const cards = decodeCards(await response.json());
  const match = createMatcher(cards);
  const prepare = (): void => void (match.prepare(cardsPerStep) && setTimeout(prepare, 10));
  prepare();
  const places = new Map(cards.map(({ slug }, place) => [slug, place]));
  const placesOf = (slugs: readonly string[]): number[] => slugs.flatMap((slug) => places.get(slug) ?? []);
  // Tables of facet values are cached for an array of cards, so the array stays the same while the policy does.
  let judged = { rules: "", cards: cards as readonly Card[] };
  const judge = ({ accept }: SearchState): readonly Card[] => {
    const rules = accept.join(" ");
    if (rules !== judged.rules) judged = { rules, cards: acceptFindings(cards, accept) };
    return judged.cards;
  };
  return {
    cards,
    find(state, slugs) {
      const { shown, counts } = findCards(judge(state), match, state, placesOf(slugs));
      return { cards: shown.flatMap((place) => cards[place] ?? []), counts };
    },
    suggest: (state, slugs) => suggestSearches(judge(state), match, state, placesOf(slugs)),
  };
}
