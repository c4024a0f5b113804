import type { JsonObject } from "../model/json.ts";
import { chooseFor10, entryFor11, keysOf10 } from "../model/releases.ts";
import type { Workspace10, Workspace11 } from "../model/schema-types.ts";
import type { Checked, RawEntry, SchemaVersion } from "../model/types.ts";

type Convertible = Checked & { entries: readonly RawEntry[] };

/** Keys and JSON texts of a workspace in the wanted schema. In its own schema it comes back as authored, to the byte. */
export function toSchema(workspace: Convertible, schema: SchemaVersion): RawEntry[] {
  if (workspace.schema === schema) return [...workspace.entries];
  const instead =
    workspace.schema === "1.0" ? for11(workspace.data, workspace.entries) : for10(workspace.data);
  return workspace.entries
    .filter(([key]) => !keysOf10.has(key))
    .flatMap((entry) => (entry[0] === "compatibility" ? instead : [entry]));
}

function for11({ compatibility }: Workspace10, entries: readonly RawEntry[]): RawEntry[] {
  const textOf = (key: string): string | undefined => entries.find(([name]) => name === key)?.[1];
  const list = compatibility.map((version) =>
    objectText(entryFor11(JSON.stringify(version), textOf("name"), textOf("uncompressed_size_mb"))),
  );
  return [["compatibility", `[${list.join(",")}]`]];
}

function for10({ compatibility }: Workspace11): RawEntry[] {
  // The schema asks for an entry at least.
  const { chosen, same } = chooseFor10(compatibility)!;
  // A link has no image.
  const { image, uncompressed_size_mb }: JsonObject = chosen.entry;
  return entriesOf({
    ...(image !== undefined && { name: image }),
    compatibility: same.map(({ entry }) => entry.version),
    ...(uncompressed_size_mb !== undefined && { uncompressed_size_mb }),
  });
}

/** The JSON text of an object, minified: keys in order, values to the digit. */
export function objectText(entries: readonly RawEntry[]): string {
  return `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(",")}}`;
}

/** The entries of an object given as data: for what is made in the program, not authored. */
export function entriesOf(data: Record<string, unknown>): RawEntry[] {
  return Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)]);
}
