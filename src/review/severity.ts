import type { Finding, Severity } from "../registry/model/types.ts";
import { isRuleId, ruleRows } from "./catalogue/rules.ts";

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

/** Whether more than half of all public workspaces have findings of this rule (see RuleRow.common). */
export function isCommon(rule: string): boolean {
  return isRuleId(rule) && ruleRows[rule].common === true;
}

/** The highest severity of the findings that are not common among public workspaces, or null: a common one alone tells no workspace apart. */
export function standOutSeverity(findings: readonly Pick<Finding, "rule" | "severity">[]): Severity | null {
  return highestSeverity(findings.filter(({ rule }) => !isCommon(rule)));
}

/** The findings with the worst first and common ones last; equal ones stay in the order of the file. */
export function worstFirst<F extends Pick<Finding, "rule" | "severity">>(findings: readonly F[]): F[] {
  // A command that runs as root is the means; another finding about it tells the effect, such as root for every user.
  const isMeans = ({ rule }: F): number => Number(rule === "exec-root");
  return [...findings].sort(
    (a, b) =>
      Number(isCommon(a.rule)) - Number(isCommon(b.rule)) ||
      compareSeverity(b.severity, a.severity) ||
      isMeans(a) - isMeans(b),
  );
}
