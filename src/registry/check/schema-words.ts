import { closest } from "../model/closest.ts";
import { quote } from "../model/text.ts";
import type { Schema } from "../model/schemas.ts";
import { schema as words, types } from "../../strings/check.ts";
import { architectureFor } from "./architecture.ts";

/** Parts of messages on a schema and a value that does not fit it: types, examples and cures. */

export function typeName(schema: Schema): string {
  const names = [schema.type ?? []].flat().map((type) => types[type as JsonType] ?? type);
  return names.length > 0 ? types.or(names) : types.other;
}

type JsonType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "null";

/** A text in the place of an object, and JSON in a text, can hold secrets. */
export function isQuotable(value: unknown, schema: Schema): boolean {
  return typeof value !== "string" || !([schema.type ?? []].flat().includes("object") || isJsonText(value));
}

const isJsonText = (value: unknown): boolean => typeof value === "string" && /^\s*[[{]/.test(value);

export function typeCure(value: unknown, schema: Schema): string {
  const type = [schema.type ?? []].flat()[0];
  if (isJsonText(value)) return words.unquoteJson;
  if (!isQuotable(value, schema)) return words.writeForInstance(example(schema));
  if (
    typeof value === "string" &&
    (type === "integer" || type === "number") &&
    /^\s*-?\d+(\.\d+)?\s*$/.test(value)
  )
    return words.writeUnquoted(value.trim());
  if (typeof value === "string" && type === "boolean" && /^(true|false)$/i.test(value.trim()))
    return words.writeUnquoted(value.trim().toLowerCase());
  if (typeof value === "number" && type === "integer") return words.write(String(Math.round(value)));
  if (type === "array" && value !== null && typeof value !== "object")
    return words.write(`[${quote(value)}]`);
  if (type === "string" && (typeof value === "number" || typeof value === "boolean"))
    return words.write(`"${value}"`);
  return words.writeForInstance(example(schema));
}

export function enumCure(value: unknown, schema: Schema): string {
  const near = typeof value === "string" ? closest(value, schema.enum ?? []) : null;
  return near ? words.didYouMean(near) : words.writeOneOfThem;
}

export function example(schema: Schema): string {
  return schema.examples?.length ? JSON.stringify(schema.examples[0]) : words.anyValue;
}

export function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

export function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
}

export function shortKey(key: string): string {
  return quote(key).slice(1, -1);
}

export function architectureArgs(value: unknown): Record<string, string> {
  const right = typeof value === "string" ? architectureFor(value) : null;
  return {
    found: quote(value),
    cure: right ? words.write(`"${right}"`) : words.architectures,
  };
}
