import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { compatibilityOf } from "../../registry/model/releases.ts";

/** A workspace as far as a Kasm server looks at it. */
export interface ListedWorkspace {
  name: string;
  image_src: JsonValue | undefined;
  /** Kasm versions as written, because a server compares them as text. */
  versions: string[];
}

/** Reads one entry of a list. */
export function readEntry(entry: JsonObject, index: number): ListedWorkspace {
  const versions = compatibilityOf({ data: entry }).map(({ version }) => version);
  return {
    name: nameOf(entry, index),
    image_src: entry["image_src"],
    versions: versions.filter((version) => version !== ""),
  };
}

/** The name of an entry, or its place in the list. */
export function nameOf(entry: JsonValue | undefined, index: number): string {
  const name = isObject(entry) ? entry["friendly_name"] : undefined;
  return typeof name === "string" ? name : `workspaces[${index}]`;
}
