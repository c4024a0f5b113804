import { isRuleId, ruleRows, wordsOf, type RuleId } from "../../review/catalogue/rules.ts";
import { compareSeverity } from "../../review/severity.ts";
import { flagIdWords } from "../../strings/findings.ts";
import { untranslated } from "../../strings/translated.ts";
import { propertyRows } from "../flag-index.ts";
import type { GuideEntry, GuideIndex } from "./find-in-guide.ts";

/** search/guide.json: every entry of the security guide by its anchor, flags first, then properties, then rules with the worst first. */
export function guideIndex(): GuideIndex {
  const flags = Object.entries(flagIdWords).map(([anchor, { title }]): GuideEntry => ({ anchor, title }));
  const properties = propertyRows().map(({ name }): GuideEntry => ({
    anchor: `property-${name}`,
    title: name,
  }));
  const rules = Object.keys(ruleRows)
    .filter(isRuleId)
    .sort((a, b) => compareSeverity(ruleRows[b].severity, ruleRows[a].severity))
    .map(entryOf);
  return {
    lang: untranslated(wordsOf("user-root").title).lang ?? "",
    entries: [...flags, ...properties, ...rules],
  };
}

function entryOf(rule: RuleId): GuideEntry {
  const { title, short } = wordsOf(rule);
  const { severity, common, properties } = ruleRows[rule];
  return {
    anchor: rule,
    title,
    ...(short ? { short } : {}),
    ...(properties.length > 0 ? { properties } : {}),
    severity,
    ...(common ? { common } : {}),
  };
}
