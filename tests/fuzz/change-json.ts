import fc from "fast-check";
import { copyTree, readJsonTree, spotsOf, type JsonTree, type Member, type Spot } from "./json-tree.ts";
import { oddJson, oddKeys } from "./odd-values.ts";

/** A change to a JSON text as a structure. `at` and `from` count the values of the text, beginning anew at its end. */
export type JsonChange =
  | { do: "drop" | "unnest" | "repeat" | "escape"; at: number }
  | { do: "put"; at: number; json: string }
  | { do: "rename"; at: number; key: string }
  | { do: "add"; at: number; key: string; json: string }
  | { do: "nest"; at: number; levels: number; inList: boolean }
  | { do: "copy" | "swap"; at: number; from: number }
  | { do: "edit"; at: number; place: number; text: string };

const at = fc.nat(200);
const json = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddJson) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }).map((text) => JSON.stringify(text)) },
);
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddKeys) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);
const odd = fc.oneof(
  fc.constantFrom(
    "\u0000",
    "\n",
    "\u001b[31m",
    "\u0085",
    "\u009b",
    "\u2028",
    "\u202e",
    "\u200b",
    "\ud800",
    "🙂",
    "%",
    "\\",
    '"',
    " ",
    "..",
    "/",
    "<",
    "&",
    "${x}",
    "`",
    "é",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);

export const jsonChange: fc.Arbitrary<JsonChange> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("drop" as const, "unnest" as const, "repeat" as const, "escape" as const),
      at,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("put" as const), at, json }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("rename" as const), at, key }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), at, key, json }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("nest" as const),
      at,
      levels: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.constantFrom(97, 99, 101, 400) },
      ),
      inList: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("copy" as const, "swap" as const), at, from: at }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit" as const), at, place: fc.nat(60), text: odd }) },
);

/** The tree after the changes, in order. A change that finds nothing to act upon does nothing. */
export function changeJson(tree: JsonTree, changes: readonly JsonChange[]): JsonTree {
  return changes.reduce((current, change) => apply(copyTree(current), change), tree);
}

function apply(tree: JsonTree, change: JsonChange): JsonTree {
  const spots = spotsOf(tree);
  const spot = spots[change.at % spots.length]!;
  switch (change.do) {
    case "drop":
      return spot.parent ? (listOf(spot.parent).splice(spot.index, 1), tree) : tree;
    case "unnest":
      return put(tree, spot, innerOf(spot.node) ?? spot.node);
    case "repeat":
      return spot.parent
        ? (listOf(spot.parent).splice(spot.index, 0, structuredClone(listOf(spot.parent)[spot.index]!)), tree)
        : tree;
    case "escape":
      return put(tree, spot, "scalar" in spot.node ? { scalar: escaped(spot.node.scalar) } : spot.node);
    case "put":
      return put(tree, spot, { scalar: change.json });
    case "rename":
      return spot.parent && "members" in spot.parent
        ? ((spot.parent.members[spot.index]![0] = JSON.stringify(change.key)), tree)
        : tree;
    case "add": {
      const holder = "scalar" in spot.node ? spot.parent : spot.node;
      const value = readJsonTree(change.json) ?? { scalar: change.json };
      if (holder && "members" in holder)
        holder.members.splice(spot.index, 0, [JSON.stringify(change.key), value]);
      else if (holder) holder.items.splice(spot.index, 0, value);
      return tree;
    }
    case "nest":
      return put(
        tree,
        spot,
        Array.from({ length: change.levels }).reduce<JsonTree>(
          (inner) => (change.inList ? { items: [inner] } : { members: [['"a"', inner]] }),
          spot.node,
        ),
      );
    case "copy":
      return put(tree, spot, copyTree(spots[change.from % spots.length]!.node));
    case "swap": {
      if (!spot.parent) return tree;
      const list = listOf(spot.parent);
      const other = change.from % list.length;
      [list[spot.index], list[other]] = [list[other]!, list[spot.index]!];
      return tree;
    }
    case "edit":
      return put(
        tree,
        spot,
        "scalar" in spot.node && spot.node.scalar.startsWith('"')
          ? { scalar: insert(spot.node.scalar, change.place, JSON.stringify(change.text).slice(1, -1)) }
          : spot.node,
      );
  }
}

const listOf = (holder: NonNullable<Spot["parent"]>): (Member | JsonTree)[] =>
  "items" in holder ? holder.items : holder.members;

function put(tree: JsonTree, { parent, index }: Spot, node: JsonTree): JsonTree {
  if (!parent) return node;
  if ("items" in parent) parent.items[index] = node;
  else parent.members[index]![1] = node;
  return tree;
}

function innerOf(node: JsonTree): JsonTree | undefined {
  return "items" in node ? node.items[0] : "members" in node ? node.members[0]?.[1] : undefined;
}

/** Inside the quotation marks. May split an escape, which makes another mistake worth trying. */
function insert(text: string, place: number, piece: string): string {
  const index = 1 + (place % Math.max(1, text.length - 1));
  return text.slice(0, index) + piece + text.slice(index);
}

/** Another way to write the same: every character of a text as \uXXXX, a number with an exponent. */
function escaped(scalar: string): string {
  if (/^\d+$/.test(scalar)) return `${scalar}.0e0`;
  try {
    return scalar.startsWith('"')
      ? `"${(JSON.parse(scalar) as string).replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`
      : scalar;
  } catch {
    return scalar;
  }
}
