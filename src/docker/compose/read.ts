import { isAlias, isScalar, parseDocument, Scalar, visit, type Document } from "yaml";
import { PasteError } from "../draft.ts";
import { readVariable, type Variable } from "../variables.ts";
import { isMapping, type Mapping, type Value } from "./value.ts";

/** A compose file and a way to find the place of a part of it. */
export interface ComposeFile {
  root: Mapping;
  /** Offset of the value that a path of keys leads to; of the file where it leads nowhere. */
  offsetOf: (path: readonly string[]) => number;
}

/** Reads YAML (or JSON). Throws PasteError at the first fault. */
export function readCompose(text: string): ComposeFile {
  const document = parseDocument(text, {
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const [fault] = document.errors;
  if (fault) throw new PasteError(`This is not YAML: ${wording(fault.code, fault.message)}`, fault.pos[0]);
  keepScalarText(document);
  let root: Value;
  try {
    root = document.toJS({ maxAliasCount: 100 }) as Value;
  } catch {
    throw new PasteError("The aliases of this file refer to too much, or to nothing.", 0);
  }
  if (!isMapping(root))
    throw new PasteError("A compose file is a mapping: services: and below it a name and its keys.", 0);
  const offsetOf = (path: readonly string[]): number => {
    const node = document.getIn(path, true) as { range?: readonly number[] | null } | undefined;
    return node?.range?.[0] ?? 0;
  };
  return { root, offsetOf };
}

/** Numbers and booleans become their text: `1.10` would turn into 1.1, and compose hands texts to the container. */
function keepScalarText(document: Document): void {
  visit(document, (key, node) => {
    if (key === "key" || isAlias(node) || !isScalar(node)) return;
    if (node.value !== null && typeof node.value !== "string") node.value = node.source ?? String(node.value);
    else if (node.value !== null && node.type === Scalar.PLAIN && node.source !== undefined)
      node.value = node.source;
  });
}

/** Words for the faults people make; the library's own for the rest. */
function wording(code: string, message: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab indents this line. Indent with spaces.";
    case "MULTIPLE_DOCS":
      return "a second document begins here (---). Paste one compose file.";
    case "DUPLICATE_KEY":
      return "this key is given twice. Delete one of the two.";
    case "BAD_INDENT":
    case "MISSING_CHAR":
    case "UNEXPECTED_TOKEN":
      return `${message}. Look at the indentation and the quotes of this line.`;
    default:
      return `${message}.`;
  }
}

/** Replaces the variables of compose in every text of a value: `$$` is a dollar sign, a default stands in, the rest is kept. */
export function interpolate(value: Value, found: (variable: Variable) => void): Value {
  if (typeof value === "string") return interpolateText(value, found);
  if (Array.isArray(value)) return value.map((item) => interpolate(item, found));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolate(inner, found)]));
}

function interpolateText(text: string, found: (variable: Variable) => void): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const variable = text[at] === "$" && text[at + 1] !== "(" ? readVariable(text, at) : null;
    if (text[at] === "$" && text[at + 1] === "$") {
      out += "$";
      at++;
    } else if (variable) {
      found(variable);
      out += variable.value;
      at += variable.written.length - 1;
    } else out += text[at];
  }
  return out;
}
