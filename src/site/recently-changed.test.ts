import { expect, test } from "vitest";
import type { Change } from "../history/index.ts";
import { recentlyChanged } from "./recently-changed.ts";
import { card } from "./search/cards.fixture.ts";

const cards = (count: number) =>
  Array.from({ length: count }, (_, place) => card(`Card ${place}`, { slug: `c${place}` }));
const item = { type: "size" as const, name: "", before: "1", after: "2" };
const change = (...slugs: string[]): Change => ({
  id: "",
  kind: "changed",
  toDecide: false,
  time: 0,
  commit: "",
  workspaces: slugs.map((slug) => ({ slug, name: slug })),
  renamedFrom: null,
  items: [item],
});
const shown = (changes: Change[], count = 25): string[] =>
  recentlyChanged(cards(count), changes).map(({ card: { slug } }) => slug);
const one = Array.from({ length: 9 }, (_, place) => change(`c${place}`));

test("shows the six newest of more than 24", () => {
  expect(shown(one)).toEqual(["c0", "c1", "c2", "c3", "c4", "c5"]);
  expect(shown(one, 24)).toEqual([]);
});

test("shows a workspace once, with its newest change", () =>
  expect(shown([change("c1"), change("c1"), change("c2")])).toEqual(["c1", "c2"]));

test("passes over changes of many, of texts, and of workspaces that are gone", () => {
  const others: Change[] = [
    change("c1", "c2"),
    { ...change("c3"), items: [{ ...item, type: "text" }] },
    { ...change("gone"), kind: "withdrawn", items: [] },
  ];
  expect(shown([...others, { ...change("c4"), kind: "added", items: [] }])).toEqual(["c4"]);
});
