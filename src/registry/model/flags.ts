import { isObject, type JsonObject, type JsonValue, own } from "./json.ts";
import { isIgnored } from "./unflagged-properties.ts";
import type { Flag, FlagId } from "./types.ts";

/**
 * The official flags of a workspace, in the order of its run_config keys: those of Kasm's own tooltip.
 * Empty where run_config is missing, null or no object. Source: Kasm documentation, "Workspace Registry".
 */
export function officialFlags(data: JsonObject): Flag[] {
  const config = own(data, "run_config");
  if (!isObject(config)) return [];
  return Object.entries(config).flatMap(([property, value]) => {
    const flag = officialFlag(property, value);
    return flag ? [{ flag, property }] : [];
  });
}

/** The properties with flags of their own, which depend on the value. */
const flagsByValue = new Map<string, (value: JsonValue) => FlagId | null>([
  ["user", (value) => (isDefaultUser(value) ? null : "flag_user")],
  ["privileged", (value) => (isTruthy(value) ? "flag_privileged" : null)],
]);

/** The official flag of one run_config property with this value, or null. */
export function officialFlag(property: string, value: JsonValue): FlagId | null {
  const byValue = flagsByValue.get(property);
  return byValue ? byValue(value) : flagOfName(property);
}

/** The official flag of a run_config property whatever its value is, or null; "value" where it depends on the value. */
export function flagOfProperty(property: string): FlagId | "value" | null {
  return flagsByValue.has(property) ? "value" : flagOfName(property);
}

function flagOfName(property: string): FlagId | null {
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
