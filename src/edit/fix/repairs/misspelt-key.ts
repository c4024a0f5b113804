import { repairs as words } from "../../../strings/tools.ts";
import type { JsonValue } from "../../../registry/model/json.ts";
import type { Node } from "jsonc-parser";
import { closest } from "../../../registry/model/closest.ts";
import { quote } from "../../../registry/model/text.ts";
import { keysOf10 } from "../../../registry/model/releases.ts";
import { entryKeys, type Schema } from "../../../registry/model/schemas.ts";
import { propertiesOf } from "../../../registry/model/locate.ts";
import { replaceNode } from "../../../registry/json/edit.ts";
import { compatibilityObjects, type Propose, type Proposal } from "../repair.ts";
import { fits } from "../value-type.ts";

/**
 * `"freindly_name"`: an unknown key that resembles one known key which is not there and whose type suits. Keys of run_config are left alone:
 * docker-py refuses a misspelt one, and spelling `privileged` right would switch it on.
 */
export const misspeltKey: Propose = (subject) => {
  const entry = subject.definition.properties?.["compatibility"]?.items ?? {};
  return [
    ...rename(subject.tree, subject.definition, subject.text),
    ...compatibilityObjects(subject).flatMap((node) => rename(node, entry, subject.text)),
  ];
};

function rename(object: Node, schema: Schema, text: string): Proposal[] {
  const properties = propertiesOf(object);
  const present = new Set(properties.map(({ key }) => key.value as string));
  const known = schema.properties ?? {};
  const absent = Object.keys(known).filter((name) => !present.has(name));
  const wanted = properties.flatMap(({ key, value }) => {
    const name = key.value as string;
    const right = Object.hasOwn(known, name) || foreign.has(name) ? null : closest(name, absent);
    const definition = right !== null && known[right];
    if (!definition) return [];
    const written = JSON.parse(text.slice(value.offset, value.offset + value.length)) as JsonValue;
    return fits(written, definition) ? [{ key, name, right }] : [];
  });
  // Two keys that would become one were not both meant.
  const alone = wanted.filter(
    ({ right, key }) => !wanted.some((other) => other.right === right && other.key !== key),
  );
  return alone.map(({ key, name, right }) => ({
    repair: {
      code: schema.required?.includes(right) ? "missing-key" : "unknown-key",
      message: words.key({ from: quote(name), to: `"${right}"` }),
    },
    edits: [replaceNode(key, JSON.stringify(right))],
  }));
}

/** Keys of the other schema: they are no misspelling. */
const foreign = new Set([...keysOf10.keys(), ...entryKeys()]);
