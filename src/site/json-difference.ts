import { diffArrays } from "diff/lib/diff/array.js";
import type { JsonObject, JsonValue } from "../registry/model/json.ts";

/** The lines by which the JSON of two workspaces differs. Pure. */

export interface Part {
  kind: "same" | "removed" | "added";
  lines: string[];
}

/** Computed by every build, so no difference that an author made. */
const computed = new Set(["sha", "flags"]);
/** Milliseconds after which two texts count as different in every line. */
const patience = 1000;
const maxLineLength = 160;

/** A comma says only that something follows. */
const withoutComma = (line: string): string => line.replace(/,$/, "");

export function jsonDifference(first: JsonObject, second: JsonObject): Part[] {
  const [from, to] = [linesOf(first), linesOf(second)];
  const parts = diffArrays(from, to, {
    timeout: patience,
    comparator: (a, b) => withoutComma(a) === withoutComma(b),
  });
  if (!parts)
    return [
      { kind: "removed", lines: from },
      { kind: "added", lines: to },
    ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    lines: value,
  }));
}

/** The order of keys means nothing, so it makes no difference. */
function linesOf(data: JsonObject): string[] {
  const authored = Object.entries(data).filter(([key]) => !computed.has(key));
  return layOut(Object.fromEntries(authored), "").split("\n");
}

/** Lists of plain values, and objects of plain values inside a list, stay on one line. */
function layOut(value: JsonValue, indent: string, isItem = false): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => layOut(item, inner, true))
    : Object.keys(value)
        .sort()
        .map((key) => `${JSON.stringify(key)}: ${layOut(value[key] ?? null, inner)}`);
  const [begin, end] = isList ? "[]" : "{}";
  const isPlain = Object.values(value).every((item) => typeof item !== "object" || item === null);
  const line = items.join(", ");
  if (items.length === 0 || (isPlain && (isList || isItem) && line.length < maxLineLength))
    return begin + line + end;
  return `${begin}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${end}`;
}
