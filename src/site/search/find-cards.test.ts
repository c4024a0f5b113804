import { expect, test } from "vitest";
import { card, cardFinding } from "./cards.fixture.ts";
import { findCards } from "./find-cards.ts";
import { createMatcher } from "./match.ts";
import { parseState } from "./search-state.ts";

const cards = [
  card("Alpha Browser", { categories: ["Browser"], kasm: ["1.14.x"], size: 300, created: 1, modified: 9 }),
  card("Beta Browser", {
    categories: ["Browser", "Privacy"],
    kasm: ["1.14.x", "1.17.x"],
    size: 100,
    created: 3,
    modified: 3,
    flags: [["security_opt", "flag_property"]],
    findings: [cardFinding("seccomp-unconfined", "high")],
  }),
  card("Gamma Office", {
    categories: ["Office"],
    kasm: ["1.17.x"],
    architectures: ["amd64", "arm64"],
    size: 200,
    created: 2,
    modified: 2,
    findings: [cardFinding("user-root", "medium"), cardFinding("seccomp-unconfined", "usual")],
  }),
];
const match = createMatcher(cards);
const names = (search: string, extra: number[] = []): string[] =>
  findCards(cards, match, parseState(search), extra).shown.map(
    (number) => cards[number]!.name.split(" ")[0]!,
  );

test("nothing asked for: everything, by name", () => {
  expect(names("")).toEqual(["Alpha", "Beta", "Gamma"]);
});

test("values of one facet add up, facets narrow each other down", () => {
  expect(names("?category=Browser&category=Office")).toEqual(["Alpha", "Beta", "Gamma"]);
  expect(names("?category=Browser&kasm=1.17.x")).toEqual(["Beta"]);
  expect(names("?flag=none&arch=arm64")).toEqual(["Gamma"]);
  expect(names("?finding=none")).toEqual(["Alpha"]);
  expect(names("?finding=seccomp-unconfined")).toEqual(["Beta", "Gamma"]);
  expect(names("?q=seccomp")).toEqual(["Beta", "Gamma"]);
  expect(names("?q=browser&flag=flag_property")).toEqual(["Beta"]);
});

test("an exact version finds what its server takes", () => {
  const exact = [...cards, card("Delta", { kasm: ["1.17.1"] }), card("Epsilon", { kasm: ["1.17.0"] })];
  const found = (version: string): string[] =>
    findCards(exact, createMatcher(exact), parseState(`?kasm=${version}`)).shown.map(
      (number) => exact[number]!.name.split(" ")[0]!,
    );
  expect(found("1.17.1")).toEqual([...found("1.17.x"), "Delta"]);
});

test("orders", () => {
  expect(names("?sort=newest")).toEqual(["Beta", "Gamma", "Alpha"]);
  expect(names("?sort=changed")).toEqual(["Alpha", "Beta", "Gamma"]);
  expect(names("?sort=size")).toEqual(["Beta", "Gamma", "Alpha"]);
  expect(names("?q=browser&sort=size")).toEqual(["Beta", "Alpha"]);
  expect(names("?sort=access")).toEqual(["Beta", "Gamma", "Alpha"]);
});

test("a size that nobody has filled in comes after all others", () => {
  const sizes = [card("Unknown", { size: 0 }), card("Large", { size: 9e6 }), card("Small", { size: 1 })];
  const { shown } = findCards(sizes, createMatcher(sizes), parseState("?sort=size"));
  expect(shown).toEqual([2, 1, 0]);
});

test("what full text finds comes after the cards' own matches, and facets hold for it", () => {
  expect(names("?q=alpha", [2, 1])).toEqual(["Alpha", "Gamma", "Beta"]);
  expect(names("?q=alpha&arch=arm64", [2, 1])).toEqual(["Gamma"]);
});

test("a facet's counts ignore its own choice and respect all others", () => {
  const { counts } = findCards(cards, match, parseState("?category=Browser&kasm=1.14.x"));
  expect(Object.fromEntries(counts.category)).toEqual({ Browser: 2, Privacy: 1 });
  expect(Object.fromEntries(counts.kasm)).toEqual({ "1.14.x": 2, "1.17.x": 1 });
  expect(Object.fromEntries(counts.flag)).toEqual({ none: 1, flag_property: 1 });
});
