import { expect, test } from "vitest";
import { card } from "./search/cards.fixture.ts";
import { pagesOf, paginate } from "./pagination.ts";

const lengths = (count: number): number[] =>
  paginate(Array.from({ length: count })).map((page) => page.length);

test("pages hold about 60, and none holds only a few", () => {
  expect(lengths(0)).toEqual([0]);
  expect(lengths(1)).toEqual([1]);
  expect(lengths(71)).toEqual([71]);
  expect(lengths(74)).toEqual([74]);
  expect(lengths(75)).toEqual([60, 15]);
  expect(paginate(Array.from({ length: 135 }, (_, i) => i)).map((page) => [page[0], page.at(-1)])).toEqual([
    [0, 59],
    [60, 119],
    [120, 134],
  ]);
  expect(lengths(130)).toEqual([60, 70]);
  expect(lengths(5000).reduce((sum, length) => sum + length)).toBe(5000);
});

test("the first page has no number in its address", () => {
  const cards = Array.from({ length: 80 }, (_, i) => card(`Card ${i}`));
  expect(pagesOf(cards)).toEqual([
    { param: undefined, cards: cards.slice(0, 60), page: 1, last: 2, total: 80 },
    { param: "2", cards: cards.slice(60), page: 2, last: 2, total: 80 },
  ]);
});
