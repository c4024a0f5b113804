import { isObject } from "../../registry/model/json.ts";
import {
  isAlias,
  isCollection,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  Scalar,
  visit,
  type Document,
} from "yaml";
import { pasteFaults, yamlFaults } from "../../strings/docker.ts";
import { PasteError } from "../converted-workspace.ts";
import { readVariable, type Variable } from "../variables.ts";
import { type Mapping, type Value } from "./value.ts";

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
  if (fault) throw new PasteError(pasteFaults.notYaml(wording(fault.code, fault.message)), fault.pos[0]);
  keepScalarText(document);
  let root: Value;
  try {
    if (expandedSize(document.contents, new Map()) > maxNodes) throw new RangeError();
    root = document.toJS({ maxAliasCount: -1 }) as Value;
  } catch {
    throw new PasteError(pasteFaults.aliases, 0);
  }
  if (!isObject(root)) throw new PasteError(pasteFaults.notMapping, 0);
  const offsetOf = (path: readonly string[]): number => {
    const node = document.getIn(path, true) as { range?: readonly number[] | null } | undefined;
    return node?.range?.[0] ?? 0;
  };
  return { root, offsetOf };
}

/** Values at most once every alias is replaced: a hundred times those of a large file. */
const maxNodes = 100_000;

/** Counts the values below a node, those of its aliases again; an alias of a node that holds it counts as endless. */
function expandedSize(node: unknown, anchors: Map<string, number>): number {
  if (isAlias(node)) return anchors.get(node.source) ?? 1;
  const anchor = isNode(node) ? (node as { anchor?: string }).anchor : undefined;
  if (anchor !== undefined) anchors.set(anchor, Infinity);
  const inner = isPair(node) ? [node.key, node.value] : isCollection(node) ? node.items : [];
  const size = inner.reduce((sum: number, item) => sum + expandedSize(item, anchors), 1);
  if (anchor !== undefined) anchors.set(anchor, size);
  return size;
}

/** Numbers and booleans become their text: `1.10` would turn into 1.1, and compose hands texts to the container. A key with `!reset` is empty. */
function keepScalarText(document: Document): void {
  visit(document, (key, node) => {
    if (isNode(node) && node.tag === "!reset") return new Scalar(null);
    if (key === "key" || isAlias(node) || !isScalar(node)) return undefined;
    if (node.value !== null && typeof node.value !== "string") node.value = node.source ?? String(node.value);
    else if (node.value !== null && node.type === Scalar.PLAIN && node.source !== undefined)
      node.value = node.source;
    return undefined;
  });
}

function wording(code: string, message: string): string {
  const words = Object.hasOwn(yamlFaults, code)
    ? yamlFaults[code as keyof typeof yamlFaults]
    : yamlFaults.other;
  return words(message);
}

/** Replaces the variables of compose in every text of a value: `$$` is a dollar sign, a default is used, the rest is kept. */
export function interpolate(value: Value, found: (variable: Variable) => void): Value {
  if (typeof value === "string") return interpolateText(value, found);
  if (Array.isArray(value)) return value.map((item) => interpolate(item, found));
  if (!isObject(value)) return value;
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
