import { edits as words } from "../strings/tools.ts";
import type { Node } from "jsonc-parser";
import type { Edited } from "./add-version.ts";
import { applyEdits, removeChild, replaceNode, type Edit } from "../registry/json/edit.ts";
import { propertyOf } from "./fix/repair.ts";
import { propertiesOf } from "../registry/model/locate.ts";
import type { JsonObject } from "../registry/model/json.ts";
import { chooseFor10, entryFor11, keysOf10, type Choice10 } from "../registry/model/releases.ts";
import { entryKeys } from "../registry/model/schemas.ts";
import { readEditable, textOfNode, type EditableSource } from "./source-edit.ts";
import type { SchemaVersion } from "../registry/model/types.ts";

/** Line end, indentation of the top level, and one level deeper: how the file is laid out. Empty strings for a file of one line. */
interface Layout {
  newline: string;
  indent: string;
  colon: string;
}

/**
 * Moves a workspace.json to the other schema, in its own formatting; all other keys stay where they are, byte for byte. To 1.0, which has one
 * image for all versions and no tags, it is refused where something would be lost, unless `force`; the note then says what.
 */
export function convertSource(content: Uint8Array | string, schema: SchemaVersion, force = false): Edited {
  const source = readEditable(content);
  if ("fault" in source) return source;
  if (source.schema === schema) return { text: source.text, note: words.usesSchema(schema) };
  const converted = schema === "1.1" ? toObjects(source) : toStrings(source, force);
  return "fault" in converted ? converted : { ...converted, text: nameSchema(converted.text, schema) };
}

/** Null as well, which check takes for a size that is not said. */
const isSize = ({ type }: Node): boolean => type === "number" || type === "null";

/** 1.0 → 1.1: every version gets the one image and size. */
function toObjects({ text, tree, list, items }: EditableSource): Edited {
  const image = propertyOf(tree, "name")?.value;
  const size = propertyOf(tree, "uncompressed_size_mb")?.value;
  if (image?.type !== "string") return { fault: words.noName };
  if (size && !isSize(size)) return { fault: words.noSize };
  const layout = layoutOf(text, tree);
  const entries = items.map((item) => {
    const values = entryFor11(
      textOfNode(text, item),
      textOfNode(text, image),
      size && textOfNode(text, size),
    );
    return wrap(
      "{",
      values.map(([key, value]) => `"${key}"${layout.colon}${value}`),
      "}",
      layout,
      2,
    );
  });
  let after = applyEdits(text, [replaceNode(list, wrap("[", entries, "]", layout, 1))]);
  for (const key of keysOf10.keys()) after = without(after, key);
  return { text: after, note: words.moved("1.1") };
}

/** 1.1 → 1.0: the image and size of one entry, and the versions that use them. */
function toStrings(source: EditableSource, force: boolean): Edited {
  const { text, tree, list, items } = source;
  for (const key of new Set([...keysOf10.keys(), ...entryKeys()])) {
    if (propertyOf(tree, key)) return { fault: words.keyBeside(key) };
  }
  const choice = chooseFor10(source.data["compatibility"] as JsonObject[]);
  const chosen = choice && items[choice.chosen.index];
  const image = chosen && propertyOf(chosen, "image")?.value;
  const size = chosen && propertyOf(chosen, "uncompressed_size_mb")?.value;
  if (
    !choice ||
    source.versions[choice.chosen.index] === "" ||
    image?.type !== "string" ||
    (size && !isSize(size))
  )
    return { fault: words.noWholeEntry };
  const losses = choice.lost.map((loss) => describeLoss(source, loss)).join("; ");
  if (losses !== "" && !force) return { fault: words.wouldLose(losses) };
  const layout = layoutOf(text, tree);
  const texts = choice.same.flatMap(({ index }) => {
    const item = items[index];
    const version = item && propertyOf(item, "version");
    return version ? [textOfNode(text, version.value)] : [];
  });
  const isLong = /[\r\n]/.test(textOfNode(text, list));
  const compatibility = isLong ? wrap("[", texts, "]", layout, 1) : `[${texts.join(", ")}]`;
  const gap = layout.newline === "" ? ", " : `,${layout.newline}${layout.indent}`;
  const offset = propertyOf(tree, "compatibility")?.key.offset ?? list.offset;
  const edits: Edit[] = [
    { offset, length: 0, content: `"name"${layout.colon}${textOfNode(text, image)}${gap}` },
    replaceNode(
      list,
      size
        ? `${compatibility}${gap}"uncompressed_size_mb"${layout.colon}${textOfNode(text, size)}`
        : compatibility,
    ),
  ];
  const note = losses === "" ? words.moved("1.0") : words.movedWithout({ schema: "1.0", losses });
  return { text: applyEdits(text, edits), note };
}

/** A member that schema 1.0 has no place for, in words. */
function describeLoss(
  { text, items, versions }: EditableSource,
  { index, key }: Choice10<JsonObject>["lost"][number],
): string {
  const item = items[index];
  const value = item && propertyOf(item, key)?.value;
  const version = versions[index] ?? "";
  if (key === "image") return words.lostImage({ version, image: String(value?.value) });
  if (key !== "uncompressed_size_mb") return words.lostKey({ key, version });
  return words.lostSize({ version, size: value ? textOfNode(text, value) : "" });
}

/** $schema follows where it names one of our schemas. */
function nameSchema(text: string, schema: SchemaVersion): string {
  const source = readEditable(text);
  const node = "fault" in source ? undefined : propertyOf(source.tree, "$schema")?.value;
  if (typeof node?.value !== "string") return text;
  const renamed = node.value.replace(/workspace-1\.[01]\.schema\.json$/, `workspace-${schema}.schema.json`);
  return renamed === node.value ? text : applyEdits(text, [replaceNode(node, JSON.stringify(renamed))]);
}

function without(text: string, key: string): string {
  const source = readEditable(text);
  if ("fault" in source) return text;
  const index = propertiesOf(source.tree).findIndex(({ key: { value } }) => value === key);
  return index < 0 ? text : applyEdits(text, [removeChild(source.tree, index)]);
}

function layoutOf(text: string, tree: Node): Layout {
  const [first] = propertiesOf(tree);
  const lead = first ? text.slice(tree.offset + 1, first.key.offset) : "";
  const line = /(\r\n|\n|\r)([ \t]*)$/.exec(lead);
  const colon = first ? text.slice(first.key.offset + first.key.length, first.value.offset) : ": ";
  return { newline: line?.[1] ?? "", indent: line?.[2] ?? "", colon: /[\r\n]/.test(colon) ? ": " : colon };
}

/** Items between brackets, each on a line of its own below `depth` levels of indentation, or all in one line. */
function wrap(
  open: string,
  items: readonly string[],
  close: string,
  { newline, indent, colon }: Layout,
  depth: number,
): string {
  if (newline === "") return `${open}${items.join(colon === ":" ? "," : ", ")}${close}`;
  const inner = `${newline}${indent.repeat(depth + 1)}`;
  return `${open}${inner}${items.join(`,${inner}`)}${newline}${indent.repeat(depth)}${close}`;
}
