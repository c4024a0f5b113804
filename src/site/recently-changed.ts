import type { Card } from "./card.ts";

/** A list of so many cards can be looked through. */
const fewCards = 24;
const mostShown = 6;

/** The cards that changed last, the newest first. None where the list is short or all have the same day, as in a clone without history. */
export function recentlyChanged(cards: readonly Card[]): Card[] {
  const newest = [...cards].sort((a, b) => b.modified - a.modified);
  if (cards.length <= fewCards || newest[0]?.modified === newest.at(-1)?.modified) return [];
  return newest.slice(0, mostShown);
}
