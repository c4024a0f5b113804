import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { compareVersions, lastSchema10, newestKasm } from "../../registry/model/kasm-versions.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { withMember } from "./draft.ts";

/** A workspace in the other shape. `lost` says whether the 1.0 shape has no place for something. */
export interface Converted {
  data: JsonObject;
  lost: boolean;
}

/** Moves a draft, which may be incomplete, to the other shape; by the rule of registry/convert.ts, which takes valid workspaces only. */
export function convertDraft(data: JsonObject, shape: SchemaVersion): Converted {
  const named = data["$schema"];
  const renamed =
    typeof named === "string"
      ? withMember(
          data,
          "$schema",
          named.replace(/workspace-1\.[01](?=\.schema\.json$)/, `workspace-${shape}`),
        )
      : data;
  return shape === "1.1" ? { data: to11(renamed), lost: false } : to10(renamed);
}

/** Every version gets the one image and size. There is always an entry: without one, nothing tells the shapes apart. */
function to11(data: JsonObject): JsonObject {
  const shared = {
    ...given("image", data["name"]),
    ...given("uncompressed_size_mb", data["uncompressed_size_mb"]),
  };
  const list = Array.isArray(data["compatibility"]) ? data["compatibility"] : [];
  const entries = list.map((item): JsonValue =>
    typeof item === "string" ? { version: item, ...shared } : item,
  );
  const compatibility = entries.some(isObject) ? entries : [{ version: newestKasm, ...shared }];
  return withMember(
    withMember(withMember(data, "compatibility", compatibility), "name", undefined),
    "uncompressed_size_mb",
    undefined,
  );
}

/** The newest entry that a reader of 1.0 can use, else the newest of all, with every version of the same image. */
function to10(data: JsonObject): Converted {
  const list = (Array.isArray(data["compatibility"]) ? data["compatibility"] : []).filter(isObject);
  const newestFirst = list.toSorted((a, b) => compareVersions(String(b["version"]), String(a["version"])));
  const chosen =
    newestFirst.find(({ version }) => compareVersions(String(version), lastSchema10) <= 0) ??
    newestFirst[0] ??
    {};
  const same = list.filter(({ image }) => image === chosen["image"]);
  const versions = [...new Set(same.flatMap(({ version }) => version ?? []))];
  const lost =
    same.length < list.length ||
    list.some(
      (entry) =>
        entry["uncompressed_size_mb"] !== chosen["uncompressed_size_mb"] ||
        Object.keys(entry).some((key) => !["version", "image", "uncompressed_size_mb"].includes(key)),
    );
  const members: [string, JsonValue | undefined][] = [
    ["compatibility", versions.length > 0 ? versions : undefined],
    ["name", chosen["image"]],
    ["uncompressed_size_mb", chosen["uncompressed_size_mb"]],
  ];
  return { data: members.reduce((made, [key, value]) => withMember(made, key, value), data), lost };
}

function given(key: string, value: JsonValue | undefined): JsonObject {
  return value === undefined ? {} : { [key]: value };
}
