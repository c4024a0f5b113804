import type { JsonObject, JsonValue } from "./json.ts";
import { isIgnored } from "./unflagged-properties.ts";
import type { Flag, FlagId } from "./types.ts";

/**
 * The official flags of a workspace, in the order of its run_config keys: what Kasm itself shows as a tooltip.
 * Empty where run_config is missing, null or no object. Source: Kasm documentation, "Workspace Registry".
 */
export function officialFlags(data: JsonObject): Flag[] {
  const config = Object.hasOwn(data, "run_config") ? data["run_config"] : null;
  if (typeof config !== "object" || config === null || Array.isArray(config)) return [];
  return Object.entries(config).flatMap(([property, value]) => {
    const flag = officialFlag(property, value);
    return flag ? [{ flag, property }] : [];
  });
}

/** The official flag of one run_config property with this value, or null. */
export function officialFlag(property: string, value: JsonValue): FlagId | null {
  if (property === "user") return isDefaultUser(value) ? null : "flag_user";
  if (property === "privileged") return isTruthy(value) ? "flag_privileged" : null;
  return isIgnored(property) ? null : "flag_property";
}

/** Kasm's own account, as a number or as text. */
function isDefaultUser(value: JsonValue): boolean {
  return value === 1000 || (typeof value === "string" && value.trim() === "1000");
}

/** Whether Python counts a value as true: everything but false, null, 0, "", [] and {}. Kasm hands the values to a Python library. */
export function isTruthy(value: JsonValue): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
