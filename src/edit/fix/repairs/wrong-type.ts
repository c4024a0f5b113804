import { repairs as words } from "../../../strings/tools.ts";
import { own } from "../../../registry/model/json.ts";
import type { Node } from "jsonc-parser";
import type { Schema } from "../../../registry/model/schemas.ts";
import { propertiesOf } from "../../../registry/model/locate.ts";
import { replaceNode } from "../../../registry/json/edit.ts";
import { compatibilityObjects, shown, type Propose, type Proposal, type Subject } from "../repair.ts";
import { typeOf } from "../value-type.ts";

/** Values of the wrong type whose meaning is unambiguous: `"2500"` for 2500, `"true"` for true, 1.20 for "1.20", `"Browser"` for ["Browser"]. */
export const wrongType: Propose = (subject) => {
  const entry = subject.definition.properties?.["compatibility"]?.items ?? {};
  return [
    ...inObject(subject, subject.tree, subject.definition, ""),
    ...compatibilityObjects(subject).flatMap((node) => inObject(subject, node, entry, "compatibility: ")),
  ];
};

function inObject(subject: Subject, object: Node, schema: Schema, where: string): Proposal[] {
  return propertiesOf(object).flatMap(({ key, value }) => {
    const name = key.value as string;
    const known = own(schema.properties ?? {}, name) ?? {};
    const { items } = known;
    if (value.type === "array" && items) {
      return (value.children ?? []).flatMap((item) => convertValue(subject, item, items, `${where}${name}`));
    }
    return convertValue(subject, value, known, `${where}${name}`);
  });
}

function convertValue({ text }: Subject, node: Node, schema: Schema, name: string): Proposal[] {
  const written = text.slice(node.offset, node.offset + node.length);
  const right = rightText(node, written, schema);
  if (right === null) return [];
  const repair = {
    code: "wrong-type",
    message: words.value({
      key: name,
      from: shown(text, node),
      to: right === `[${written}]` ? words.listOfOne : right,
    }),
  };
  return [{ repair, edits: [replaceNode(node, right)] }];
}

/** The JSON that was meant, or null where the type is right or the meaning is open. */
function rightText(node: Node, written: string, schema: Schema): string | null {
  const type = typeOf(schema);
  const text = typeof node.value === "string" ? node.value.trim() : null;
  if (text !== null && type === "integer" && isJsonNumber(text) && Number.isSafeInteger(Number(text)))
    return text;
  if (text !== null && type === "number" && isJsonNumber(text)) return text;
  if (text !== null && type === "boolean" && /^(?:true|false)$/i.test(text)) return text.toLowerCase();
  if (type === "string" && node.type === "number") return `"${written}"`;
  if (type === "array" && text !== null && text !== "" && typeOf(schema.items) === "string")
    return `[${written}]`;
  return null;
}

function isJsonNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
}
