import { expect, test } from "vitest";
import { sound } from "../registry/check/workspace.fixture.ts";
import type { Registry } from "../registry/model/types.ts";
import { cardGroupsOf } from "./card-groups.ts";

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
