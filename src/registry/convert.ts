import { compareVersions, lastSchema10 } from "./kasm-versions.ts";
import type { JsonObject, JsonValue, RawEntry, SchemaVersion, Workspace } from "./types.ts";

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
  const versions = (data["compatibility"] as JsonValue[]).map((version) => `{"version":${JSON.stringify(version)},"image":${image},"uncompressed_size_mb":${size}}`);
  return entries
    .filter(([key]) => key !== "name" && key !== "uncompressed_size_mb")
    .map(([key, json]) => (key === "compatibility" ? [key, `[${versions.join(",")}]`] : [key, json]));
}

/**
 * 1.1 → 1.0: the newest entry that a reader of 1.0 can use (Kasm 1.15 or older), else the newest of all; with all versions of the same image.
 * What 1.0 cannot say is left out: other images, their sizes and available_tags.
 */
function to10({ data, entries }: Convertible): RawEntry[] {
  const list = data["compatibility"] as JsonObject[];
  const newestFirst = list.toSorted((a, b) => compareVersions(String(b["version"]), String(a["version"])));
  const chosen = newestFirst.find((entry) => compareVersions(String(entry["version"]), lastSchema10) <= 0) ?? newestFirst[0]!;
  const versions = list.filter((entry) => entry["image"] === chosen["image"]).map((entry) => entry["version"]!);
  return entries.flatMap(([key, json]): RawEntry[] =>
    key !== "compatibility"
      ? key === "name" || key === "uncompressed_size_mb" ? [] : [[key, json]]
      : [["name", JSON.stringify(chosen["image"])], ["compatibility", JSON.stringify([...new Set(versions)])], ["uncompressed_size_mb", JSON.stringify(chosen["uncompressed_size_mb"])]],
  );
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
