import type { JsonValue } from "../registry/model/json.ts";
import type { Finding, Severity } from "../registry/model/types.ts";
import { rules, type RuleId } from "./catalogue/rules.ts";
import type { Place } from "./place.ts";

/** Looks at the value of one property and says what it found. The value is never empty (`null`, "", [] or {}). */
export type Check = (value: JsonValue, place: Place) => Finding[];

/** What differs from the rule's row for this one value. */
interface Change {
  severity?: Severity;
  reason?: string;
  advice?: string;
}

/** A finding in the catalogue's words. */
export function finding(rule: RuleId, place: Place, change: Change = {}): Finding {
  const row = rules[rule];
  return {
    rule,
    property: place.property,
    path: place.path,
    pointer: place.pointer,
    flag: place.flag,
    severity: change.severity ?? row.severity,
    reason: change.reason ?? row.reason,
    advice: change.advice ?? row.advice,
    sources: [...row.sources],
  };
}

/** A check for the rules that any value breaks. */
export function anyValue(rule: RuleId): Check {
  return (_value, place) => [finding(rule, place)];
}
