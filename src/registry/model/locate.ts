import { fromPointer } from "./json.ts";
import type { Node } from "jsonc-parser";

/** A place in a text; line and column count from 1, columns in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** Offsets at which the lines of the last text begin: a file with 100,000 problems asks for 100,000 places in one text. */
let indexed: { text: string; starts: number[] } = { text: "", starts: [0] };

function lineStarts(text: string): number[] {
  if (indexed.text === text) return indexed.starts;
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  indexed = { text, starts };
  return starts;
}

/** The place of an offset. CR LF, LF and CR end a line. */
export function placeAt(text: string, offset: number): Place {
  const starts = lineStarts(text);
  const end = Math.min(offset, text.length);
  const startOf = (line: number): number => starts[line] ?? 0;
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= end) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: end - startOf(low) + 1 };
}

/** The property node or array item that a pointer names, or the deepest one that exists on the way to it. */
export function nodeAt(tree: Node, pointer: string): Node {
  let node = tree;
  for (const step of fromPointer(pointer)) {
    const next = child(node, step);
    if (!next) return node;
    node = next;
  }
  return node;
}

/** The place of the value that a pointer names; `at: "key"` gives the place of its key. */
export function locate(
  text: string,
  tree: Node | undefined,
  pointer: string,
  at: "key" | "value" = "value",
): Place {
  if (!tree) return { line: 1, column: 1 };
  const node = nodeAt(tree, pointer);
  const shown = at === "key" && node.parent?.type === "property" ? (node.parent.children?.[0] ?? node) : node;
  return placeAt(text, shown.offset);
}

/** Key and value nodes of an object. */
export function propertiesOf(object: Node): { key: Node; value: Node }[] {
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, value }] : [],
  );
}

/** Values by key: an object with many keys is asked for each of them. */
const indexes = new WeakMap<Node, Map<string, Node>>();

function child(node: Node, step: string): Node | undefined {
  if (node.type === "array") return node.children?.[Number(step)];
  if (node.type !== "object") return undefined;
  let index = indexes.get(node);
  if (!index) {
    // The last of two equal keys is the one that JSON readers keep.
    index = new Map(propertiesOf(node).map(({ key, value }) => [key.value as string, value]));
    indexes.set(node, index);
  }
  return index.get(step);
}
