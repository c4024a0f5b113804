import type { JsonObject } from "../../registry/model/json.ts";
import { stringsOf } from "../../registry/model/releases.ts";
import { unique } from "../../site/facts.ts";

/** The text of a key of a draft, which may hold anything; trimmed, "" where the value is no text. */
export function textOf(data: JsonObject, key: string): string {
  const value = data[key];
  return typeof value === "string" ? value.trim() : "";
}

/** The texts of a list of a draft, trimmed, each once. */
export function textsOf(data: JsonObject, key: string): string[] {
  return unique(stringsOf(data[key]).map(({ text }) => text));
}
