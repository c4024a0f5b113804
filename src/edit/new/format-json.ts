import type { JsonValue } from "../../registry/model/json.ts";

/** Longest line in which a list of plain values stays. */
const longest = 100;

/** JSON for people to edit: two spaces, a key a line, short lists of plain values in one line, a line end at the end. */
export function formatJson(value: JsonValue): string {
  return `${format(value, "")}\n`;
}

function format(value: JsonValue, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const inline = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const plain = value.every((item) => typeof item !== "object" || item === null);
    if (plain && indent.length + inline.length <= longest) return inline;
    return `[\n${value.map((item) => inner + format(item, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${format(item, inner)}`).join(",\n")}\n${indent}}`;
}
