import { closest } from "../model/closest.ts";
import { kasmVersions, likelyVersion } from "../model/kasm-versions.ts";
import { quote } from "../model/text.ts";
import { likelyNumber } from "./rules/unlikely-unit.ts";
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

const versionsFor11 = kasmVersions.flatMap(({ version, reads }) => (reads === "1.1" ? [version] : []));

/** The edit that makes the value fit, which must not lead to another fault. `written` is its JSON text, and `name` the field: "compatibility[0]". */
export function typeCure(value: unknown, schema: Schema, written = quote(value), name = ""): string {
  const type = [schema.type ?? []].flat()[0];
  if (isJsonText(value)) return words.unquoteJson;
  const meant = isQuotable(value, schema) ? meantValue(value, type, schema, written, name) : null;
  return meant ?? words.writeForInstance(example(schema, name));
}

function meantValue(
  value: unknown,
  type: string | undefined,
  schema: Schema,
  written: string,
  name: string,
): string | null {
  if (type === "integer" || type === "number") return meantNumber(value, type, schema, name);
  const text = typeof value === "string" ? value.trim() : typeof value === "object" ? "" : written;
  if (type === "boolean" && typeof value === "string")
    return /^(true|false)$/i.test(text) ? words.writeUnquoted(text.toLowerCase()) : null;
  const meant = text && text.length < 60 ? meantText(text, name) : null;
  if (meant === null || (schema.enum && !schema.enum.includes(meant))) return null;
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(meant)) return null;
  if (type === "string") return words.write(JSON.stringify(meant));
  if (type !== "array" || schema.items?.type !== "string") return null;
  return words.write(JSON.stringify(name === "categories" ? partsOf(meant) : [meant]));
}

/** "Office, Text" is two categories. */
function partsOf(text: string): string[] {
  const parts = text.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

const megabytes = { k: 0.001, m: 1, g: 1000, t: 1e6 } as const;

/** The number of megabytes in a text such as "2 GB", for the fields that count in them. */
function megabytesIn(value: unknown, name: string): number | null {
  if (typeof value !== "string" || !/(?:^|\.)(?:memory|uncompressed_size_mb)$/.test(name)) return null;
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?) ?([kmgt])i?b?\s*$/i.exec(value) ?? [];
  return unit ? Number(number) * megabytes[unit.toLowerCase() as keyof typeof megabytes] : null;
}

/** In the limits of the field; a text only where it is a number to the letter, or of megabytes with their unit. */
function meantNumber(
  value: unknown,
  type: "integer" | "number",
  schema: Schema,
  name: string,
): string | null {
  const isNumber =
    typeof value === "number" || (typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value));
  const written = isNumber ? Number(value) : megabytesIn(value, name);
  if (written === null) return null;
  // 0.9 of a size in megabytes is one in gigabytes: rounded, it would be warned of.
  const likely = written > 0 ? likelyNumber(name.replace(/^.*\./, ""), written) : written;
  const number = type === "integer" ? Math.round(likely) : likely;
  if (number < (schema.minimum ?? -Infinity) || number > (schema.maximum ?? Infinity)) return null;
  return words[typeof value === "string" ? "writeUnquoted" : "write"](String(number));
}

/** The text in the form that its field asks for; null where none is near. */
function meantText(text: string, name: string): string | null {
  if (/^compatibility(\[\d+\](\.version)?)?$/.test(name)) return likelyVersion(text);
  if (/^architecture(\[\d+\])?$/.test(name)) return architectureFor(text);
  return /^(name|image_src|docker_registry|persistent_profile_path)$|\.(image|destination|replaced_by)$|^renamed\./.test(
    name,
  )
    ? null
    : text;
}

export function enumCure(value: unknown, schema: Schema): string {
  const near = typeof value === "string" ? closest(value, schema.enum ?? []) : null;
  return near ? words.didYouMean(near) : words.writeOneOfThem;
}

/** A value for the field of this name that leads to no other fault. An older example of compatibility would be reported for what it lacks. */
export function example(schema: Schema, name = ""): string {
  if (name === "compatibility" && schema.items?.type === "string") return JSON.stringify(versionsFor11);
  return schema.examples?.length ? JSON.stringify(schema.examples[0]) : typeName(schema);
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
