import { architectureFor } from "../../../registry/check/architecture.ts";
import { repairs as words } from "../../../strings/tools.ts";
import { removeChild, replaceNode } from "../../../registry/json/edit.ts";
import { propertyOf, shown, type Propose, type Proposal } from "../repair.ts";

/** `"x86_64"`, `"aarch64"`: other names of the two architectures. A second name of one that is there already goes. */
export const architectureAlias: Propose = ({ text, tree }) => {
  const list = propertyOf(tree, "architecture")?.value;
  if (list?.type !== "array") return [];
  const items = list.children ?? [];
  const present = new Set(items.map(({ value }) => value as unknown));
  for (const [index, node] of items.entries()) {
    const right = typeof node.value === "string" ? architectureFor(node.value) : null;
    if (right === null || right === node.value) continue;
    const written = shown(text, node);
    const duplicate = present.has(right);
    const proposal: Proposal = {
      repair: {
        code: "unknown-architecture",
        message: duplicate
          ? words.duplicate({ key: "architecture", from: written, present: `"${right}"` })
          : words.value({ key: "architecture", from: written, to: `"${right}"` }),
      },
      edits: [duplicate ? removeChild(list, index) : replaceNode(node, `"${right}"`)],
    };
    // One at a time: what the next one means depends on this one.
    return [proposal];
  }
  return [];
};
