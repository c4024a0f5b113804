import type { JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { noteWords } from "../../strings/findings.ts";
import {
  adviseProperty,
  hasShape,
  shapeInWords,
  shapes,
  type PropertyName,
} from "../../registry/model/run-config.ts";

/** A JSON type that neither the SDK nor Docker takes for this property. */
export function checkShape(property: PropertyName, value: JsonValue, place: Place): Finding[] {
  const shape = shapes[property];
  if (hasShape(value, shape)) return [];
  return [
    finding("type-mismatch", place, {
      advice: noteWords.propertyType({ property, type: shapeInWords(shape) }),
    }),
  ];
}

/** A name that run_config does not know, with the name that was probably meant. */
export function checkUnknownProperty(place: Place): Finding {
  const advice = adviseProperty(place.property);
  return finding("unknown-property", place, advice === null ? {} : { advice });
}
