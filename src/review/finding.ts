import type { ProblemCode } from "../registry/model/problem.ts";
import type { JsonValue } from "../registry/model/json.ts";
import type { Finding, Severity } from "../registry/model/types.ts";
import { ruleRows, wordsOf, type RuleId } from "./catalogue/rules.ts";
import type { SettingPlace } from "./setting-place.ts";

/** Looks at the value of one property and says what it found. The value is never empty (`null`, "", [] or {}). */
export type Check = (value: JsonValue, place: SettingPlace) => Finding[];

/** Differences from the rule's row and words for one value. */
interface Change {
  severity?: Severity;
  reason?: string;
  advice?: string;
  /** null takes the warning of the row away. */
  warning?: ProblemCode | null;
}

/** A finding in the catalogue's words. */
export function finding(rule: RuleId, place: SettingPlace, change: Change = {}): Finding {
  const { severity, sources, warning: usual = null } = ruleRows[rule];
  const { reason, advice } = wordsOf(rule);
  const warning = change.warning === undefined ? usual : change.warning;
  return {
    rule,
    property: place.property,
    path: place.path,
    pointer: place.pointer,
    flag: place.flag,
    severity: change.severity ?? severity,
    reason: change.reason ?? reason,
    advice: change.advice ?? advice,
    sources: [...sources],
    ...(warning && { warning }),
  };
}

/** A check for the rules that any value breaks. */
export function anyValue(rule: RuleId): Check {
  return (_value, place) => [finding(rule, place)];
}
