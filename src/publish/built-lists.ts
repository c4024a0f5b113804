import { refusals as words } from "../strings/publish.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaVersions } from "../registry/lists/assemble.ts";
import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";

/** The lists of a built site by their paths, the oldest schema first; none where none was built. Throws a sentence where one is damaged. */
export function builtLists(site: string): Map<string, JsonObject> {
  const paths = schemaVersions.map((schema) => join(site, schema, "list.json"));
  return new Map(paths.filter((path) => existsSync(path)).map((path) => [path, readList(path)]));
}

function readList(path: string): JsonObject {
  try {
    const list = JSON.parse(readFileSync(path, "utf8")) as JsonValue;
    if (isObject(list)) return list;
  } catch {
    // Said below.
  }
  throw new Error(words.damagedList(path));
}
