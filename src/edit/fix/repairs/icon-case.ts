import { repairs as words } from "../../../strings/tools.ts";
import { quote } from "../../../registry/model/text.ts";
import { replaceNode } from "../../../registry/json/edit.ts";
import { propertyOf, type Propose } from "../repair.ts";

/** image_src names the icon in other capitals than the file has: the file's own name is written. */
export const iconCase: Propose = ({ tree, files }) => {
  const node = propertyOf(tree, "image_src")?.value;
  if (typeof node?.value !== "string" || !files) return [];
  const name = node.value;
  const regular = files.filter(({ kind, name: other }) => kind === "file" && other !== "workspace.json");
  if (regular.some((file) => file.name === name)) return [];
  const fold = (text: string): string => text.normalize("NFC").toLowerCase();
  const [match, ...more] = regular.filter((file) => fold(file.name) === fold(name));
  if (!match || more.length > 0) return [];
  const message = words.iconCase({ from: quote(name), to: quote(match.name) });
  return [{ repair: { code: "icon-case", message }, edits: [replaceNode(node, JSON.stringify(match.name))] }];
};
