import type { JsonObject } from "./json.ts";

/** The strings of a list, with their places; what is no string is left to the schema. */
export function stringsOf(value: unknown): { text: string; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => (typeof item === "string" ? [{ text: item, index }] : []));
}

/** The compatibility entries in one form, whatever the schema; texts that are missing or of another type are "". */
export function compatibilityOf({
  data,
}: {
  data: JsonObject;
}): { version: string; image: string; pointer: string; tags: string[] | null }[] {
  const list = data["compatibility"];
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  if (!Array.isArray(list)) return [];
  return list.map((item, index) => {
    const pointer = `/compatibility/${index}`;
    if (item === null || typeof item !== "object" || Array.isArray(item))
      return { version: text(item), image: text(data["name"]), pointer, tags: null };
    const tags = Object.hasOwn(item, "available_tags")
      ? stringsOf(item["available_tags"]).map(({ text }) => text)
      : null;
    return {
      version: text(item["version"]),
      image: text(item["image"]),
      pointer: `${pointer}/version`,
      tags,
    };
  });
}
