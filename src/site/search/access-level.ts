import { severities } from "../../registry/model/severity.ts";
import type { Severity } from "../../registry/model/types.ts";
import type { Card } from "../card.ts";

/** How much a workspace asks for, as its card shows. Pure. */

/** Most first. "usual" is nothing but findings that are common among public workspaces. */
export const accessLevels = ["much", "more", "minor", "usual", "none"] as const;
export type AccessLevel = (typeof accessLevels)[number];

const levelOfSeverity = {
  critical: "much",
  high: "much",
  medium: "more",
  low: "minor",
  info: "minor",
} as const satisfies Record<Severity, AccessLevel>;

export function accessLevelOf({ standsOut, findings }: Card): AccessLevel {
  return standsOut ? levelOfSeverity[standsOut] : findings.length > 0 ? "usual" : "none";
}

/** Orders by what stands out, then by the number of findings; the least comes first. */
export function compareAccess(a: Card, b: Card): number {
  const place = ({ standsOut }: Card): number => (standsOut ? severities.indexOf(standsOut) : -1);
  return place(a) - place(b) || a.findings.length - b.findings.length;
}

/** The cards as a policy sees them, which accepts the findings of some common rules. */
export function acceptFindings(cards: readonly Card[], rules: readonly string[]): readonly Card[] {
  if (rules.length === 0) return cards;
  return cards.map((card) => ({ ...card, findings: card.findings.filter((rule) => !rules.includes(rule)) }));
}
