import type { JsonObject } from "../registry/model/json.ts";

/** The share of lines that two texts have in common, of the longer one: 1 for the same lines. */
export function similarity(first: readonly string[], second: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of first) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of second) {
    const number = left.get(line) ?? 0;
    if (number > 0) common++;
    left.set(line, number - 1);
  }
  return common / Math.max(first.length, second.length);
}

/** Of a document, a line for each value. */
export const linesOf = (data: JsonObject): string[] =>
  JSON.stringify(data, null, 1)
    .split("\n")
    .map((line) => line.replace(/,$/, ""));
