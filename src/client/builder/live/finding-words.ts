import type { Severity } from "../../../registry/model/types.ts";
import { isRuleId, wordsOf } from "../../../review/catalogue/rules.ts";
import { severityWords } from "../../../strings/site.ts";
import { makeElement } from "../../elements.ts";

export function severityBadge(severity: Severity): HTMLElement {
  return makeElement("span", { class: `severity ${severity}` }, severityWords[severity]);
}

/** The title of a rule, or its identifier where the review has no such rule. */
export function titleOf(rule: string): string {
  return isRuleId(rule) ? wordsOf(rule).title : rule;
}
