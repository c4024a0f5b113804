import type { Node } from "jsonc-parser";

/** A change of a text: `content` replaces [offset, offset + length). Offsets count UTF-16 code units. */
export interface Edit {
  offset: number;
  length: number;
  content: string;
}

/** Makes all edits at once; they must not overlap. Text that no edit names stays byte for byte. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { offset, length, content } of edits.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < at) throw new RangeError("edits overlap");
    out += text.slice(at, offset) + content;
    at = offset + length;
  }
  return out + text.slice(at);
}

/** Puts another text in the place of a value or key. */
export function replaceNode(node: Node, content: string): Edit {
  return { offset: node.offset, length: node.length, content };
}

/** Takes an item out of a list, or a property out of an object, with the comma and the white space that belong to it. */
export function removeChild(parent: Node, index: number): Edit {
  const children = parent.children ?? [];
  const [previous, node, next] = [children[index - 1], children[index], children[index + 1]];
  if (!node) throw new RangeError("no such child");
  if (next) return { offset: node.offset, length: next.offset - node.offset, content: "" };
  const from = previous ? previous.offset + previous.length : node.offset;
  return { offset: from, length: node.offset + node.length - from, content: "" };
}

/**
 * Puts a value into a list before the item at `index` (its length: at the end), separated as its neighbours are: items in one line stay
 * in one line, items on lines of their own get a line with the same indentation.
 */
export function insertItem(text: string, list: Node, index: number, content: string): Edit {
  const items = list.children ?? [];
  const [first, second] = items;
  if (!first) return { offset: list.offset + 1, length: list.length - 2, content };
  const gap = second ? text.slice(first.offset + first.length, second.offset) : gapOfOne(text, list, first);
  const next = items[index];
  if (next) return { offset: next.offset, length: 0, content: content + gap };
  const last = items.at(-1) ?? first;
  return { offset: last.offset + last.length, length: 0, content: gap + content };
}

/** Puts a property into an object behind another one, on a line of its own where that one is. */
export function insertProperty(
  text: string,
  { key, value }: { key: Node; value: Node },
  name: string,
  content: string,
): Edit {
  const before = text.slice(0, key.offset);
  const lead = before.slice(before.trimEnd().length);
  const gap = /[\r\n]/.test(lead) ? lead : " ";
  return {
    offset: value.offset + value.length,
    length: 0,
    content: `,${gap}${JSON.stringify(name)}: ${content}`,
  };
}

/** The separator that a second item would get: the white space before the only one, if it is on a line of its own. */
function gapOfOne(text: string, list: Node, only: Node): string {
  const lead = text.slice(list.offset + 1, only.offset);
  return /[\r\n]/.test(lead) ? `,${lead}` : ", ";
}
