import { expect, test } from "vitest";
import { acceptFindings, accessLevelOf, mostAccessFirst } from "./access-level.ts";
import { card } from "./cards.fixture.ts";

const nothing = card("Nothing");
const usual = card("Usual", { findings: ["seccomp-unconfined"] });
const latest = card("Latest", { standsOut: "low", findings: ["image-latest"] });
const both = card("Both", { standsOut: "low", findings: ["image-latest", "seccomp-unconfined"] });
const vpn = card("VPN", { standsOut: "medium", findings: ["cap-net-admin"] });
const privileged = card("Privileged", { standsOut: "critical", findings: ["privileged-on"] });
const cards = [nothing, usual, latest, both, vpn, privileged];

test("the level of a card is that of the line on it", () => {
  expect(cards.map(accessLevelOf)).toEqual(["none", "usual", "minor", "minor", "more", "much"]);
});

test("orders by what stands out, then by how many findings", () => {
  expect(cards.toSorted(mostAccessFirst)).toEqual(cards.toReversed());
});

test("an accepted finding counts as nothing, and others stay", () => {
  const accepted = acceptFindings(cards, ["seccomp-unconfined"]);
  expect(accepted.map(accessLevelOf)).toEqual(["none", "none", "minor", "minor", "more", "much"]);
  expect(accepted[3]!.findings).toEqual(["image-latest"]);
  expect(acceptFindings(cards, [])).toBe(cards);
});
