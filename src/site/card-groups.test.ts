import { expect, test } from "vitest";
import { sound } from "../registry/check/workspace.fixture.ts";
import type { Registry } from "../registry/model/types.ts";
import { cardGroupsOf } from "./card-groups.ts";

const registry = (
  names: readonly [name: string, categories: string[], compatibility?: string[] | undefined, slug?: string][],
  lang: string,
): Registry =>
  ({
    identity: { lang },
    log: { commits: [], shallow: false },
    images: new Map(),
    workspaces: names.map(([friendly_name, categories, compatibility = ["1.18.x", "1.19.x"], slug]) => ({
      slug: slug ?? friendly_name.toLowerCase().replaceAll(" ", "-"),
      schema: "1.0",
      data: { ...sound, friendly_name, categories, compatibility },
      icon: { file: { image: null }, published: "" },
      flags: [],
      findings: [],
      severity: null,
    })),
  }) as unknown as Registry;

// "en-a" is a tag that Intl refuses.
test.each(["en", "en-a"])(
  "groups by category and Kasm version, in the order of numbers, with lang %s",
  (lang) => {
    const { cards, categories, versions } = cardGroupsOf(
      registry(
        [
          ["App 10", ["Office"]],
          ["App 9", ["Office", "Games"]],
        ],
        lang,
      ),
    );
    expect(cards.map(({ name }) => name)).toEqual(["App 9", "App 10"]);
    expect(categories.map(({ name, slug, cards }) => [name, slug, cards.length])).toEqual([
      ["Office", "office", 2],
      ["Games", "games", 1],
    ]);
    expect(versions.map(({ name, cards }) => [name, cards.length])).toEqual([
      ["1.19.x", 2],
      ["1.18.x", 2],
    ]);
  },
);

test("cards of one name stand in the order of their addresses", () => {
  for (const slugs of [
    ["a", "b"],
    ["b", "a"],
  ]) {
    const rows = slugs.map((slug): Parameters<typeof registry>[0][number] => ["App", [], undefined, slug]);
    const { cards } = cardGroupsOf(registry(rows, "en"));
    expect(cards.map(({ slug }) => slug)).toEqual(["a", "b"]);
  }
});

test("categories of one size stand in the order of their names, each under an address of its own", () => {
  const { categories } = cardGroupsOf(registry([["App", ["b c", "B-C", "a"]]], "en"));
  expect(categories.map(({ name, slug }) => `${name} ${slug}`)).toEqual(["a a", "b c b-c", "B-C b-c-2"]);
});

test("an exact version has the cards of its minor version too, and what is no version is none", () => {
  const { versions } = cardGroupsOf(
    registry(
      [
        ["All", [], ["1.18.x"]],
        ["One", [], ["1.18.1", "odd"]],
      ],
      "en",
    ),
  );
  expect(versions.map(({ name, slug, cards }) => [name, slug, cards.map((card) => card.name)])).toEqual([
    ["1.18.1", "1.18.1", ["All", "One"]],
    ["1.18.x", "1.18.x", ["All"]],
  ]);
});

test("a registry is grouped once, and its workspaces are found by address", () => {
  const one = registry([["App 1", []]], "en");
  expect(cardGroupsOf(one)).toBe(cardGroupsOf(one));
  expect(cardGroupsOf(one).workspaces.get("app-1")).toBe(one.workspaces[0]);
});
