import type { Change } from "../history/index.ts";
import type { Card } from "./card.ts";
import { isUpdate } from "./freshness.ts";

/** A list of so many cards can be looked through. */
const fewCards = 24;
const mostShown = 6;

/** The cards that were added or changed last by more than a text, the newest first, each with its change. None where the list is short. */
export function recentlyChanged(
  cards: readonly Card[],
  changes: readonly Change[],
): { card: Card; change: Change }[] {
  if (cards.length <= fewCards) return [];
  const left = new Map(cards.map((card) => [card.slug, card]));
  const recent: { card: Card; change: Change }[] = [];
  for (const change of changes) {
    const [first, second] = change.workspaces;
    const card = left.get(first?.slug ?? "");
    if (!card || second || !(change.kind === "added" || isUpdate(change))) continue;
    left.delete(card.slug);
    if (recent.push({ card, change }) === mostShown) break;
  }
  return recent;
}
