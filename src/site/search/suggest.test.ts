import { expect, test } from "vitest";
import { card } from "./cards.fixture.ts";
import { createMatcher } from "./match.ts";
import { parseState } from "./search-state.ts";
import { suggestSearches, type Suggestion } from "./suggest.ts";

const cards = [
  card("Alpha Browser", { categories: ["Browser"], kasm: ["1.14.x"], size: 300, created: 1, modified: 9 }),
  card("Beta Browser", {
    categories: ["Browser", "Privacy"],
    kasm: ["1.14.x", "1.17.x"],
    size: 100,
    created: 3,
    modified: 3,
    flags: [["security_opt", "flag_property"]],
    severity: "high",
    findings: ["seccomp-unconfined"],
  }),
  card("Gamma Office", {
    categories: ["Office"],
    kasm: ["1.17.x"],
    architectures: ["amd64", "arm64"],
    size: 200,
    created: 2,
    modified: 2,
    severity: "medium",
  }),
];
const match = createMatcher(cards);
const suggest = (search: string): Suggestion[] => suggestSearches(cards, match, parseState(search));

test("an empty list leads on: to the nearest Kasm version, a dropped facet, a dropped query", () => {
  const near = suggest("?q=alpha&kasm=1.15.x");
  expect(near.map(({ facet, value, count }) => [facet, value, count])).toEqual([["kasm", "1.14.x", 1]]);
  const office = suggest("?q=gamma&category=Browser");
  expect(office.map(({ facet, value, count }) => [facet, value, count])).toEqual([
    ["category", "", 1],
    ["query", "", 2],
  ]);
  const far = suggest("?q=gamma&category=Privacy&severity=critical");
  expect(far.at(-1)).toMatchObject({ facet: "all", count: 1 });
  expect(suggest("?q=nowhere")).toEqual([]);
});

test("several words lead on: to one fewer, or to each alone", () => {
  const near = (search: string): [string, number][] =>
    suggest(search).map(({ value, count }) => [value, count]);
  expect(near("?q=beta+browser+zzzz")).toEqual([["beta browser", 1]]);
  expect(near("?q=yyyy+office+zzzz")).toEqual([["office", 1]]);
  expect(near("?q=zzzz+yyyy")).toEqual([]);
});
