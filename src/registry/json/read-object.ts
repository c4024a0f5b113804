import { isObject, type JsonObject } from "../model/json.ts";
import { placeAt } from "../model/locate.ts";
import type { Fault } from "../model/problem.ts";
import { kindOf } from "../model/text.ts";
import { decode } from "./decode.ts";
import { parseJson, type ParsedJson } from "./parse.ts";

export interface ParsedObject extends ParsedJson {
  value: JsonObject;
}

/** Decodes and parses a file that must hold an object; `parsed` is null where it holds none. `kind` names the file in messages. */
export function readObject(
  content: Uint8Array | string,
  kind: "workspace" | "registry.json",
): { parsed: ParsedObject | null; faults: Fault[] } {
  const { text, faults: encoding } =
    typeof content === "string" ? { text: content, faults: [] } : decode(content);
  if (text === null) return { parsed: null, faults: encoding };
  const { parsed, faults: syntax } = parseJson(text);
  const faults = [...encoding, ...syntax];
  if (parsed && isObject(parsed.value)) return { parsed: { ...parsed, value: parsed.value }, faults };
  if (parsed) {
    const args = { found: kindOf(parsed.value), kind };
    faults.push({ code: "json-not-object", args, pointer: "", ...placeAt(text, parsed.tree.offset) });
  }
  return { parsed: null, faults };
}
