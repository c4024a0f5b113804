import { expect, test } from "vitest";
import { card, cardFinding } from "./cards.fixture.ts";
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
    findings: [cardFinding("user-root", "medium"), cardFinding("seccomp-unconfined", "usual")],
  }),
  card("Gamma Office", {
    categories: ["Office"],
    kasm: ["1.17.x"],
    architectures: ["amd64", "arm64"],
    size: 200,
    created: 2,
    modified: 2,
    findings: [cardFinding("pids-limit", "low")],
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
  const far = suggest("?q=gamma&category=Privacy&finding=cap-all");
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

const found = (search: string): string[] =>
  suggest(search).map(({ facet, value, count }) => `${facet} ${value} ${count}`);

test.each([
  ["one word less, each in turn", "?q=beta+office", ["words office 1", "words beta 1"]],
  ["a word less when three find nothing", "?q=beta+browser+nowhere", ["words beta browser 1"]],
  ["single words, the longest first", "?q=nowhere+nothing+beta+gamma", ["words gamma 1", "words beta 1"]],
  ["seven words one by one", "?q=a1+a2+a3+a4+a5+a6+beta", ["words beta 1"]],
  ["nothing for eight words", "?q=a1+a2+a3+a4+a5+a6+a7+beta", []],
  ["nothing for a word that nothing has", "?q=nowhere", []],
  ["a choice less", "?category=Office&finding=user-root", ["category  1", "finding  1"]],
  ["the query alone when no choice helps", "?q=gamma&category=Privacy&finding=cap-all", ["all  1"]],
])("suggests %s", (_, search, suggestions) => expect(found(search)).toEqual(suggestions));

test("suggests the two nearest Kasm versions", () => {
  const versions = ["1.9.x", "1.12.x", "1.13.x", "1.20.x", "2.1.x"].map((version) =>
    card(version, { kasm: [version] }),
  );
  const near = suggestSearches(versions, createMatcher(versions), parseState("?kasm=1.15.x"));
  expect(near.map(({ value, count, state }) => [value, count, state.facets.kasm])).toEqual([
    ["1.13.x", 1, ["1.13.x"]],
    ["1.12.x", 1, ["1.12.x"]],
  ]);
});

test("suggests four searches at most", () => {
  const words = ["aa", "bb", "cc", "dd", "ee"].map((word) => card(word));
  expect(suggestSearches(words, createMatcher(words), parseState("?q=aa+bb+cc+dd+ee"))).toHaveLength(4);
});
