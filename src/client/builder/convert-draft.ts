import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { newestKasm } from "../../registry/model/kasm-versions.ts";
import { chooseFor10, entriesOf, entryFor11, keysOf10 } from "../../registry/model/releases.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { withMember } from "./draft.ts";

/** A workspace in the other schema. `isLossy` says whether schema 1.0 has no place for something. */
export interface Converted {
  data: JsonObject;
  isLossy: boolean;
}

/** Moves a draft, which may be incomplete, to the other schema. */
export function convertDraft(data: JsonObject, schemaVersion: SchemaVersion): Converted {
  const named = data["$schema"];
  const renamed =
    typeof named === "string"
      ? withMember(
          data,
          "$schema",
          named.replace(/workspace-1\.[01](?=\.schema\.json$)/, `workspace-${schemaVersion}`),
        )
      : data;
  return schemaVersion === "1.1" ? { data: to11(renamed), isLossy: false } : to10(renamed);
}

/** Always has an entry: without one, nothing tells the schemas apart. */
function to11(data: JsonObject): JsonObject {
  const entryFor = (version: JsonValue): JsonObject =>
    Object.fromEntries(entryFor11(version, data["name"], data["uncompressed_size_mb"]));
  const list = Array.isArray(data["compatibility"]) ? data["compatibility"] : [];
  const entries = list.map((item) => (typeof item === "string" ? entryFor(item) : item));
  const compatibility = entries.some(isObject) ? entries : [entryFor(newestKasm)];
  return [...keysOf10.keys()].reduce(
    (made, key) => withMember(made, key, undefined),
    withMember(data, "compatibility", compatibility),
  );
}

function to10(data: JsonObject): Converted {
  const list = entriesOf(data).map(({ entry }) => entry);
  const { chosen, same, lost } = chooseFor10(list) ?? { chosen: null, same: [], lost: [] };
  const versions = same.flatMap(({ entry }) => entry["version"] ?? []);
  const members: [string, JsonValue | undefined][] = [
    ["compatibility", versions.length > 0 ? versions : undefined],
    ...[...keysOf10].map(([key, there]): [string, JsonValue | undefined] => [key, chosen?.entry[there]]),
  ];
  return {
    data: members.reduce((made, [key, value]) => withMember(made, key, value), data),
    isLossy: lost.length > 0,
  };
}
