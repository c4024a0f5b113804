import { expect, test } from "vitest";
import { card } from "./search/cards.fixture.ts";
import { decodeCards, encodeCards } from "./card-index.ts";

test("cards survive the index", () => {
  const cards = [
    card("Blender", {
      categories: ["Graphics", "3D"],
      kasm: ["1.16.x", "1.17.x"],
      architectures: ["amd64", "arm64"],
      icon: "thumbs/0123456789abcdef.webp",
      flags: [
        ["a b", "flag_property"],
        ["user", "flag_user"],
      ],
      standsOut: "high",
      findings: ["user-root", "seccomp-unconfined"],
      reason: "Session runs as root",
      size: 4612,
      created: 20000,
      modified: 20100,
      description: "Three dimensions.",
    }),
    card("中文桌面", { slug: "zh", icon: "1.0/icons/desktop%20zh.png" }),
    card("Nothing", { images: [], architectures: [], kasm: [] }),
  ];
  expect(decodeCards(JSON.parse(JSON.stringify(encodeCards(cards))))).toEqual(cards);
});

test("a long description is cut between words", () => {
  const [description] = encodeCards([card("Long", { description: "word ".repeat(60) })]).description;
  expect(description).toMatch(/word…$/);
  expect(description!.length).toBeLessThanOrEqual(141);
});

test("an empty registry is an empty index", () => {
  expect(decodeCards(encodeCards([]))).toEqual([]);
});
