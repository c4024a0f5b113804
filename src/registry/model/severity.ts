import type { Finding, Severity } from "./types.ts";

/** The order of severities. Apart from the catalogue of rules, so that a page that only sorts by it does not load that. Pure. */

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

/** Whether `severity` is `least` or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return compareSeverity(severity, least) >= 0;
}

/** The highest severity of the findings, or null where there are none. */
export function highestSeverity(findings: readonly Pick<Finding, "severity">[]): Severity | null {
  let highest: Severity | null = null;
  for (const { severity } of findings) {
    if (highest === null || compareSeverity(severity, highest) > 0) highest = severity;
  }
  return highest;
}

/**
 * The findings in the order to decide on them: from medium up the worst first, then common ones, then what is small.
 * Equal ones stay in the order of the file.
 */
export function sortWorstFirst<F extends Pick<Finding, "rule" | "severity">>(
  findings: readonly F[],
  isCommon: (rule: string) => boolean,
): F[] {
  const groupOf = ({ rule, severity }: F): number =>
    isAtLeast(severity, "medium") ? Number(isCommon(rule)) : 2;
  // A command that runs as root is the means; another finding about it tells the effect, such as root for every user.
  const isMeans = ({ rule }: F): number => Number(rule === "exec-root");
  return [...findings].sort(
    (a, b) => groupOf(a) - groupOf(b) || compareSeverity(b.severity, a.severity) || isMeans(a) - isMeans(b),
  );
}
