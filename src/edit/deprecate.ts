import { parseReadme } from "../registry/check/readme.ts";
import { deprecationLines } from "./deprecation-lines.ts";
import type { Retirement } from "../registry/model/retirement.ts";

/**
 * A README.md that says that its workspace is deprecated; `text` is the one so far, "" where there is none. Null where it says so already,
 * or its front matter cannot be read.
 */
export function deprecate(text: string, retirement: Retirement): string | null {
  const [opening] = /^\uFEFF?---[ \t]*(?:\r\n|\n)/.exec(text) ?? [];
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const written = deprecationLines(retirement)
    .map((line) => line + end)
    .join("");
  const result =
    opening === undefined
      ? `---${end}${written}---${end}${text && end + text}`
      : opening + written + text.slice(opening.length);
  const [before, after] = [text, result].map((each) => parseReadme(each, null));
  const isOne = before?.facts.deprecated === null && after?.facts.deprecated !== null;
  return isOne && after?.faults.length === before.faults.length ? result : null;
}
