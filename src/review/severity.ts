import { compareSeverity, highestSeverity, isAtLeast } from "../registry/model/severity.ts";
import type { Finding, Severity } from "../registry/model/types.ts";
import { isRuleId, ruleRows } from "./catalogue/rules.ts";

export { compareSeverity, highestSeverity, isAtLeast, severities } from "../registry/model/severity.ts";

/** Whether more than half of all public workspaces have findings of this rule (see RuleRow.common). */
export function isCommon(rule: string): boolean {
  return isRuleId(rule) && ruleRows[rule].common === true;
}

/** The highest severity of the findings that are not common among public workspaces, or null: a common one alone tells no workspace apart. */
export function standOutSeverity(findings: readonly Pick<Finding, "rule" | "severity">[]): Severity | null {
  return highestSeverity(findings.filter(({ rule }) => !isCommon(rule)));
}

/**
 * The findings in the order to decide on them: from medium up the worst first, then common ones, then what is small.
 * Equal ones stay in the order of the file.
 */
export function worstFirst<F extends Pick<Finding, "rule" | "severity">>(findings: readonly F[]): F[] {
  const groupOf = ({ rule, severity }: F): number =>
    isAtLeast(severity, "medium") ? Number(isCommon(rule)) : 2;
  // A command that runs as root is the means; another finding about it tells the effect, such as root for every user.
  const isMeans = ({ rule }: F): number => Number(rule === "exec-root");
  return [...findings].sort(
    (a, b) => groupOf(a) - groupOf(b) || compareSeverity(b.severity, a.severity) || isMeans(a) - isMeans(b),
  );
}
