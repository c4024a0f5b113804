import { highestSeverity, sortWorstFirst } from "../registry/model/severity.ts";
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

/** The findings in the order to decide on them. */
export function worstFirst<F extends Pick<Finding, "rule" | "severity">>(findings: readonly F[]): F[] {
  return sortWorstFirst(findings, isCommon);
}
