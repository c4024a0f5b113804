import { edits as words } from "../strings/tools.ts";
import { isObject, type JsonObject } from "../registry/model/json.ts";
import type { Node } from "jsonc-parser";
import { decode } from "../registry/json/decode.ts";
import { propertyOf } from "./fix/repair.ts";
import { parseJson } from "../registry/json/parse.ts";
import type { SchemaVersion } from "../registry/model/types.ts";

/** A workspace.json that can be edited in place: strict JSON with a compatibility list of one schema. */
export interface EditableSource {
  text: string;
  tree: Node;
  data: JsonObject;
  schema: SchemaVersion;
  /** The compatibility list and its items, never empty. */
  list: Node;
  items: Node[];
  /** The version of each item; "" where it has none. */
  versions: string[];
}

/** A source taken apart, or why it cannot be edited, as half a sentence about the file. */
export function readEditable(content: Uint8Array | string): EditableSource | { fault: string } {
  const { text, faults } = typeof content === "string" ? { text: content, faults: [] } : decode(content);
  if (text === null || faults.length > 0) return { fault: words.notUtf8 };
  const { parsed, faults: syntax } = parseJson(text);
  if (!parsed || syntax.length > 0 || !isObject(parsed.value)) return { fault: words.notJson };
  const list = propertyOf(parsed.tree, "compatibility")?.value;
  const items = list?.type === "array" ? (list.children ?? []) : [];
  if (!list || items.length === 0) return { fault: words.noVersions };
  const objects = items.filter(({ type }) => type === "object").length;
  if (objects > 0 && objects < items.length) return { fault: words.mixedVersions };
  const versions = items.map((item) => {
    const value: unknown = item.type === "object" ? propertyOf(item, "version")?.value.value : item.value;
    return typeof value === "string" ? value : "";
  });
  return {
    text,
    tree: parsed.tree,
    data: parsed.value,
    schema: objects > 0 ? "1.1" : "1.0",
    list,
    items,
    versions,
  };
}

/** The JSON text of a node, as authored. */
export function textOfNode(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}
