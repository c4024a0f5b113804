import type { JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding } from "../finding.ts";
import type { SettingPlace } from "../setting-place.ts";
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
