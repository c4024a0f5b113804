import { reasonOf, type Card, type CardFinding } from "../card.ts";

/** How much a workspace asks for, as its card shows. Pure. */

/** In the order of the strip. "usual" is a finding that is common among public workspaces, with small ones at most beside it. */
export const accessLevels = ["much", "more", "usual", "minor", "none"] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** The level of access that a finding stands for; the worst first. */
const accessOf: Record<CardFinding["level"], AccessLevel> = {
  critical: "much",
  high: "much",
  medium: "more",
  usual: "usual",
  low: "minor",
  info: "none",
};

const order = Object.keys(accessOf);

export function accessLevelOf(card: Card): AccessLevel {
  return accessOf[reasonOf(card)?.level ?? "info"];
}

/** Orders by the finding to decide on first, then by the number of findings; the most comes first. */
export function mostAccessFirst(a: Card, b: Card): number {
  const place = (card: Card): number => order.indexOf(reasonOf(card)?.level ?? "info");
  return place(a) - place(b) || b.findings.length - a.findings.length;
}

/** The cards as a policy sees them that accepts some common rules: any other finding that a card would name comes before theirs. */
export function acceptFindings(cards: readonly Card[], rules: readonly string[]): readonly Card[] {
  if (rules.length === 0) return cards;
  const place = ({ rule, level }: CardFinding): number =>
    rules.includes(rule) ? 1 : level === "info" ? 2 : 0;
  return cards.map((card) => ({
    ...card,
    findings: card.findings.toSorted((a, b) => place(a) - place(b)),
  }));
}
