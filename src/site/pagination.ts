import type { Card } from "./card.ts";

/** Cards on one page of a listing; a last page of a few is joined to the one before. */
const pageSize = 60;
const smallestPage = 15;

/** Pages of a listing. The first one exists even where nothing is listed. */
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
