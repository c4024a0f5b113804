import { isObject, type JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding } from "../finding.ts";
import { listItems, memberPlace, type SettingPlace } from "../setting-place.ts";
import { ownAnyCase } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";
import {
  adviseProperty,
  hasType,
  typeInWords,
  propertyTypes,
  type PropertyName,
} from "../../registry/model/run-config.ts";

/** A JSON type that neither the SDK nor Docker takes for this property. */
export function checkType(property: PropertyName, value: JsonValue, place: SettingPlace): Finding[] {
  const type = propertyTypes[property];
  if (hasType(value, type)) return [];
  return [
    finding("type-mismatch", place, {
      advice: noteWords.propertyType({ property, type: typeInWords(type) }),
      ...(tolerated.has(property) && { warning: null }),
    }),
  ];
}

/** Lists and objects that the library hands on as they are, and of which Docker takes texts alone. Source: docker-py, docker/types/containers.py. */
const ofTexts: ReadonlySet<PropertyName> = new Set([
  "cap_drop",
  "command",
  "dns",
  "dns_opt",
  "dns_search",
  "entrypoint",
  "environment",
  "labels",
  "log_config",
  "storage_opt",
  "volumes_from",
]);

/** What is no text in a list or an object of texts. */
export function checkTexts(property: PropertyName, value: JsonValue, place: SettingPlace): Finding[] {
  if (!ofTexts.has(property)) return [];
  const inside = property === "log_config" && isObject(value) ? (ownAnyCase(value, "Config") ?? null) : value;
  const at = inside === value ? place : memberPlace(place, "Config");
  // Other objects are of the wrong type already, and variables become texts.
  const isMap = isObject(inside) && /^(?:labels|log_config|storage_opt)$/.test(property);
  const members = isMap ? Object.entries(inside) : [];
  const parts = [
    ...(Array.isArray(inside) ? listItems(inside, at) : []),
    ...members.map(([key, member]) => ({ value: member, place: memberPlace(at, key) })),
  ];
  return parts
    .filter((part) => part.value !== null && typeof part.value !== "string")
    .map((part) => finding("type-mismatch", part.place, { advice: noteWords.textItem }));
}

/** The library tests these for true itself, drops them, or leaves a single text to Docker, which some versions take. */
const tolerated: ReadonlySet<PropertyName> = new Set([
  "cap_add",
  "cap_drop",
  "detach",
  "remove",
  "stderr",
  "stdout",
  "stream",
  "use_config_proxy",
  "version",
]);

/** A name that run_config does not know, with the name that was probably meant. */
export function checkUnknownProperty(place: SettingPlace): Finding {
  const advice = adviseProperty(place.property);
  return finding("unknown-property", place, advice === null ? {} : { advice });
}
