import { fromPointer, toPointer, type JsonValue, valueAt } from "../model/json.ts";
import type { ErrorObject, ValidateFunction } from "ajv";
import { closest } from "../model/closest.ts";
import { locate } from "../model/locate.ts";
import type { Fault, ParsedJson } from "../json/parse.ts";
import type { ProblemCode } from "../model/problem.ts";
import { describe, quote } from "../model/text.ts";
import { schema as words } from "../../strings/check.ts";
import { fields } from "../../strings/schema.ts";
import type { Schema } from "../model/schemas.ts";
import type { FieldWords } from "../../strings/en/schema.ts";
import {
  architectureArgs,
  enumCure,
  example,
  firstSentence,
  listOf,
  shortKey,
  typeCure,
  typeName,
} from "./schema-words.ts";

/** Runs one of ajv's functions and words each error from the schema and the value. Positions are those of the key or value meant. */
export function checkSchema(parsed: ParsedJson, validate: ValidateFunction, schema: Schema): Fault[] {
  if (validate(parsed.value)) return [];
  const faults: Fault[] = [];
  const misspelt = new Set<string>();
  for (const error of validate.errors ?? []) {
    const fault = toFault(parsed, error, schema, misspelt);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** A suggestion and a cure for a key that the schema does not have. */
export interface KeyAdvice {
  near?: string;
  cure: string;
}

/**
 * Keys that the schema does not have. A key that takes the place of a missing one is reported by `checkSchema` alone.
 * `advise` knows some of them; null leaves a key to its spelling.
 */
export function unknownKeys(
  parsed: ParsedJson,
  schema: Schema,
  ignore: ReadonlySet<string> = new Set(),
  advise: (key: string) => KeyAdvice | null = () => null,
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
      const advice = advise(key);
      const args: Record<string, string> = advice
        ? { key: shortKey(key), ...advice }
        : near
          ? {
              key: shortKey(key),
              near: words.didYouMean(near),
              cure: words.renameOrDelete(near),
            }
          : { key: shortKey(key), cure: words.deleteOrSpell };
      const pointer = toPointer([key]);
      return {
        code: "unknown-key" as const,
        args,
        pointer,
        ...locate(parsed.text, parsed.tree, pointer, "key"),
      };
    });
}

function toFault(parsed: ParsedJson, error: ErrorObject, root: Schema, misspelt: Set<string>): Fault | null {
  const pointer = error.instancePath;
  const steps = fromPointer(pointer);
  const value = valueAt(parsed.value, steps);
  const schema = schemaAt(root, steps);
  const key = steps.length === 0 ? words.file : nameOf(steps);
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
            cure: isRequired(root, steps) ? words.giveValue(example(schema)) : words.deleteOrGive,
          })
        : make("wrong-type", {
            key,
            found: describe(value),
            expected: typeName(schema),
            cure: typeCure(value, schema),
          });
    case "enum":
      // The type has said so already.
      if (value === null) return null;
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
        why: Array.isArray(value) ? words.holdItem : words.holdText,
        cure: words.writeForInstance(example(schema)),
      });
    case "minimum":
    case "maximum":
      return make("out-of-range", {
        key,
        found: String(value),
        limit: words[error.keyword === "minimum" ? "orMore" : "orLess"](String(error.params["limit"])),
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
          ...(near ? { near: words.didYouMean(near) } : {}),
          cure: near ? words.rename(near) : words.delete,
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
        cure: words.writeForInstance(example(schema)),
      });
  }
}

function missingKey(
  parsed: ParsedJson,
  key: string,
  value: unknown,
  schema: Schema,
  pointer: string,
  misspelt: Set<string>,
): Fault {
  const property = schema.properties?.[key] ?? {};
  const description = wordsOf(fieldName(pointer, key), property).description;
  const known = new Set(Object.keys(schema.properties ?? {}));
  const candidates = Object.keys((value ?? {}) as object).filter(
    (name) => !known.has(name) && !misspelt.has(name),
  );
  const near = closest(key, candidates);
  if (near) misspelt.add(near);
  const args: Record<string, string> = {
    key,
    why: description ? firstSentence(description) : words.isRequired,
    cure: near
      ? words.renameFrom({ from: shortKey(near), to: key })
      : words.add({ key, value: example(property) }),
    ...(near ? { near: words.looksMisspelt(shortKey(near)) } : {}),
  };
  const where = near ? pointer + toPointer([near]) : pointer;
  return {
    code: "missing-key",
    args,
    pointer: near ? where : pointer,
    ...locate(parsed.text, parsed.tree, where, near ? "key" : "value"),
  };
}

/** Title and description of a field, in the language of the registry; `name` is "memory" or "compatibility[].image". */
export function wordsOf(name: string, property: Schema): FieldWords {
  return fields[property.items?.properties ? `${name}[]` : name] ?? property;
}

/** The name of the field of a key in the value at a pointer: "compatibility[].image" of "/compatibility/0" and "image". */
function fieldName(pointer: string, key: string): string {
  return `${pointer}/${key}`
    .slice(1)
    .replace(/\/\d+(?=\/)/g, "[]")
    .replaceAll("/", ".");
}

/** `compatibility[0].version`: a JSON path as people write it. */
export function nameOf(steps: readonly string[]): string {
  return steps.map((step, i) => (/^\d+$/.test(step) ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

function schemaAt(schema: Schema, steps: readonly string[]): Schema {
  return steps.reduce<Schema>((inner, step) => inner.properties?.[step] ?? inner.items ?? {}, schema);
}

function isRequired(root: Schema, steps: readonly string[]): boolean {
  return schemaAt(root, steps.slice(0, -1)).required?.includes(steps.at(-1) ?? "") ?? false;
}
