import { expect, test } from "vitest";
import { recentlyChanged } from "./recently-changed.ts";
import { card } from "./search/cards.fixture.ts";

const cards = (count: number, dayOf: (place: number) => number) =>
  Array.from({ length: count }, (_, place) => card(`Card ${place}`, { modified: dayOf(place) }));
const daysOf = (list: ReturnType<typeof cards>): number[] =>
  recentlyChanged(list).map(({ modified }) => modified);

test("shows the six newest of more than 24", () => {
  expect(daysOf(cards(25, (place) => place))).toEqual([24, 23, 22, 21, 20, 19]);
  expect(daysOf(cards(24, (place) => place))).toEqual([]);
});

test("shows none when all changed on the same day", () => {
  expect(daysOf(cards(30, () => 7))).toEqual([]);
  expect(daysOf(cards(30, (place) => (place === 29 ? 8 : 7)))).toEqual([8, 7, 7, 7, 7, 7]);
});
