import type { Fault } from "../registry/json/parse.ts";
import type { Draft } from "../registry/check/rules/rule.ts";
import { locate } from "../registry/model/locate.ts";
import { quote } from "../registry/model/text.ts";
import { isRuleId, wordsOf } from "./catalogue/rules.ts";
import { reviewWorkspace } from "./index.ts";

/** The findings that `check` warns of, with their place in the text. */
export function warningsOf({ parsed, data }: Pick<Draft, "parsed" | "data">): Fault[] {
  return reviewWorkspace(data).flatMap(({ warning, rule, path, pointer, reason, advice }) => {
    if (!warning || !isRuleId(rule)) return [];
    const words = { title: wordsOf(rule).title, reason, advice };
    const args = Object.entries(words).map(([name, text]) => [name, text.replaceAll("`", '"')]);
    return [
      {
        code: warning,
        args: { ...Object.fromEntries(args), place: quote(path) } as Fault["args"],
        pointer,
        ...locate(parsed.text, parsed.tree, pointer),
      },
    ];
  });
}
