import { parseTree, type Node } from "jsonc-parser";

/** JSON as it is written, so that keys can be there twice and values be none that JavaScript can hold. Keys and scalars are JSON texts. */
export type JsonTree = { members: Member[] } | { items: JsonTree[] } | { scalar: string };
export type Member = [key: string, value: JsonTree];

/** Null where the text is not JSON. Reads leniently: some of the real files have comments or trailing commas. */
export function readJsonTree(text: string): JsonTree | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root ? fromNode(text, root) : null;
}

function fromNode(text: string, node: Node): JsonTree {
  const raw = ({ offset, length }: Node): string => text.slice(offset, offset + length);
  if (node.type === "array") return { items: (node.children ?? []).map((child) => fromNode(text, child)) };
  if (node.type !== "object") return { scalar: raw(node) };
  return {
    members: (node.children ?? []).flatMap(({ children }): Member[] =>
      children?.[0] && children[1] ? [[raw(children[0]), fromNode(text, children[1])]] : [],
    ),
  };
}

/** `indent` is the white space of one level; "" for one line. */
export function writeJsonTree(tree: JsonTree, indent: string, depth = 0): string {
  if ("scalar" in tree) return tree.scalar;
  const [open, parts, close] =
    "items" in tree
      ? (["[", tree.items.map((item) => writeJsonTree(item, indent, depth + 1)), "]"] as const)
      : ([
          "{",
          tree.members.map(
            ([key, value]) => `${key}:${indent === "" ? "" : " "}${writeJsonTree(value, indent, depth + 1)}`,
          ),
          "}",
        ] as const);
  if (parts.length === 0) return open + close;
  const line = (levels: number): string => (indent === "" ? "" : `\n${indent.repeat(levels)}`);
  return `${open}${line(depth + 1)}${parts.join(`,${line(depth + 1)}`)}${line(depth)}${close}`;
}

/** A place in a tree, with what it takes to put something else there. */
export interface Spot {
  node: JsonTree;
  /** The object or list that holds it, and where; null for the root. */
  parent: Exclude<JsonTree, { scalar: string }> | null;
  index: number;
}

/** Every value of a tree, from the root on. */
export function spotsOf(tree: JsonTree, parent: Spot["parent"] = null, index = 0): Spot[] {
  const inner =
    "items" in tree
      ? tree.items.flatMap((item, i) => spotsOf(item, tree, i))
      : "members" in tree
        ? tree.members.flatMap(([, value], i) => spotsOf(value, tree, i))
        : [];
  return [{ node: tree, parent, index }, ...inner];
}

export function copyTree(tree: JsonTree): JsonTree {
  if ("scalar" in tree) return { scalar: tree.scalar };
  return "items" in tree
    ? { items: tree.items.map(copyTree) }
    : { members: tree.members.map(([key, value]) => [key, copyTree(value)]) };
}
