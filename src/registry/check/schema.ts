import { toPointer, type JsonValue } from "../model/json.ts";
import type { ErrorObject, ValidateFunction } from "ajv";
import { closest } from "../model/closest.ts";
import { locate } from "../model/locate.ts";
import type { Fault, ParsedJson } from "../json/parse.ts";
import { describe, quote, type ProblemCode } from "../model/problems.ts";

/** The part of a JSON Schema that messages are worded from. */
export interface PropertySchema {
  title?: string;
  description?: string;
  type?: string | readonly string[];
  enum?: readonly string[];
  examples?: readonly unknown[];
  properties?: Record<string, PropertySchema>;
  required?: readonly string[];
  items?: PropertySchema;
}

const architectureAliases: Record<string, string> = {
  x86_64: "amd64",
  "x86-64": "amd64",
  x64: "amd64",
  x86: "amd64",
  intel: "amd64",
  "linux/amd64": "amd64",
  aarch64: "arm64",
  arm: "arm64",
  armv8: "arm64",
  arm64v8: "arm64",
  "arm64/v8": "arm64",
  "linux/arm64": "arm64",
  "linux/arm64/v8": "arm64",
};

/** The official name of an architecture that is usually written in another way, or null. */
export function architectureFor(name: string): string | null {
  const known = architectureAliases[name.trim().toLowerCase()] ?? name.trim().toLowerCase();
  return known === "amd64" || known === "arm64" ? known : null;
}

