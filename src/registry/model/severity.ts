import type { Severity } from "./types.ts";

/** From harmless to "this alone is a documented way to control the agent". */
export const severities = [
  "info",
  "low",
  "medium",
  "high",
  "critical",
] as const satisfies readonly Severity[];

/** Negative, zero or positive, as for sort: info comes first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}
