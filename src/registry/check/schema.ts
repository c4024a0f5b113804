import { fromPointer, toPointer, type JsonObject, type JsonValue, valueAt } from "../model/json.ts";
import type { ErrorObject, ValidateFunction } from "ajv";
import { closest } from "../model/closest.ts";
import { likelyNumber } from "./rules/unlikely-unit.ts";
import { faultAt, type Fault, type ParsedJson } from "../json/parse.ts";
import { nodeAt } from "../model/locate.ts";
import type { ProblemCode } from "../model/problem.ts";
import { describe, kindOf, quote } from "../model/text.ts";
import { schema as words } from "../../strings/check.ts";
import { fields } from "../../strings/schema.ts";
import type { Schema } from "../model/schemas.ts";
import type { FieldWords } from "../../strings/en/schema.ts";
import {
  architectureArgs,
  enumCure,
  example,
  firstSentence,
  isQuotable,
  listOf,
  shortKey,
  typeCure,
  typeName,
} from "./schema-words.ts";

/** Runs one of ajv's functions and words each error from the schema and the value. Positions are those of the key or value meant. */
export function checkSchema(parsed: ParsedJson, validate: ValidateFunction, schema: Schema): Fault[] {
  if (validate(parsed.value)) return [];
  const misspelt = new Set<string>();
  return (validate.errors ?? []).flatMap((error) => {
    const steps = fromPointer(error.instancePath);
    const worded = (wordings[error.keyword] ?? wrongType)({
      params: error.params,
      pointer: error.instancePath,
      value: valueAt(parsed.value, steps),
      schema: schemaAt(schema, steps),
      key: steps.length === 0 ? words.file : nameOf(steps),
      isRequired: isRequired(schema, steps),
      written: writtenAt(parsed, error.instancePath),
      misspelt,
    });
    return worded
      ? [faultAt(parsed, worded.pointer ?? error.instancePath, worded.code, worded.args, worded.at)]
      : [];
  });
}

/** A suggestion and a cure for a key that the schema does not have. */
export interface KeyAdvice {
  near?: string;
  /** What becomes of it, where that is not the usual. */
  fate?: string;
  cure: string;
}

/** An object of a text, its place, and what is known of its keys. */
export interface KeysSetup {
  pointer: string;
  value: JsonObject;
  schema: Schema;
  /** Keys that are reported otherwise. */
  ignore?: ReadonlySet<string>;
  /** Null leaves a key to its spelling. */
  advise: (key: string) => KeyAdvice | null;
}

/** Keys that the schema does not have. A key that takes the place of a missing one is reported by `checkSchema` alone. */
export function unknownKeys(
  parsed: ParsedJson,
  { pointer, value, schema, ignore = new Set(), advise }: KeysSetup,
): Fault[] {
  const known = Object.keys(schema.properties ?? {});
  const missing = new Set((schema.required ?? []).filter((key) => !Object.hasOwn(value, key)));
  return Object.keys(value)
    .filter((key) => !known.includes(key) && !ignore.has(key))
    .filter((key) => !missing.has(closest(key, missing) ?? ""))
    .map((key) => {
      const near = closest(
        key,
        known.filter((name) => !Object.hasOwn(value, name)),
      );
      const advice =
        advise(key) ??
        (near
          ? { near: words.didYouMean(near), cure: words.renameOrDelete(near) }
          : { cure: words.deleteOrSpell });
      const args = { key: shortKey(key), ...advice };
      return faultAt(parsed, pointer + toPointer([key]), "unknown-key", args, "key");
    });
}

/** An error of ajv, with what is known of its place. */
interface Difference {
  params: ErrorObject["params"];
  pointer: string;
  value: unknown;
  /** The schema of the value. */
  schema: Schema;
  /** The key as people write it. */
  key: string;
  isRequired: boolean;
  /** The JSON text of the value: 1.20 is 1.2 once it is read. */
  written: string;
  /** Keys that a missing one was found misspelt as; they are named once. */
  misspelt: Set<string>;
}

/** A fault in words; it is at the value of the difference where it names no other place. */
interface Worded {
  code: ProblemCode;
  args: Record<string, string>;
  pointer?: string;
  at?: "key";
}

/** The fault of each keyword of JSON Schema, in words; null where another error has said so already. */
const wordings: Partial<Record<string, (difference: Difference) => Worded | null>> = {
  required: missingKey,
  type: (difference) => (difference.value === null ? nullValue(difference) : wrongType(difference, typeCure)),
  enum: (difference) => (typeof difference.value === "string" ? notAllowed(difference) : null),
  minItems: emptyValue,
  minLength: emptyValue,
  minimum: (difference) => outOfRange(difference, words.orMore),
  maximum: (difference) => outOfRange(difference, words.orLess),
  uniqueItems: duplicateItem,
  pattern: ({ key, value, schema }) => ({
    code: "wrong-pattern",
    args: { key, found: quote(value), example: example(schema) },
  }),
  additionalProperties: unknownMember,
};

