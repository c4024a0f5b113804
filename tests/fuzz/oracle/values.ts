import { schemaVersions } from "../../../src/registry/lists/assemble.ts";
import { readJsonTree, writeJsonTree, type Member } from "../json-tree.ts";
import { authoredText, type Invariant } from "./outcome.ts";

/** Keys that the other shape has in other words. */
const converted = new Set(["name", "uncompressed_size_mb", "compatibility"]);

/**
 * What is published is what was authored: the same keys in the same order, every value with the same digits and escapes. Read here with
 * another parser than the one that the engine takes its texts from.
 */
export const exactValues: Invariant = function* ({ root, registry: { workspaces }, lists }) {
  for (const schema of schemaVersions) {
    const entries = itemsOf(membersOf(lists[schema]).find(([key]) => key === '"workspaces"')?.[1]);
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
  return membersOf(authoredText(root, folder))
    .map(([key, value]): Text => {
      const name = JSON.parse(key) as string;
      return [
        name,
        name === "image_src" && icon.published !== icon.file.name
          ? JSON.stringify(icon.published)
          : writeJsonTree(value, ""),
      ];
    })
    .filter(([key]) => key !== "$schema" && key !== "sha" && key !== "flags");
}

function membersOf(text: string): Member[] {
  const tree = readJsonTree(text);
  return tree && "members" in tree ? tree.members : [];
}

function itemsOf(tree: Member[1] | undefined): Text[][] {
  const items = tree && "items" in tree ? tree.items : [];
  return items.map((item) =>
    "members" in item
      ? item.members.map(([key, value]): Text => [JSON.parse(key) as string, writeJsonTree(value, "")])
      : [],
  );
}

function firstDifference(authored: readonly Text[], published: readonly Text[]): string | null {
  for (let i = 0; i < Math.max(authored.length, published.length); i++) {
    const [a, b] = [authored[i], published[i]];
    if (a?.[0] !== b?.[0] || a?.[1] !== b?.[1])
      return `${JSON.stringify(a ?? "nothing")} became ${JSON.stringify(b ?? "nothing")}`;
  }
  return null;
}
