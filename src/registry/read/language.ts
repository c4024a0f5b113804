import { valueAt } from "../model/json.ts";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { largestJson } from "../json/decode.ts";
import { languageTag } from "../model/language.ts";
import { useLanguage } from "../../strings/use-language.ts";
import { readWhole } from "./open-file.ts";

/** Words everything from here on in the `lang` of a registry's registry.json; true when the language is another one than before. */
export function useLanguageOf(root: string): boolean {
  return useLanguage(languageTag(langIn(join(root, "registry.json"))) ?? "en");
}

/** The value of `lang`, whatever else is wrong with the file; check reports that later. */
function langIn(path: string): unknown {
  try {
    if (!lstatSync(path).isFile()) return undefined;
    return valueAt(JSON.parse(new TextDecoder().decode(readWhole(path, largestJson))), ["lang"]);
  } catch {
    return undefined;
  }
}
