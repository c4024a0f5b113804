import { expect, test } from "vitest";
import { sound } from "../registry/check/workspace.fixture.ts";
import type { Registry } from "../registry/model/types.ts";
import { catalogueOf, paginate } from "./card-groups.ts";

const lengths = (count: number): number[] =>
  paginate(Array.from({ length: count })).map((page) => page.length);

test("pages hold about 60, and none holds only a few", () => {
  expect(lengths(0)).toEqual([0]);
  expect(lengths(1)).toEqual([1]);
  expect(lengths(71)).toEqual([71]);
  expect(lengths(75)).toEqual([60, 15]);
  expect(lengths(130)).toEqual([60, 70]);
  expect(lengths(5000).reduce((sum, length) => sum + length)).toBe(5000);
});

const registry = (names: readonly [name: string, categories: string[]][], lang: string): Registry =>
  ({
    identity: { lang },
    workspaces: names.map(([friendly_name, categories]) => ({
      slug: friendly_name.toLowerCase().replaceAll(" ", "-"),
      schema: "1.0",
      data: { ...sound, friendly_name, categories, compatibility: ["1.18.x", "1.19.x"] },
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
    const { cards, categories, versions } = catalogueOf(
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
