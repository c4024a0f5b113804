import type { JsonObject, JsonValue } from "../registry/model/json.ts";

/** Whether a value says nothing: null, "", [] or {}. */
export function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** The own member of this name in any spelling of upper and lower case: Docker's interface does not tell them apart. */
export function ownAnyCase(object: JsonObject, key: string): JsonValue | undefined {
  const wanted = key.toLowerCase();
  return Object.entries(object).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** Text, numbers and booleans as text; "" for everything else. */
export function asText(value: JsonValue | undefined): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

/** Text without surrounding space, in lower case; null for what is no text. */
export function asMode(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value.trim().toLowerCase() : null;
}

/** A number, or text that is one; null for everything else. */
export function asNumber(value: JsonValue | undefined): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value.slice(0, 40))
    ? Number(value.slice(0, 40))
    : null;
}

/** Whether an option is meant to be on: true, or what an author writes for it. The words for "off" count as off. */
export function isMeantOn(value: JsonValue): boolean {
  if (typeof value === "string") return !isWordForOff(value);
  return Boolean(value);
}

/** Whether text says "off", as authors write it between quotation marks. */
export function isWordForOff(text: string): boolean {
  return ["false", "no", "off", "0"].includes(text.trim().toLowerCase());
}

const units: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/** Bytes of a size: a number, or a number with b, k, m, g or t and perhaps another b ("16g", "512MB"). Null where it cannot be read. */
export function asBytes(value: JsonValue): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.length > 40) return null;
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(?:([kmgt])b?|b)?$/i.exec(value.trim());
  return match ? Number(match[1]) * (units[(match[2] ?? "").toLowerCase()] ?? NaN) : null;
}
