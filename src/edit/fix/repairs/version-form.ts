import { repairs as words } from "../../../strings/tools.ts";
import type { Node } from "jsonc-parser";
import { likelyVersion, parseVersion } from "../../../registry/model/kasm-versions.ts";
import { removeChild, replaceNode } from "../../../registry/json/edit.ts";
import { propertyOf, shown, type Propose } from "../repair.ts";

/** `"1.13"` and `"v1.13"` mean `"1.13.x"`; an exact version stays. A string that then is there twice goes; an object is left to its author. */
export const versionForm: Propose = ({ text, tree }) => {
  const list = propertyOf(tree, "compatibility")?.value;
  if (list?.type !== "array") return [];
  const items = list.children ?? [];
  const versions = items.map((item) => versionNode(item));
  const present = new Set(versions.map((node) => node?.value as unknown));
  for (const [index, node] of versions.entries()) {
    if (typeof node?.value !== "string" || parseVersion(node.value)) continue;
    const right = likelyVersion(node.value);
    if (right === null) continue;
    const duplicate = present.has(right);
    const isString = items[index] === node;
    if (duplicate && !isString) continue;
    const written = shown(text, node);
    const message = duplicate
      ? words.duplicate({ key: "compatibility", from: written, present: `"${right}"` })
      : words.value({ key: "compatibility", from: written, to: `"${right}"` });
    const edit = duplicate ? removeChild(list, index) : replaceNode(node, `"${right}"`);
    // One at a time: what the next one means depends on this one.
    return [{ repair: { code: "version-pattern", message }, edits: [edit] }];
  }
  return [];
};

function versionNode(item: Node): Node | undefined {
  return item.type === "object" ? propertyOf(item, "version")?.value : item;
}
