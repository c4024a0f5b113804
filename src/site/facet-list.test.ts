import { expect, test } from "vitest";
import { facetListOf } from "./facet-list.ts";
import { card, cardFinding } from "./search/cards.fixture.ts";

const group = (name: string, cards = [card("A"), card("B")]) => ({ name, slug: name, cards });
const cards = [
  card("A", {
    findings: [cardFinding("image-latest", "low"), cardFinding("seccomp-unconfined", "usual")],
    flags: [["user", "flag_user"]],
  }),
  card("B", {
    findings: [
      cardFinding("privileged-on", "critical"),
      cardFinding("image-latest", "low"),
      cardFinding("seccomp-unconfined", "usual"),
    ],
  }),
  card("C", { findings: [cardFinding("cap-net-admin", "medium"), cardFinding("image-latest", "low")] }),
  card("D", { findings: [] }),
];
const textsOf = (facet: string, of = cards): string[] | undefined =>
  facetListOf({ cards: of, categories: [], versions: [group("1.17.x", of)] })
    .find(([name]) => name === facet)?.[1]
    .map(({ value, count }) => `${value} ${count}`);

test("findings: the worst first, then the rarest, common ones last, and nothing at the end", () => {
  expect(textsOf("finding")).toEqual([
    "privileged-on 1",
    "cap-net-admin 1",
    "image-latest 3",
    "seccomp-unconfined 2",
    "none 1",
  ]);
});

test("a facet that tells no cards apart is left out", () => {
  expect(textsOf("arch")).toBeUndefined();
  expect(textsOf("kasm")).toBeUndefined();
  expect(textsOf("finding", [card("A"), card("B")])).toBeUndefined();
  expect(textsOf("flag")).toEqual(["flag_user 1", "none 3"]);
});
