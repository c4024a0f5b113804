import { isObject, type JsonObject, type JsonValue, own } from "../registry/model/json.ts";
import { officialFlag } from "../registry/model/flags.ts";
import type { Finding } from "../registry/model/types.ts";
import { checkCombinations } from "./checks/combinations.ts";
import { checkExecConfig } from "./checks/exec.ts";
import { checkFields } from "./checks/fields.ts";
import { checkImages } from "./checks/images.ts";
import { checkTexts, checkType, checkUnknownProperty } from "./checks/form.ts";
import { checkPairs, checkRefused } from "./checks/refused.ts";
import { checkSecrets } from "./checks/secrets.ts";
import { checkVolumes } from "./checks/mounts.ts";
import { finding } from "./finding.ts";
import { topPlace, type SettingPlace } from "./setting-place.ts";
import { propertyChecks } from "./property-checks.ts";
import { isPropertyName } from "../registry/model/run-config.ts";
import { isEmpty } from "./values.ts";
import { noteWords } from "../strings/findings.ts";

export {
  compareSeverity,
  highestSeverity,
  isAtLeast,
  isCommon,
  severities,
  standOutSeverity,
  worstFirst,
} from "./severity.ts";
export { countByRule } from "./count.ts";
export { repeatedProfiles } from "./checks/fields.ts";

// To add a rule: its row in catalogue/<topic>.ts, its words in ../strings/en/findings/<topic>.ts, its example in catalogue/examples.ts, its
// condition in checks/<topic>.ts; types and tests name the missing part. property-checks.ts names the check of each property.

/**
 * Lists what an admin should know about a workspace before installing it: run_config in the order of its keys, then exec_config, then
 * volume_mappings, then other fields and the images, then combinations. Never throws, whatever JSON it is given; official flags are not its business.
 * `profiles` holds the paths of persistent profiles that other workspaces have too.
 */
export function reviewWorkspace(data: JsonObject, profiles: ReadonlySet<string> = new Set()): Finding[] {
  const findings = withoutRepeats([
    ...reviewRunConfig(own(data, "run_config") ?? null, own(data, "memory")),
    ...reviewExecConfig(own(data, "exec_config") ?? null),
    ...reviewVolumeMappings(own(data, "volume_mappings") ?? null),
    ...checkFields(data, profiles),
    ...checkSecrets(data),
    ...checkImages(data),
  ]);
  return [...findings, ...checkCombinations(findings)];
}

function reviewRunConfig(config: JsonValue, memory: JsonValue | undefined): Finding[] {
  if (config === null) return [];
  const place = topPlace("", "run_config", null);
  if (!isObject(config)) return [finding("type-mismatch", place, { advice: noteWords.runConfigType })];
  return [
    ...Object.entries(config).flatMap(([key, value]) =>
      reviewProperty(key, value, topPlace("/run_config", key, officialFlag(key, value))),
    ),
    ...checkPairs(config, memory),
  ];
}

function reviewProperty(key: string, value: JsonValue, place: SettingPlace): Finding[] {
  if (!isPropertyName(key)) return [checkUnknownProperty(place)];
  if (isEmpty(value) && place.flag === "flag_property") return [finding("empty-value", place)];
  // An empty user is a setting of its own; other empty values without a flag say nothing.
  if (isEmpty(value) && place.flag === null) return [];
  const findings = [
    ...checkType(key, value, place),
    ...checkTexts(key, value, place),
    ...propertyChecks[key](value, place),
    ...checkRefused(key, value, place),
  ];
  // A property that Kasm flags is explained also where no rule has anything to say.
  return findings.length || place.flag === null ? findings : [finding("neutral-option", place)];
}

function reviewExecConfig(config: JsonValue): Finding[] {
  if (config === null) return [];
  return checkExecConfig(config, topPlace("", "exec_config", null));
}

/** A field of the workspace, with the same effect as `volumes`. */
function reviewVolumeMappings(mappings: JsonValue): Finding[] {
  if (isEmpty(mappings)) return [];
  const place = topPlace("", "volume_mappings", null);
  if (isObject(mappings)) return checkVolumes(mappings, place);
  return [finding("type-mismatch", place, { advice: noteWords.volumeMappingsType })];
}

/** One finding of a rule for a place is enough; an environment list can hold a name twice. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const found of findings) {
    const key = `${found.rule}\n${found.path}`;
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}
