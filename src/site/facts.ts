import { isObject, type JsonObject } from "../registry/model/json.ts";
import { compareVersions } from "../registry/model/kasm-versions.ts";
import { compatibilityOf, stringsOf, type Release } from "../registry/model/releases.ts";
import type { Workspace } from "../registry/model/types.ts";

/** Reading a valid workspace: what its keys say, in one form for both schemas. Pure. */

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
  return unique(stringsOf(data[key]).map(({ text }) => text));
}

/** Trimmed, each once. */
function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter(Boolean);
}

/** The value of an object key; {} where there is none. */
export function objectOf(data: JsonObject, key: string): JsonObject {
  const value = data[key];
  return isObject(value) ? value : {};
}

/** Every Kasm version with its image and size, oldest first. */
export function releasesOf(workspace: Pick<Workspace, "data">): Release[] {
  return compatibilityOf(workspace)
    .map((release) => ({
      ...release,
      version: release.version.trim(),
      image: release.image.trim(),
      tags: unique(release.tags),
    }))
    .sort((a, b) => compareVersions(a.version, b.version));
}
