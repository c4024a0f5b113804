import { fromPointer, isObject } from "./json.ts";

/** The part of a JSON Schema that messages, the form and the docs are worded from. */
export interface Schema {
  title?: string;
  description?: string;
  type?: string | readonly string[];
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  examples?: readonly unknown[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
}

/** A file of schema/ for objects. */
export interface SchemaFile extends Schema {
  /** The name that others refer to it with. */
  $id: string;
  properties: Record<string, Schema>;
}

type Keywords = Record<string, unknown>;

/**
 * A schema without $ref and allOf: referred parts of `others` replace them, and a property that is given again replaces the
 * referred one, which it may only narrow.
 */
export function writeOut(schema: { $id: string }, others: readonly { $id: string }[]): SchemaFile {
  return expand(schema, others) as SchemaFile;
}

function expand(schema: unknown, others: readonly { $id: string }[]): unknown {
  if (!isObject(schema)) return schema;
  const { $ref, allOf, ...own } = schema as Keywords;
  const parts = Array.isArray(allOf) ? allOf.map((part) => expand(part, others) as Keywords) : [];
  if (typeof $ref === "string") parts.push(expand(target($ref, others), others) as Keywords);
  const expanded = Object.entries(own).map(([keyword, value]) => [
    keyword,
    keyword === "properties" && isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, expand(inner, others)]))
      : expand(value, others),
  ]);
  return [...parts, Object.fromEntries(expanded) as Keywords].reduce(merge);
}

function target($ref: string, others: readonly { $id: string }[]): unknown {
  const [file, pointer = ""] = $ref.split("#");
  const found = fromPointer(pointer).reduce<unknown>(
    (part, key) => (isObject(part) ? part[key] : undefined),
    others.find(({ $id }) => $id === file),
  );
  if (!isObject(found)) throw new Error(`${$ref} names no part of a schema`);
  const { $id: _, $schema: __, ...rest } = found;
  return rest;
}

function merge(a: Keywords, b: Keywords): Keywords {
  const both = { ...a, ...b };
  if (isObject(a["properties"]) && isObject(b["properties"]))
    both["properties"] = { ...a["properties"], ...b["properties"] };
  if (Array.isArray(a["required"]) && Array.isArray(b["required"]))
    both["required"] = [...new Set([...a["required"], ...b["required"]])];
  return both;
}
