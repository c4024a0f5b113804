import type { Severity } from "../../registry/model/types.ts";
import type { Card } from "../card.ts";

/** How much a workspace asks for, as its card shows. Pure. */

/** In the order of the strip. "usual" is nothing but findings that are common among public workspaces, last because a policy takes it out. */
export const accessLevels = ["much", "more", "minor", "none", "usual"] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** The worst severity first. */
const levelOfSeverity = {
  critical: "much",
  high: "much",
  medium: "more",
  low: "minor",
  info: "minor",
} as const satisfies Record<Severity, AccessLevel>;

const order = Object.keys(levelOfSeverity);

export function accessLevelOf({ standsOut, findings }: Card): AccessLevel {
  return standsOut ? levelOfSeverity[standsOut] : findings.length > 0 ? "usual" : "none";
}

/** Orders by what stands out, then by the number of findings; the most comes first. */
export function mostAccessFirst(a: Card, b: Card): number {
  const place = ({ standsOut }: Card): number => (standsOut ? order.indexOf(standsOut) : order.length);
  return place(a) - place(b) || b.findings.length - a.findings.length;
}

/** The cards as a policy sees them, which accepts the findings of some common rules. */
export function acceptFindings(cards: readonly Card[], rules: readonly string[]): readonly Card[] {
  if (rules.length === 0) return cards;
  return cards.map((card) => ({ ...card, findings: card.findings.filter((rule) => !rules.includes(rule)) }));
}
