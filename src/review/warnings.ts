import { faultAt, type Fault } from "../registry/json/parse.ts";
import type { ParsedWorkspace } from "../registry/check/rules/rule.ts";
import type { ProblemCode } from "../registry/model/problem.ts";
import { quote } from "../registry/model/text.ts";
import type { Finding } from "../registry/model/types.ts";
import { isRuleId, wordsOf } from "./catalogue/rules.ts";
import { reviewWorkspace } from "./index.ts";

/** The findings that `check` warns of, with their place in the text. */
export function warningsOf({ parsed, data }: Pick<ParsedWorkspace, "parsed" | "data">): Fault[] {
  return reviewWorkspace(data).flatMap((finding) => {
    const { warning, path, pointer } = finding;
    if (!warning) return [];
    const { title, reason, advice } = wordsFor(finding, warning);
    const args = { title: plain(title), reason: plain(reason), advice: plain(advice), place: quote(path) };
    return [faultAt(parsed, pointer, warning, args)];
  });
}

/** The finding's own words; those of the rule that the code names where that is another one, as for a mount of the display. */
function wordsFor(
  { rule, reason, advice }: Finding,
  code: ProblemCode,
): { title: string; reason: string; advice: string } {
  if (isRuleId(code) && code !== rule) return wordsOf(code);
  return { title: isRuleId(rule) ? wordsOf(rule).title : rule, reason, advice };
}

/** Messages have no code marks. */
const plain = (text: string): string => text.replaceAll("`", '"');
