import { expect, test } from "vitest";
import { acceptFindings, accessLevelOf, mostAccessFirst } from "./access-level.ts";
import { card, cardFinding } from "./cards.fixture.ts";

const [seccomp, latest] = [cardFinding("seccomp-unconfined", "usual"), cardFinding("image-latest", "low")];
const dropped = cardFinding("cap-drop", "info");
const cards = [
  card("Nothing"),
  card("Good", { findings: [dropped] }),
  card("Latest", { findings: [latest] }),
  card("Usual", { findings: [seccomp] }),
  card("Usual and good", { findings: [seccomp, dropped] }),
  card("Usual and latest", { findings: [seccomp, latest, dropped] }),
  card("VPN", { findings: [cardFinding("cap-net-admin", "medium")] }),
  card("Privileged", { findings: [cardFinding("privileged-on", "critical")] }),
];
const levels = ["none", "none", "minor", "usual", "usual", "usual", "more", "much"];

test("the level of a card is that of the line on it", () => {
  expect(cards.map(accessLevelOf)).toEqual(levels);
});

test("orders by the finding on the card, then by how many findings", () => {
  expect(cards.toSorted(mostAccessFirst)).toEqual(cards.toReversed());
});

test("an accepted finding decides only where a card would name no other", () => {
  const accepted = acceptFindings(cards, ["seccomp-unconfined"]);
  expect(accepted.map(accessLevelOf)).toEqual(levels.with(5, "minor"));
  expect(accepted[5]!.findings).toEqual([latest, seccomp, dropped]);
  expect(acceptFindings(cards, [])).toBe(cards);
});