function nullValue({ key, schema, isRequired }: Difference): Worded {
  const cure = isRequired ? words.giveValue(example(schema, key)) : words.deleteOrGive;
  return { code: "null-value", args: { key, why: words.breaksReaders(typeName(schema)), cure } };
}

function wrongType(
  { key, value, schema, written }: Difference,
  cureOf: typeof typeCure = () => words.writeForInstance(example(schema, key)),
): Worded {
  const found = isQuotable(value, schema) ? describe(value) : kindOf(value);
  const cure = cureOf(value, schema, written, key);
  const args = { key, found, expected: typeName(schema), why: words.readsNothingElse, cure };
  return { code: "wrong-type", args };
}

function notAllowed({ pointer, key, value, schema }: Difference): Worded {
  if (/^\/architecture(\/|$)/.test(pointer))
    return { code: "unknown-architecture", args: architectureArgs(value) };
  const args = {
    key,
    found: quote(value),
    allowed: listOf(schema.enum ?? []),
    cure: enumCure(value, schema),
  };
  return { code: "not-allowed", args };
}

function emptyValue({ key, value, schema }: Difference): Worded {
  const why = Array.isArray(value) ? words.holdItem : words.holdText;
  return { code: "empty-value", args: { key, why, cure: words.writeForInstance(example(schema, key)) } };
}

function outOfRange({ key, value, params }: Difference, limitOf: (limit: string) => string): Worded {
  const number = Number(value);
  // Bytes of ten terabytes at most are meant for megabytes; a larger number is a slip of another kind.
  const likely = number > 0 && number < 1e13 ? likelyNumber(key.replace(/^.*\./, ""), number) : number;
  const cure = likely === number ? words.writeInRange : words.write(String(likely));
  return {
    code: "out-of-range",
    args: { key, found: String(value), limit: limitOf(String(params["limit"])), cure },
  };
}

function duplicateItem({ key, value, params, pointer }: Difference): Worded {
  const index = Math.max(Number(params["i"]), Number(params["j"]));
  const item = quote((value as JsonValue[])[index]);
  return { code: "duplicate-item", args: { key, item }, pointer: `${pointer}/${index}` };
}

function unknownMember({ schema, params, pointer }: Difference): Worded {
  const extra = String(params["additionalProperty"]);
  const near = closest(extra, Object.keys(schema.properties ?? {}));
  const advice = near ? { near: words.didYouMean(near), cure: words.rename(near) } : { cure: words.delete };
  const args = { key: shortKey(extra), ...advice };
  return { code: "unknown-key", args, pointer: pointer + toPointer([extra]), at: "key" };
}

function missingKey({ params, value, schema, pointer, misspelt }: Difference): Worded {
  const key = String(params["missingProperty"]);
  const property = schema.properties?.[key] ?? {};
  const { description } = wordsOf(fieldName(pointer, key), property);
  const known = schema.properties ?? {};
  const candidates = Object.keys((value ?? {}) as object).filter(
    (name) => !Object.hasOwn(known, name) && !misspelt.has(name),
  );
  const near = closest(key, candidates);
  const why = description ? firstSentence(description) : words.isRequired;
  if (near === null)
    return {
      code: "missing-key",
      args: { key, why, cure: words.add({ key, value: example(property, key) }) },
    };
  misspelt.add(near);
  return {
    code: "missing-key",
    args: {
      key,
      why,
      cure: words.renameFrom({ from: shortKey(near), to: key }),
      near: words.looksMisspelt(shortKey(near)),
    },
    pointer: pointer + toPointer([near]),
    at: "key",
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
  return steps.reduce<Schema>(
    (inner, step) => inner.properties?.[step] ?? membersOf(inner) ?? itemsOf(inner),
    schema,
  );
}

/** The schema of members under names that authors choose. */
function membersOf({ additionalProperties: members }: Schema): Schema | undefined {
  return typeof members === "object" ? members : undefined;
}

/** The schema of the items of a list, with the examples of the list where it has none of its own. */
function itemsOf({ items = {}, examples = [] }: Schema): Schema {
  return items.examples || !Array.isArray(examples[0])
    ? items
    : { ...items, examples: examples[0] as unknown[] };
}

function writtenAt({ text, tree }: ParsedJson, pointer: string): string {
  const { offset, length } = nodeAt(tree, pointer);
  return text.slice(offset, offset + length);
}

function isRequired(root: Schema, steps: readonly string[]): boolean {
  return schemaAt(root, steps.slice(0, -1)).required?.includes(steps.at(-1) ?? "") ?? false;
}
