import type { JsonObject, JsonValue } from "../registry/model/json.ts";
import { compareVersions } from "../registry/model/kasm-versions.ts";
import type { Workspace } from "../registry/model/types.ts";

/** Reading a valid workspace: what its keys say, in one form for both schemas. Pure. */

/** What one Kasm version gets. */
export interface Release {
  version: string;
  image: string;
  /** Megabytes on disk, uncompressed. */
  size: number;
  tags: string[];
}

/** The value of a text key, trimmed; "" where there is none. */
export function textOf(data: JsonObject, key: string): string {
  const value = data[key];
  return typeof value === "string" ? value.trim() : "";
}

/** The value of a number key, or null. */
export function numberOf(data: JsonObject, key: string): number | null {
  const value = data[key];
  return typeof value === "number" ? value : null;
}

/** The texts of a list key, each once. */
export function textsOf(data: JsonObject, key: string): string[] {
  const value = data[key];
  return Array.isArray(value)
    ? [...new Set(value.filter((item) => typeof item === "string").map((item) => item.trim()))].filter(
        Boolean,
      )
    : [];
}

/** The value of an object key; {} where there is none. */
export function objectOf(data: JsonObject, key: string): JsonObject {
  const value: JsonValue | undefined = data[key];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

/** Every Kasm version with its image and size, oldest first. */
export function releasesOf({ data }: Pick<Workspace, "data">): Release[] {
  const list = Array.isArray(data["compatibility"]) ? data["compatibility"] : [];
  const releases = list.flatMap((item): Release[] => {
    if (typeof item === "string")
      return [
        {
          version: item,
          image: textOf(data, "name"),
          size: numberOf(data, "uncompressed_size_mb") ?? 0,
          tags: [],
        },
      ];
    if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
    return [
      {
        version: textOf(item, "version"),
        image: textOf(item, "image"),
        size: numberOf(item, "uncompressed_size_mb") ?? 0,
        tags: textsOf(item, "available_tags"),
      },
    ];
  });
  return releases.sort((a, b) => compareVersions(a.version, b.version));
}