/** Runs one of ajv's functions and words each error from the schema and the value. Positions are those of the key or value meant. */
export function checkShape(parsed: ParsedJson, validate: ValidateFunction, schema: PropertySchema): Fault[] {
  if (validate(parsed.value)) return [];
  const faults: Fault[] = [];
  const misspelt = new Set<string>();
  for (const error of validate.errors ?? []) {
    const fault = toFault(parsed, error, schema, misspelt);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** Keys that the schema does not have. A key that stands in for a missing one is reported by `checkShape` alone. */
export function unknownKeys(
  parsed: ParsedJson,
  schema: PropertySchema,
  ignore: ReadonlySet<string> = new Set(),
): Fault[] {
  const known = Object.keys(schema.properties ?? {});
  const value = parsed.value as Record<string, JsonValue>;
  const missing = new Set((schema.required ?? []).filter((key) => !Object.hasOwn(value, key)));
  return Object.keys(value)
    .filter((key) => !known.includes(key) && !ignore.has(key))
    .filter((key) => !missing.has(closest(key, missing) ?? ""))
    .map((key) => {
      const near = closest(
        key,
        known.filter((name) => !Object.hasOwn(value, name)),
      );
      const args: Record<string, string> = near
        ? {
            key: shortKey(key),
            near: `Did you mean "${near}"?`,
            cure: `Rename it to "${near}", or delete it.`,
          }
        : { key: shortKey(key), cure: "Delete it, or check its spelling." };
      const pointer = toPointer([key]);
      return {
        code: "unknown-key" as const,
        args,
        pointer,
        ...locate(parsed.text, parsed.tree, pointer, "key"),
      };
    });
}

function toFault(
  parsed: ParsedJson,
  error: ErrorObject,
  root: PropertySchema,
  misspelt: Set<string>,
): Fault | null {
  const pointer = error.instancePath;
  const steps = pointer === "" ? [] : pointer.slice(1).split("/");
  const value = valueAt(parsed.value, steps);
  const schema = schemaAt(root, steps);
  const key = steps.length === 0 ? "The file" : nameOf(steps);
  const make = (
    code: ProblemCode,
    args: Record<string, string>,
    where = pointer,
    at: "key" | "value" = "value",
  ): Fault => ({
    code,
    args,
    pointer: where,
    ...locate(parsed.text, parsed.tree, where, at),
  });

  switch (error.keyword) {
    case "required":
      return missingKey(parsed, error.params["missingProperty"] as string, value, schema, pointer, misspelt);
    case "type":
      return value === null
        ? make("null-value", {
            key,
            expected: typeName(schema),
            cure: isRequired(root, steps)
              ? `Give it a value, for instance ${example(schema)}.`
              : "Delete the key, or give it a value.",
          })
        : make("wrong-type", {
            key,
            found: describe(value),
            expected: typeName(schema),
            cure: typeCure(value, schema),
          });
    case "enum":
      return steps[0] === "architecture"
        ? make("unknown-architecture", architectureArgs(value))
        : make("not-allowed", {
            key,
            found: quote(value),
            allowed: listOf(schema.enum ?? []),
            cure: enumCure(value, schema),
          });
    case "minItems":
    case "minLength":
      return make("empty-value", {
        key,
        why: `It must hold ${Array.isArray(value) ? "at least one item" : "a text"}.`,
        cure: `Write for instance ${example(schema)}.`,
      });
    case "minimum":
    case "maximum":
      return make("out-of-range", {
        key,
        found: String(value),
        limit: `${error.params["limit"]} or ${error.keyword === "minimum" ? "more" : "less"}`,
      });
    case "uniqueItems": {
      const index = Math.max(error.params["i"] as number, error.params["j"] as number);
      return make(
        "duplicate-item",
        { key, item: quote((value as JsonValue[])[index]) },
        `${pointer}/${index}`,
      );
    }
    case "pattern":
      return make("wrong-pattern", { key, found: quote(value), example: example(schema) });
    case "additionalProperties": {
      const extra = error.params["additionalProperty"] as string;
      const near = closest(extra, Object.keys(schema.properties ?? {}));
      return make(
        "unknown-key",
        {
          key: shortKey(extra),
          ...(near ? { near: `Did you mean "${near}"?` } : {}),
          cure: near ? `Rename it to "${near}".` : "Delete it.",
        },
        pointer + toPointer([extra]),
        "key",
      );
    }
    default:
      return make("wrong-type", {
        key,
        found: describe(value),
        expected: typeName(schema),
        cure: `Write for instance ${example(schema)}.`,
      });
  }
}

function missingKey(
  parsed: ParsedJson,
  key: string,
  value: unknown,
  schema: PropertySchema,
  pointer: string,
  misspelt: Set<string>,
): Fault {
  const property = schema.properties?.[key] ?? {};
  const known = new Set(Object.keys(schema.properties ?? {}));
  const candidates = Object.keys((value ?? {}) as object).filter(
    (name) => !known.has(name) && !misspelt.has(name),
  );
  const near = closest(key, candidates);
  if (near) misspelt.add(near);
  const args: Record<string, string> = {
    key,
    why: property.description ? firstSentence(property.description) : "It is required.",
    cure: near ? `Rename "${shortKey(near)}" to "${key}".` : `Add "${key}": ${example(property)}.`,
    ...(near ? { near: `"${shortKey(near)}" looks like a misspelling of it` } : {}),
  };
  const where = near ? pointer + toPointer([near]) : pointer;
  return {
    code: "missing-key",
    args,
    pointer: near ? where : pointer,
    ...locate(parsed.text, parsed.tree, where, near ? "key" : "value"),
  };
}

function architectureArgs(value: unknown): Record<string, string> {
  const right = typeof value === "string" ? architectureFor(value) : null;
  return {
    found: quote(value),
    cure: right ? `Write "${right}".` : 'Write "amd64" (Intel and AMD) or "arm64" (ARM).',
  };
}

/** `compatibility[0].version`: a JSON path as people write it. */
export function nameOf(steps: readonly string[]): string {
  return steps.map((step, i) => (/^\d+$/.test(step) ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | undefined)?.[unescape(step)],
    value,
  );
}

function schemaAt(schema: PropertySchema, steps: readonly string[]): PropertySchema {
  return steps.reduce<PropertySchema>(
    (inner, step) => inner.properties?.[unescape(step)] ?? inner.items ?? {},
    schema,
  );
}

function isRequired(root: PropertySchema, steps: readonly string[]): boolean {
  return schemaAt(root, steps.slice(0, -1)).required?.includes(steps.at(-1) ?? "") ?? false;
}

function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

const typeNames: Record<string, string> = {
  string: "a text in quotation marks",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list: [ … ]",
  object: "an object: { … }",
  null: "null",
};

function typeName(schema: PropertySchema): string {
  return (
    [schema.type ?? []]
      .flat()
      .map((type) => typeNames[type] ?? type)
      .join(" or ") || "another type"
  );
}

function typeCure(value: unknown, schema: PropertySchema): string {
  const type = [schema.type ?? []].flat()[0];
  if (
    typeof value === "string" &&
    (type === "integer" || type === "number") &&
    /^\s*-?\d+(\.\d+)?\s*$/.test(value)
  )
    return `Write ${value.trim()}, without quotation marks.`;
  if (typeof value === "string" && type === "boolean" && /^(true|false)$/i.test(value.trim()))
    return `Write ${value.trim().toLowerCase()}, without quotation marks.`;
  if (typeof value === "number" && type === "integer") return `Write ${Math.round(value)}.`;
  if (type === "array" && value !== null && typeof value !== "object") return `Write [${quote(value)}].`;
  if (type === "string" && (typeof value === "number" || typeof value === "boolean"))
    return `Write "${value}".`;
  return `Write for instance ${example(schema)}.`;
}

function enumCure(value: unknown, schema: PropertySchema): string {
  const near = typeof value === "string" ? closest(value, schema.enum ?? []) : null;
  return near ? `Did you mean "${near}"?` : "Write one of them.";
}

function example(schema: PropertySchema): string {
  return schema.examples?.length ? JSON.stringify(schema.examples[0]) : "a value";
}

function listOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
}

function shortKey(key: string): string {
  return quote(key).slice(1, -1);
}
