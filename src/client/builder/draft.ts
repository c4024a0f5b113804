import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { folderFromName } from "../../edit/new/folder-from-name.ts";
import { formatJson } from "../../edit/new/format-json.ts";
import { defaultSchema, schemaOf } from "../../registry/model/releases.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";

/** A picture that is ready to be published. Its name is what image_src says. */
export interface IconFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** "image/png". */
  type: string;
}

/** Everything that the page knows about the workspace in the making. */
export interface Draft {
  schemaVersion: SchemaVersion;
  /** Value of the last readable JSON. */
  data: JsonObject;
  /** The text that the JSON pane shows and saves. */
  text: string;
  /** `text` cannot be read; `data` is older then. */
  broken: boolean;
  /** As typed; "" for the one made of the name. */
  folder: string;
  icon: IconFile | null;
  /** Texts of the form's JSON fields that cannot be read yet, by pointer. */
  pending: Record<string, string>;
  /** Pointers of the fields that were visited: problems of others are not held against anybody yet. */
  seen: string[];
  /** Every problem is shown at its field. */
  showAll: boolean;
  /** The text of the field for pasting. */
  paste: string;
  /** The fields of README.md that were filled in, by name. */
  readme?: Readonly<Record<string, string>>;
  /** What the last docker command put in: the next one takes it out again. */
  pasted?: JsonObject;
}

/** The keys of both schemas in the schema's order. */
export type KeyOrder = Record<SchemaVersion, readonly string[]>;

/** A draft with nothing in it. */
export function blankDraft(keys: KeyOrder): Draft {
  return draftOf({}, keys, { schemaVersion: defaultSchema });
}

/** A draft of this data, written out. */
export function draftOf(data: JsonObject, keys: KeyOrder, more: Partial<Draft> = {}): Draft {
  const schemaVersion = schemaVersionOf(data, more.schemaVersion ?? defaultSchema);
  return {
    folder: "",
    icon: null,
    pending: {},
    seen: [],
    showAll: false,
    paste: "",
    ...more,
    schemaVersion,
    data,
    text: writeWorkspace(data, schemaVersion, keys),
    broken: false,
  };
}

/** Whether anything was put in. */
export function isBlank({ data, broken, folder, icon, pending, paste, readme = {} }: Draft): boolean {
  return (
    Object.keys(data).every((key) => key === "$schema") &&
    !broken &&
    folder === "" &&
    icon === null &&
    paste === "" &&
    Object.keys(readme).length === 0 &&
    Object.keys(pending).length === 0
  );
}

/** The folder of the workspace: as typed, else made of its name. */
export function folderOf({ folder, data }: Pick<Draft, "folder" | "data">): string {
  const name = data["friendly_name"];
  return folder.trim() || folderFromName(typeof name === "string" ? name : "");
}

/** As the engine tells the schemas apart, by the entries of compatibility; where there are none, `$schema` or the version so far decides. */
export function schemaVersionOf(data: JsonObject, before: SchemaVersion): SchemaVersion {
  const list = data["compatibility"];
  if (Array.isArray(list) && list.length > 0) return schemaOf(data);
  const named = /workspace-(1\.[01])\.schema\.json$/.exec(
    typeof data["$schema"] === "string" ? data["$schema"] : "",
  )?.[1];
  return (named as SchemaVersion | undefined) ?? before;
}

/** workspace.json: `$schema` first, then the keys that were given in the schema's order, then any others. */
export function writeWorkspace(data: JsonObject, schemaVersion: SchemaVersion, keys: KeyOrder): string {
  const own = data["$schema"];
  const $schema =
    typeof own === "string"
      ? own.replace(/workspace-1\.[01](?=\.schema\.json$)/, `workspace-${schemaVersion}`)
      : `../../schema/workspace-${schemaVersion}.schema.json`;
  const known = keys[schemaVersion].filter((key) => key !== "$schema" && Object.hasOwn(data, key));
  const others = Object.keys(data).filter((key) => key !== "$schema" && !known.includes(key));
  return formatJson(
    Object.fromEntries([["$schema", $schema], ...[...known, ...others].map((key) => [key, data[key]])]),
  );
}

/** A copy of the object with this member set, or without it; the order of the others stays. */
export function withMember(object: JsonObject, key: string, value: JsonValue | undefined): JsonObject {
  const entries = Object.entries(object);
  const place = entries.findIndex(([name]) => name === key);
  if (value === undefined) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (place < 0) return Object.fromEntries([...entries, [key, value]]);
  return Object.fromEntries(
    entries.map((entry): [string, JsonValue] => (entry[0] === key ? [key, value] : entry)),
  );
}
