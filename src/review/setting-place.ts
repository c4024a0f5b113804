import { toPointer, type JsonValue } from "../registry/model/json.ts";
import type { FlagId } from "../registry/model/types.ts";

/** The place of a value: for people (`path`), for machines (`pointer`), and the official flag of its top-level property. */
export interface SettingPlace {
  /** The top-level run_config property, "exec_config", "volume_mappings" or "run_config". */
  property: string;
  flag: FlagId | null;
  /** Below run_config (`security_opt[0]`), or from `exec_config` or `volume_mappings` on. */
  path: string;
  /** RFC 6901, from the root of workspace.json. */
  pointer: string;
}

/** A top-level place: a run_config property, or a field of the workspace itself (then `parent` is ""). */
export function topPlace(parent: "" | "/run_config", key: string, flag: FlagId | null): SettingPlace {
  return { property: key, flag, path: key, pointer: parent + toPointer([key]) };
}

/** The place of a member of the object at `place`. */
export function memberPlace(place: SettingPlace, key: string): SettingPlace {
  return { ...place, path: `${place.path}.${key}`, pointer: place.pointer + toPointer([key]) };
}

/** The place of an item of the list at `place`. */
function itemPlace(place: SettingPlace, index: number): SettingPlace {
  return { ...place, path: `${place.path}[${index}]`, pointer: `${place.pointer}/${index}` };
}

/** The items of a list with their places. Text counts as a list of one item, which has no pointer of its own. */
export function listItems(
  value: JsonValue,
  place: SettingPlace,
): { value: JsonValue; place: SettingPlace }[] {
  if (typeof value === "string") return [{ value, place: { ...place, path: `${place.path}[0]` } }];
  if (!Array.isArray(value)) return [];
  return value.map((item, index) => ({ value: item, place: itemPlace(place, index) }));
}
