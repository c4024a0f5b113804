import type { ConvertedWorkspace, ImageDefault } from "../../../docker/index.ts";
import { isObject, type JsonObject, type JsonValue } from "../../../registry/model/json.ts";
import { entriesOf, keysOf10 } from "../../../registry/model/releases.ts";
import { withMember, type Draft } from "../draft.ts";

const sizeKey = "uncompressed_size_mb";

/** A draft's data with a command in it. */
interface Merged {
  data: JsonObject;
  /** What the command and its image put in, for the next command to take out. */
  pasted: JsonObject;
  /** The values that come from the image. */
  taken: ImageDefault[];
}

/** Puts the values of a command over those of the draft, and what its image tells where neither says anything. */
export function mergePaste(
  draft: Pick<Draft, "data" | "pasted">,
  { workspace: command, title }: Pick<ConvertedWorkspace, "workspace" | "title">,
  defaults: readonly ImageDefault[],
): Merged {
  const before = withoutPasted(draft);
  const taken = defaults.filter(({ key }) => isOpen(before, command, key));
  const values = Object.fromEntries(taken.map(({ key, value }) => [key, value]));
  const data = merge(before, { ...command, ...values }, title);
  const changed = Object.entries(data).filter(([key, value]) => before[key] !== value);
  return { data, taken, pasted: { ...values, ...Object.fromEntries(changed) } };
}

/** The draft's data without what the last command put in and nobody changed since. */
function withoutPasted({ data, pasted = {} }: Pick<Draft, "data" | "pasted">): JsonObject {
  const isPasted = ([key, value]: [string, JsonValue]): boolean =>
    Object.hasOwn(pasted, key) && JSON.stringify(pasted[key]) === JSON.stringify(value);
  if (!hasEntries(data)) return Object.fromEntries(Object.entries(data).filter((entry) => !isPasted(entry)));
  // Of schema 1.1's compatibility, the command gave images and sizes alone; the next one gives other images.
  const rest = Object.entries(data).filter((entry) => entry[0] === "compatibility" || !isPasted(entry));
  const versions = (data["compatibility"] as JsonValue[]).map((entry) =>
    isObject(entry) && entry[sizeKey] !== undefined && entry[sizeKey] === pasted[sizeKey]
      ? withMember(entry, sizeKey, undefined)
      : entry,
  );
  return withMember(Object.fromEntries(rest), "compatibility", versions);
}

/** Whether schema 1.1's entries are there. */
const hasEntries = (data: JsonObject): boolean => entriesOf(data).length > 0;

/** Whether neither the draft nor the command says anything about this key, so that the image may. */
function isOpen(before: JsonObject, command: JsonObject, key: ImageDefault["key"]): boolean {
  if (key === sizeKey && hasEntries(before))
    return entriesOf(before).every(({ entry }) => entry[key] === undefined);
  return before[key] === undefined && command[key] === undefined;
}

/** In schema 1.1 the image and the size are those of every version. */
function merge(before: JsonObject, workspace: JsonObject, friendlyName: string): JsonObject {
  let data =
    friendlyName && !before["friendly_name"] ? withMember(before, "friendly_name", friendlyName) : before;
  const isOfEntry = (key: string): boolean => keysOf10.has(key) && hasEntries(before);
  const entries = Object.entries(workspace);
  for (const [key, value] of entries) if (!isOfEntry(key)) data = withMember(data, key, value);
  const inEntries = entries.flatMap(([key, value]) => (isOfEntry(key) ? [[keysOf10.get(key), value]] : []));
  if (inEntries.length === 0) return data;
  const versions = (data["compatibility"] as JsonValue[]).map((entry) =>
    isObject(entry) ? { ...entry, ...(Object.fromEntries(inEntries) as JsonObject) } : entry,
  );
  return withMember(data, "compatibility", versions);
}

/** What a draft may lack after a paste; its words are in strings/en/builder-live.ts. */
export type PasteGap = "description" | "icon" | "versions" | "size" | "architectures";

/** What is left to fill in of what a registry needs. */
export function missingKeys({ data, icon }: Pick<Draft, "data" | "icon">): PasteGap[] {
  const hasSize =
    data[sizeKey] !== undefined ||
    (hasEntries(data) && entriesOf(data).every(({ entry }) => entry[sizeKey] !== undefined));
  const gaps: Record<PasteGap, boolean> = {
    description: data["description"] === undefined,
    icon: icon === null,
    versions: data["compatibility"] === undefined,
    size: !hasSize,
    architectures: data["architecture"] === undefined,
  };
  return (Object.keys(gaps) as PasteGap[]).filter((key) => gaps[key]);
}
