import { toPointer } from "../registry/model/json.ts";
import { parseTree, type Node } from "jsonc-parser";

/** JSON as lines for a page: pretty, with every value's exact text, and with the JSON pointers that begin on each line. Pure. */

export type TokenKind = "key" | "string" | "other" | "punctuation";

export interface JsonToken {
  kind: TokenKind;
  text: string;
}

export interface JsonLine {
  indent: number;
  tokens: JsonToken[];
}

export interface JsonView {
  lines: JsonLine[];
  /** The lines of each value: pointer → first and last line, counted from 0. */
  spans: Map<string, [first: number, last: number]>;
  /** The same as plain text, for copying. */
  text: string;
}

/** Lists of plain values, and objects of plain values inside a list, stay on one line of this many characters. */
const maxLineLength = 120;

/** Lays out a JSON text; throws where it is none. */
export function layOutJson(json: string): JsonView {
  const tree = parseTree(json);
  if (!tree) throw new Error("not JSON");
  const lines: JsonLine[] = [];
  const spans: JsonView["spans"] = new Map();
  let open: JsonLine = { indent: 0, tokens: [] };
  const put = (kind: TokenKind, text: string): void => void open.tokens.push({ kind, text });
  const wrap = (indent: number): void => {
    lines.push(open);
    open = { indent, tokens: [] };
  };
  const raw = (node: Node): string => json.slice(node.offset, node.offset + node.length);

  const isFlat = (node: Node, path: (string | number)[], indent: number): boolean => {
    const values =
      node.type === "object"
        ? (node.children ?? []).map((property) => property.children![1]!)
        : (node.children ?? []);
    const mayBe = node.type === "array" || typeof path.at(-1) === "number";
    return (
      mayBe &&
      values.every((value) => !value.children) &&
      indent * 2 + raw(node).length + values.length * 2 <= maxLineLength
    );
  };

  const write = (node: Node, path: (string | number)[], indent: number): void => {
    const first = lines.length;
    const items = node.children ?? [];
    if (node.type !== "object" && node.type !== "array") {
      put(node.type === "string" ? "string" : "other", raw(node));
    } else {
      const [begin, end] = node.type === "object" ? ["{", "}"] : ["[", "]"];
      const flat = isFlat(node, path, indent);
      put("punctuation", begin);
      items.forEach((item, index) => {
        if (!flat) wrap(indent + 1);
        if (node.type === "object") {
          const [key, value] = item.children as [Node, Node];
          put("key", raw(key));
          put("punctuation", ": ");
          write(value, [...path, key.value as string], indent + 1);
        } else {
          write(item, [...path, index], indent + 1);
        }
        if (index < items.length - 1) put("punctuation", flat ? ", " : ",");
      });
      if (!flat && items.length > 0) wrap(indent);
      put("punctuation", end);
    }
    spans.set(toPointer(path), [first, lines.length]);
  };
  write(tree, [], 0);
  lines.push(open);
  const text = lines
    .map(({ indent, tokens }) => "  ".repeat(indent) + tokens.map((token) => token.text).join(""))
    .join("\n");
  return { lines, spans, text };
}

/** The lines of the value that a pointer names, or of the nearest one above it that is there. */
export function spanOf(view: JsonView, pointer: string): [first: number, last: number] {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf("/"))) {
    const span = view.spans.get(path);
    if (span) return span;
    if (path === "") return [0, 0];
  }
}
