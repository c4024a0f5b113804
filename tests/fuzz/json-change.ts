import fc from "fast-check";
import { parseTree, type Node } from "jsonc-parser";
import { oddJson, oddKeys } from "./odd-values.ts";

/** A change to a JSON text as a structure. `at` and `from` count its values and wrap around; each kind takes the fields that it needs. */
export interface JsonChange {
  do: (typeof kinds)[number];
  at: number;
  from: number;
  key: string;
  json: string;
  levels: number;
}

const kinds = ["put", "rename", "add", "drop", "edit", "repeat", "copy", "unnest", "escape", "nest"] as const;

export const jsonChange: fc.Arbitrary<JsonChange> = fc.record({
  // The first ones find most.
  do: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...kinds.slice(0, 5)) }, fc.constantFrom(...kinds)),
  at: fc.nat(200),
  from: fc.nat(200),
  key: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...oddKeys) },
    fc.string({ unit: "binary", maxLength: 8 }),
  ),
  json: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...oddJson) },
    fc.json({ maxDepth: 3 }),
    fc.string({ unit: "binary", maxLength: 12 }).map((text) => JSON.stringify(text)),
  ),
  levels: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
    fc.constantFrom(97, 99, 101, 400),
  ),
});

/** The text after a change, which may be no JSON any more. Parts that the change does not touch stay as written. */
export function changeJson(text: string, { do: kind, at, from, key, json, levels }: JsonChange): string {
  const values = valuesOf(parseTree(text, [], { allowTrailingComma: true }));
  const value = values[at % values.length];
  if (!value) return text;
  const member = value.parent?.type === "property" ? value.parent : value;
  const name = member === value ? undefined : member.children?.[0];
  const written = (node: Node): string => text.slice(node.offset, node.offset + node.length);
  const replace = (node: Node | undefined, by: string): string =>
    node ? text.slice(0, node.offset) + by + text.slice(node.offset + node.length) : text;
  const before = (added: string): string =>
    value.parent ? replace(member, `${added}, ${written(member)}`) : text;
  switch (kind) {
    case "put":
      return replace(value, json);
    case "rename":
      return replace(name, JSON.stringify(key));
    case "add":
      return before(name ? `${JSON.stringify(key)}: ${json}` : json);
    case "drop":
      return value.parent ? dropMember(text, member) : text;
    case "edit":
      return replace(value, insideString(written(value), from, JSON.stringify(key).slice(1, -1)));
    case "repeat":
      return before(written(member));
    case "copy":
      return replace(value, written(values[from % values.length] ?? value));
    case "unnest":
      return replace(value, written(valuesOf(value)[1] ?? value));
    case "escape":
      return replace(value, escaped(written(value)));
    case "nest":
      return from % 2 === 0
        ? replace(value, "[".repeat(levels) + written(value) + "]".repeat(levels))
        : replace(value, '{"a":'.repeat(levels) + written(value) + "}".repeat(levels));
  }
}

/** A value and all that it holds, in the order of the text. */
function valuesOf(node: Node | undefined): Node[] {
  if (!node) return [];
  if (node.type === "property") return valuesOf(node.children?.[1]);
  return [node, ...(node.children ?? []).flatMap(valuesOf)];
}

/** Takes a member or an item out, with the comma behind or before it. */
function dropMember(text: string, { offset, length }: Node): string {
  const [head, tail] = [text.slice(0, offset), text.slice(offset + length)];
  return /^\s*,/.test(tail) ? head + tail.replace(/^\s*,/, "") : head.replace(/,\s*$/, "") + tail;
}

/** May split an escape, which makes another mistake worth trying. */
function insideString(text: string, place: number, piece: string): string {
  if (!text.startsWith('"')) return text;
  const index = 1 + (place % Math.max(1, text.length - 1));
  return text.slice(0, index) + piece + text.slice(index);
}

/** Another way to write the same: every character of a text as \uXXXX, a number with an exponent. */
function escaped(scalar: string): string {
  if (/^\d+$/.test(scalar)) return `${scalar}.0e0`;
  if (!/^"[^"\\]*"$/.test(scalar)) return scalar;
  return scalar.replace(/[^"]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
