import { parseTree, type Node } from "jsonc-parser";
import { schemaVersions } from "../../../src/registry/lists/assemble.ts";
import { authoredText, type Invariant } from "./outcome.ts";

/** Keys that the other schema has in other words. */
const converted = new Set(["name", "uncompressed_size_mb", "compatibility"]);

/**
 * Published values are the authored ones: the same keys in the same order, every value with the same digits and escapes. Read here with
 * another parser than the one that the engine takes its texts from.
 */
export const exactValues: Invariant = function* ({ root, registry: { workspaces }, lists }) {
  for (const schema of schemaVersions) {
    const list = parseTree(lists[schema])?.children?.find(
      ({ children }) => children?.[0]?.value === "workspaces",
    );
    const entries = (list?.children?.[1]?.children ?? []).map((entry) => membersOf(entry, lists[schema]));
    for (const [index, workspace] of workspaces.entries()) {
      const isOwn = workspace.schema === schema;
      const authored = authoredEntries(root, workspace.folder, workspace.icon).filter(
        ([key]) => isOwn || !converted.has(key),
      );
      const published = (entries[index] ?? []).filter(
        ([key]) => key !== "sha" && key !== "flags" && (isOwn || !converted.has(key)),
      );
      const difference = firstDifference(authored, published);
      if (difference) yield `${schema} entry of ${JSON.stringify(workspace.folder)}: ${difference}`;
    }
  }
};

type Text = [key: string, json: string];

function authoredEntries(
  root: string,
  folder: string,
  icon: { file: { name: string }; published: string },
): Text[] {
  const text = authoredText(root, folder);
  return membersOf(parseTree(text), text)
    .map(([key, json]): Text => {
      const isRenamed = key === "image_src" && icon.published !== icon.file.name;
      return [key, isRenamed ? JSON.stringify(icon.published) : json];
    })
    .filter(([key]) => key !== "$schema" && key !== "sha" && key !== "flags");
}

/** The members of an object, each with its value as it is written but for the white space. */
function membersOf(object: Node | undefined, text: string): Text[] {
  const members = object?.type === "object" ? (object.children ?? []) : [];
  return members.flatMap(({ children: [key, value] = [] }): Text[] =>
    key && value ? [[key.value as string, compact(value, text)]] : [],
  );
}

function compact({ type, offset, length, children = [] }: Node, text: string): string {
  if (type === "property") return children.map((child) => compact(child, text)).join(":");
  const parts = children.map((child) => compact(child, text)).join(",");
  if (type === "array") return `[${parts}]`;
  return type === "object" ? `{${parts}}` : text.slice(offset, offset + length);
}

function firstDifference(authored: readonly Text[], published: readonly Text[]): string | null {
  for (let i = 0; i < Math.max(authored.length, published.length); i++) {
    const [a, b] = [authored[i], published[i]];
    if (a?.[0] !== b?.[0] || a?.[1] !== b?.[1])
      return `${JSON.stringify(a ?? "nothing")} became ${JSON.stringify(b ?? "nothing")}`;
  }
  return null;
}
