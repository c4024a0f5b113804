import { isObject, type JsonObject, type JsonValue } from "./json.ts";
import { compareVersions, schemaRead } from "./kasm-versions.ts";
import type { SchemaVersion } from "./types.ts";

/** An entry of compatibility for one Kasm version, in one form for both schemas. */
export interface Release {
  /** "" where the entry has none, or another type than text; so is `image`. */
  version: string;
  image: string;
  /** Megabytes on disk, uncompressed; 0 where the entry has no number. */
  size: number;
  tags: string[];
  /** JSON pointer of the version. */
  pointer: string;
}

/** The keys that 1.0 has once, beside compatibility, and 1.1 in each entry of it; with their names there. */
export const keysOf10: ReadonlyMap<string, string> = new Map([
  ["name", "image"],
  ["uncompressed_size_mb", "uncompressed_size_mb"],
]);

/** The schema of a new workspace, until its author chooses the other one. */
export const defaultSchema: SchemaVersion = "1.0";

/** 1.1 when compatibility holds objects, else 1.0. */
export function schemaOf(data: JsonObject): SchemaVersion {
  return entriesOf(data).length > 0 ? "1.1" : "1.0";
}

/** A workspace that opens a web page: no image is pulled for it. */
export function isLink(data: JsonObject): boolean {
  return data["image_type"] === "Link";
}

/** The strings of a list, with their places; other items are left to the schema. */
export function stringsOf(value: unknown): { text: string; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => (typeof item === "string" ? [{ text: item, index }] : []));
}

/** The objects of compatibility, which 1.1 has, with their places. */
export function entriesOf(data: JsonObject): { entry: JsonObject; index: number }[] {
  const list = data["compatibility"];
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => (isObject(entry) ? [{ entry, index }] : []));
}

/** Index of the first entry of compatibility that is of the other schema than those before it; null where all are of one. */
export function mixedAt(data: JsonObject): number | null {
  const [text] = stringsOf(data["compatibility"]);
  const [object] = entriesOf(data);
  return text && object ? Math.max(text.index, object.index) : null;
}

/** The entries of compatibility, in authored order, of a document of either schema; neither texts nor objects are left out. */
export function compatibilityOf({ data }: { data: JsonObject }): Release[] {
  const list = data["compatibility"];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index): Release[] => {
    const pointer = `/compatibility/${index}`;
    const [image, size] = [textOf(data["name"]), sizeOf(data["uncompressed_size_mb"])];
    if (typeof item === "string") return [{ version: item, image, size, tags: [], pointer }];
    if (!isObject(item)) return [];
    return [
      {
        version: textOf(item["version"]),
        image: textOf(item["image"]),
        size: sizeOf(item["uncompressed_size_mb"]),
        tags: stringsOf(item["available_tags"]).map(({ text }) => text),
        pointer: `${pointer}/version`,
      },
    ];
  });
}

const textOf = (value: JsonValue | undefined): string => (typeof value === "string" ? value : "");
const sizeOf = (value: JsonValue | undefined): number => (typeof value === "number" ? value : 0);

/** 1.0 → 1.1: the members of the entry that a version becomes. Every version gets the one image and size. Values may be JSON texts or data. */
export function entryFor11<Value>(
  version: Value,
  image: Value | undefined,
  size: Value | undefined,
): [key: string, value: Value][] {
  const members: [string, Value | undefined][] = [
    ["version", version],
    ["image", image],
    ["uncompressed_size_mb", size],
  ];
  return members.filter((member): member is [string, Value] => member[1] !== undefined);
}

/** Result of turning 1.1 entries into 1.0; an index is that of an entry. */
export interface Choice10<Entry> {
  /** The entry that gives the image and the size. */
  chosen: { entry: Entry; index: number };
  /** The entries of the same image, each version once. */
  same: { entry: Entry; index: number }[];
  /** Members that 1.0 has no place for; "image" means the whole entry. */
  lost: { index: number; key: string }[];
}

/**
 * 1.1 → 1.0: the newest entry that a reader of 1.0 can use (Kasm 1.15 or older), else the newest of all, with all versions of the same image.
 * Other images, their sizes and available_tags are lost. Null without entries.
 */
export function chooseFor10<Entry extends JsonObject>(entries: readonly Entry[]): Choice10<Entry> | null {
  const numbered = entries.map((entry, index) => ({ entry, index, version: textOf(entry["version"]) }));
  const newestFirst = numbered.toSorted((a, b) => compareVersions(b.version, a.version));
  const isOld = ({ version }: { version: string }): boolean =>
    version !== "" && schemaRead(version) === "1.0";
  const chosen = newestFirst.find(isOld) ?? newestFirst[0];
  if (!chosen) return null;
  const { image, uncompressed_size_mb: size } = chosen.entry;
  const isSame = (entry: JsonObject): boolean => entry["image"] === image;
  const sameImage = numbered.filter(({ entry }) => isSame(entry) && entry["version"] !== undefined);
  return {
    chosen,
    same: sameImage.filter(
      ({ entry }, place) =>
        sameImage.findIndex((other) => other.entry["version"] === entry["version"]) === place,
    ),
    lost: entries.flatMap((entry, index) => {
      if (!isSame(entry)) return [{ index, key: "image" }];
      const known = ["version", "image", "uncompressed_size_mb"];
      const others = Object.keys(entry).filter((key) => !known.includes(key));
      const sizes = entry["uncompressed_size_mb"] === size ? [] : ["uncompressed_size_mb"];
      return [...sizes, ...others].map((key) => ({ index, key }));
    }),
  };
}
