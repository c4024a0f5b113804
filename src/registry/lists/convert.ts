import type { JsonObject } from "../model/json.ts";
import { compareVersions, lastSchema10 } from "../model/kasm-versions.ts";
import type { Workspace10, Workspace11 } from "../model/schema-types.ts";
import type { RawEntry, SchemaVersion, Workspace } from "../model/types.ts";

type Convertible = Pick<Workspace, "schema" | "data" | "entries">;

/** Keys and JSON texts of a workspace in the wanted schema. In its own schema it comes back as authored, to the byte. */
export function toSchema(workspace: Convertible, schema: SchemaVersion): RawEntry[] {
  if (workspace.schema === schema) return [...workspace.entries];
  return schema === "1.1" ? to11(workspace) : to10(workspace);
}

/** 1.0 → 1.1: every version gets the one image and size; nothing is lost. */
function to11({ data, entries }: Convertible): RawEntry[] {
  const image = textOf(entries, "name");
  const size = textOf(entries, "uncompressed_size_mb");
  const { compatibility } = data as unknown as Workspace10;
  const versions = compatibility.map(
    (version) => `{"version":${JSON.stringify(version)},"image":${image},"uncompressed_size_mb":${size}}`,
  );
  return entries
    .filter(([key]) => key !== "name" && key !== "uncompressed_size_mb")
    .map(([key, json]) => (key === "compatibility" ? [key, `[${versions.join(",")}]`] : [key, json]));
}

/**
 * 1.1 → 1.0: the newest entry that a reader of 1.0 can use (Kasm 1.15 or older), else the newest of all; with all versions of the same image.
 * What 1.0 cannot say is left out: other images, their sizes and available_tags.
 */
function to10({ data, entries }: Convertible): RawEntry[] {
  const { compatibility } = data as unknown as Workspace11;
  const newestFirst = compatibility.toSorted((a, b) => compareVersions(b.version, a.version));
  const chosen =
    newestFirst.find(({ version }) => compareVersions(version, lastSchema10) <= 0) ?? newestFirst[0]!;
  const versions = new Set(
    compatibility.filter(({ image }) => image === chosen.image).map(({ version }) => version),
  );
  const instead = entriesOf({
    name: chosen.image,
    compatibility: [...versions],
    uncompressed_size_mb: chosen.uncompressed_size_mb,
  });
  return entries
    .filter(([key]) => key !== "name" && key !== "uncompressed_size_mb")
    .flatMap((entry) => (entry[0] === "compatibility" ? instead : [entry]));
}

function textOf(entries: readonly RawEntry[], key: string): string {
  return entries.find(([name]) => name === key)?.[1] ?? "null";
}

/** The JSON text of an object, minified: keys in order, values to the digit. */
export function objectText(entries: readonly RawEntry[]): string {
  return `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(",")}}`;
}

/** The entries of an object given as data: for what is made in the program, not authored. */
export function entriesOf(data: JsonObject): RawEntry[] {
  return Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)]);
}
