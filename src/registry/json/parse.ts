import { toPointer, type JsonValue } from "../model/json.ts";
import { createScanner, parseTree, type Node, type ParseError } from "jsonc-parser";
import { firstStrictError, syntaxFaults, type At } from "./explain-syntax.ts";
import { locate, placeAt, propertiesOf } from "../model/locate.ts";
import type { Fault } from "../model/problem.ts";
import { json as words } from "../../strings/check.ts";
import { quote } from "../model/text.ts";
import type { RawEntry } from "../model/types.ts";

export type { Fault };

/** A text that is strict JSON, with the offsets of every value. */
export interface ParsedJson {
  text: string;
  tree: Node;
  value: JsonValue;
}

/** A fault of the value that a pointer names, or of its key, with its place in the text. */
export function faultAt(
  { text, tree }: ParsedJson,
  pointer: string,
  code: Fault["code"],
  args: Fault["args"],
  at: "key" | "value" = "value",
): Fault {
  return { code, args, pointer, ...locate(text, tree, pointer, at) };
}

/** Levels of nesting at most: real workspaces have five, and deeper texts make recursive readers fail. */
export const deepest = 100;

/** Keys, values, signs and comments of one file at most. Real ones have hundreds; a million would keep every check busy for minutes. */
const mostTokens = 30_000;

/** Strict JSON (RFC 8259) with unique keys, or the reasons why it is not. Never throws. */
export function parseJson(text: string): { parsed: ParsedJson | null; faults: Fault[] } {
  const at: At = (code, offset, args = {}) => ({ code, args, pointer: "", ...placeAt(text, offset) });
  if (text.trim() === "") return { parsed: null, faults: [at("json-empty", 0)] };
  const beyond = beyondLimits(text);
  if (beyond) {
    const limit = beyond.limit.toLocaleString("en");
    return { parsed: null, faults: [at(beyond.code, beyond.offset, { limit })] };
  }

  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  });
  if (errors.length > 0 || !tree) return { parsed: null, faults: syntaxFaults(text, errors, at) };

  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    // jsonc-parser is a little more lenient than RFC 8259, for instance about control characters and odd white space.
    const offset = firstStrictError(text);
    return {
      parsed: null,
      faults: [at("json-syntax", offset, words.strayCharacter(quote(text.charAt(offset))))],
    };
  }
  const faults = [...duplicateKeys(text, tree), ...unsafeValues(text, tree)];
  return { parsed: { text, value, tree }, faults };
}

/** The value of a text that is JSON and within the limits; undefined where it is not. Explains nothing, in a third of the time. */
export function readJson(text: string): JsonValue | undefined {
  if (beyondLimits(text)) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The keys of the root object in authored order, with the minified text of their values: what is published, to the digit. */
export function rawEntries({ text }: Pick<ParsedJson, "text">): RawEntry[] {
  const entries: RawEntry[] = [];
  let depth = 0;
  let key: string | null = null;
  let json = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === "}" || token === "]") depth--;
    const isEnd: boolean = (token === "," && depth === 1) || depth === 0;
    if (isEnd && key !== null) {
      entries.push([JSON.parse(key) as string, json]);
      [key, json] = [null, ""];
    } else if (depth > 0 && key === null) key = token;
    else if (key !== null && !(json === "" && token === ":")) json += token;
    if (token === "{" || token === "[") depth++;
  }
  return entries;
}

/**
 * Where the text becomes too deep or too long to be checked, if it does. Reads tokens as the parser does, so that no comment or broken
 * text can hide brackets from it; a bracket that closes nothing closes nothing here either.
 */
function beyondLimits(
  text: string,
): { code: "json-too-deep" | "json-too-many"; offset: number; limit: number } | null {
  const scanner = createScanner(text, false);
  const closers: number[] = [];
  let tokens = 0;
  for (let kind: number = scanner.scan(); kind !== 17 /* EOF */; kind = scanner.scan()) {
    if (kind === 14 || kind === 15 /* line breaks and spaces */) continue;
    if (++tokens > mostTokens)
      return { code: "json-too-many", offset: scanner.getTokenOffset(), limit: mostTokens };
    if (kind === 1 /* { */ || kind === 3 /* [ */) {
      if (closers.push(kind + 1) > deepest)
        return { code: "json-too-deep", offset: scanner.getTokenOffset(), limit: deepest };
    } else if (kind === closers.at(-1)) closers.pop();
  }
  return null;
}

function duplicateKeys(text: string, tree: Node): Fault[] {
  const faults: Fault[] = [];
  visitNodes(tree, [], (node, path) => {
    if (node.type !== "object") return;
    const seen = new Map<string, number>();
    for (const { key } of propertiesOf(node)) {
      const first = seen.get(key.value as string);
      if (first === undefined) seen.set(key.value as string, key.offset);
      else {
        const args = { key: quote(key.value), first: String(placeAt(text, first).line) };
        faults.push({
          code: "json-duplicate-key",
          args,
          pointer: toPointer([...path, key.value as string]),
          ...placeAt(text, key.offset),
        });
      }
    }
  });
  return faults;
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Values that a reader on the other side would not see as they were written. */
function unsafeValues(text: string, tree: Node): Fault[] {
  const faults: Fault[] = [];
  visitNodes(tree, [], (node, path) => {
    const report = (code: Fault["code"], args: Fault["args"]): void =>
      void faults.push({ code, args, pointer: toPointer(path), ...placeAt(text, node.offset) });
    const source = text.slice(node.offset, node.offset + node.length);
    if (node.type === "number" && !Number.isFinite(Number(source)))
      report("json-number", { number: quote(source) });
    if (loneSurrogate.test(String(node.value))) report("json-lone-surrogate", {});
  });
  return faults;
}

function visitNodes(
  node: Node,
  path: (string | number)[],
  see: (node: Node, path: (string | number)[]) => void,
): void {
  see(node, path);
  if (node.type === "object") {
    for (const { key, value } of propertiesOf(node)) {
      see(key, path);
      visitNodes(value, [...path, key.value as string], see);
    }
  } else if (node.type === "array")
    node.children?.forEach((item, index) => visitNodes(item, [...path, index], see));
}
