import { expect, test } from "vitest";
import { card, cardFinding } from "./search/cards.fixture.ts";
import { blankCard } from "./card.ts";
import { decodeCards, encodeCards, type CardIndex } from "./card-index.ts";

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
      findings: [
        cardFinding("user-root", "high", "Session runs as root"),
        cardFinding("seccomp-unconfined", "usual", "No seccomp filter"),
      ],
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

test.each([
  ["of 140 characters", "x".repeat(140), "x".repeat(140)],
  ["of 141 characters", "x".repeat(141), `${"x".repeat(140)}…`],
  ["of many words", "word ".repeat(60), `${"word ".repeat(27)}word…`],
  ["with two spaces at the end", `${"x".repeat(130)}  ${"y".repeat(20)}`, `${"x".repeat(130)}…`],
  ["with a character that two units make", `${"x".repeat(139)}😀`, `${"x".repeat(139)}…`],
])("a description %s is cut where it can be", (_, description, expected) =>
  expect(encodeCards([card("Long", { description })]).description).toEqual([expected]),
);

test("transfers each text once, and of a thumbnail only its digest", () => {
  const [a, b] = [
    card("A", {
      categories: ["x", "y"],
      icon: "thumbs/0123456789abcdef.webp",
      findings: [cardFinding("r", "low", "a few words")],
    }),
    card("B", {
      categories: ["y"],
      icon: "thumbs/0123456789abcdef.webp.png",
      flags: [["user", "flag_user"]],
    }),
  ];
  const columns = Object.fromEntries(
    (
      [
        "slug",
        "name",
        "description",
        "images",
        "size",
        "created",
        "modified",
        "mark",
        "until",
        "image",
      ] as const
    ).map((name) => [name, [a[name], b[name]]]),
  );
  expect(encodeCards([a, b])).toEqual({
    ...columns,
    icon: ["0123456789abcdef", "thumbs/0123456789abcdef.webp.png"],
    categories: ["x", "y"],
    categoryIds: [[0, 1], [1]],
    kasm: a.kasm,
    kasmIds: [a.kasm.map((_, place) => place), b.kasm.map((_, place) => place)],
    architectures: a.architectures,
    architectureIds: [a.architectures.map((_, place) => place), b.architectures.map((_, place) => place)],
    flags: ["user flag_user"],
    flagIds: [[], [0]],
    findings: ["r low a few words"],
    findingIds: [[0], []],
  });
});

test("an index with holes gives blank cards", () => {
  const hollow = Object.fromEntries(
    Object.keys(encodeCards([])).map((key) => [key, []]),
  ) as never as CardIndex;
  expect(decodeCards({ ...hollow, slug: ["a"] })).toEqual([{ ...blankCard, slug: "a" }]);
});

test("an empty registry is an empty index", () => {
  expect(decodeCards(encodeCards([]))).toEqual([]);
});
