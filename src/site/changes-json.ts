import type { Change } from "../history/index.ts";
import { changeLine, sentenceOf } from "./change-texts.ts";

/** Changes that one file or page holds. */
export const mostChanges = 500;

/** Text of changes.json: the newest changes, with a sentence for each and for its items. */
export function changesJson(changes: readonly Change[], lang: string): string {
  return JSON.stringify({
    changes: changes.slice(0, mostChanges).map((change) => ({
      ...change,
      text: changeLine(change, lang),
      items: change.items.map((item) => ({ ...item, text: sentenceOf(item, lang) })),
    })),
  });
}
