import { refusals as words } from "../strings/publish.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { schemaVersions } from "../registry/lists/assemble.ts";
import { readWhole } from "../registry/read/open-file.ts";
import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";

/** Bytes: a list of 5,000 workspaces has 5 MB. */
const largestList = 256 * 1024 * 1024;

/** The lists of a built site by their paths, the oldest schema first; none where none was built. Throws a sentence where one is damaged. */
export function builtLists(site: string): Map<string, JsonObject> {
  const paths = schemaVersions.map((schema) => join(site, schema, "list.json"));
  return new Map(paths.filter((path) => existsSync(path)).map((path) => [path, readList(path)]));
}

function readList(path: string): JsonObject {
  try {
    const list = JSON.parse(readWhole(path, largestList).toString()) as JsonValue;
    if (isObject(list)) return list;
  } catch {
    // Said below.
  }
  throw new Error(words.damagedList(path));
}
