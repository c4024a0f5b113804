import { decode } from "../registry/json/decode.ts";
import { readJson } from "../registry/json/parse.ts";
import { officialFlags } from "../registry/model/flags.ts";
import { isObject, type JsonObject } from "../registry/model/json.ts";
import { compatibilityOf, type Release } from "../registry/model/releases.ts";
import { abridge } from "../registry/model/text.ts";
import type { Finding, Flag } from "../registry/model/types.ts";
import { reviewWorkspace } from "../review/index.ts";

/** A workspace as one commit had it, in one form for both schemas. */
export interface Version {
  data: JsonObject;
  /** friendly_name; "" where it is no text. */
  name: string;
  releases: Release[];
  findings: Finding[];
  flags: Flag[];
}

/** Characters of a name at most. */
const longestName = 200;

/** A version of workspace.json; null where it cannot be read as a JSON object. */
export function readVersion(bytes: Uint8Array | undefined): Version | null {
  const { text } = decode(bytes ?? new Uint8Array());
  const data = text === null ? undefined : readJson(text);
  if (!isObject(data)) return null;
  return versionOf(data);
}

/** The version of the workspace that this data describes. */
export function versionOf(data: JsonObject): Version {
  const name = data["friendly_name"];
  return {
    data,
    name: typeof name === "string" ? abridge(name, longestName) : "",
    releases: compatibilityOf({ data }),
    findings: reviewWorkspace(data),
    flags: officialFlags(data),
  };
}
