import { distance } from "fastest-levenshtein";
import { stringsOf } from "../../model/releases.ts";
import type { RegistryRule } from "./rule.ts";

/** Categories that are compared at most, and characters of one: each is compared with each, which a flood would turn into hours. */
const mostCompared = 400;
const longestCompared = 60;

/** "Developer" beside "Development", "Browsers" beside "Browser", "office" beside "Office". */
export const nearDuplicateCategory: RegistryRule = {
  name: "near-duplicate-category",
  check(workspaces, report) {
    const counts = new Map<string, number>();
    for (const { data } of workspaces)
      for (const { text } of stringsOf(data["categories"])) counts.set(text, (counts.get(text) ?? 0) + 1);
    // The commoner spelling is the one to keep; the alphabet decides between equals.
    const byUse = [...counts]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([name]) => name)
      .filter((name) => name.length <= longestCompared)
      .slice(0, mostCompared);
    const better = new Map<string, string>();
    byUse.forEach((name, i) => {
      const keep = byUse.slice(0, i).find((other) => !better.has(other) && isNear(name, other));
      if (keep) better.set(name, keep);
    });
    for (const workspace of workspaces) {
      for (const { text, index } of stringsOf(workspace.data["categories"])) {
        const other = better.get(text);
        if (other)
          report(workspace, "near-duplicate-category", `/categories/${index}`, {
            category: text,
            other,
            count: String(counts.get(other)),
          });
      }
    }
  },
};

/** One word in two spellings or two endings: a short tail may differ behind a common stem of five letters or more, or one letter in six. */
export function isNear(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  if (x === y) return true;
  const shorter = Math.min(x.length, y.length);
  if (shorter < 4) return false;
  let stem = 0;
  while (stem < shorter && x[stem] === y[stem]) stem++;
  const tails = Math.max(x.length, y.length) - stem;
  const ending = /^(s|es|er|ers|ing|ment|ments|or|ion|ions|al|y|ies)?$/;
  if (stem >= 4 && tails <= 5 && ending.test(x.slice(stem)) && ending.test(y.slice(stem))) return true;
  return shorter >= 6 && distance(x, y) <= Math.floor(shorter / 6);
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\s_&/-]/gu, "");
}
