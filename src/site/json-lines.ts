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
  return new Layout(json).of(tree);
}

type Path = (string | number)[];

class Layout {
  readonly #json: string;
  readonly #lines: JsonLine[] = [];
  readonly #spans: JsonView["spans"] = new Map();
  #open: JsonLine = { indent: 0, tokens: [] };

  constructor(json: string) {
    this.#json = json;
  }

  of(tree: Node): JsonView {
    this.#write(tree, [], 0);
    this.#lines.push(this.#open);
    const text = this.#lines
      .map(({ indent, tokens }) => "  ".repeat(indent) + tokens.map((token) => token.text).join(""))
      .join("\n");
    return { lines: this.#lines, spans: this.#spans, text };
  }

  #write(node: Node, path: Path, indent: number): void {
    const first = this.#lines.length;
    if (node.type !== "object" && node.type !== "array")
      this.#put(node.type === "string" ? "string" : "other", this.#raw(node));
    else this.#writeItems(node, path, indent);
    this.#spans.set(toPointer(path), [first, this.#lines.length]);
  }

  #writeItems(node: Node, path: Path, indent: number): void {
    const items = node.children ?? [];
    const [begin, end] = node.type === "object" ? ["{", "}"] : ["[", "]"];
    const flat = this.#isFlat(node, path, indent);
    this.#put("punctuation", begin);
    items.forEach((item, index) => {
      if (!flat) this.#wrap(indent + 1);
      if (node.type === "object") {
        const [key, value] = item.children as [Node, Node];
        this.#put("key", this.#raw(key));
        this.#put("punctuation", ": ");
        this.#write(value, [...path, key.value as string], indent + 1);
      } else {
        this.#write(item, [...path, index], indent + 1);
      }
      if (index < items.length - 1) this.#put("punctuation", flat ? ", " : ",");
    });
    if (!flat && items.length > 0) this.#wrap(indent);
    this.#put("punctuation", end);
  }

  #isFlat(node: Node, path: Path, indent: number): boolean {
    const children = node.children ?? [];
    const values =
      node.type === "object" ? children.flatMap((property) => property.children?.[1] ?? []) : children;
    const mayBe = node.type === "array" || typeof path.at(-1) === "number";
    return (
      mayBe &&
      values.every((value) => !value.children) &&
      indent * 2 + this.#raw(node).length + values.length * 2 <= maxLineLength
    );
  }

  #put(kind: TokenKind, text: string): void {
    this.#open.tokens.push({ kind, text });
  }

  #wrap(indent: number): void {
    this.#lines.push(this.#open);
    this.#open = { indent, tokens: [] };
  }

  #raw(node: Node): string {
    return this.#json.slice(node.offset, node.offset + node.length);
  }
}

/** The lines of the value that a pointer names, or of the nearest one above it that is there. */
export function spanOf(view: JsonView, pointer: string): [first: number, last: number] {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf("/"))) {
    const span = view.spans.get(path);
    if (span) return span;
    if (path === "") return [0, 0];
  }
}
