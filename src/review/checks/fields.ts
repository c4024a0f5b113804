import type { JsonObject } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding } from "../finding.ts";
import { topPlace } from "../setting-place.ts";
import { isMeantOn, own } from "../values.ts";

/** Fields that switch off a control which an administrator may have set for everybody. */
const controls = ["filter_policy_force_disabled", "session_banner_force_disabled"] as const;

/** Fields of the workspace beside run_config, exec_config and volume_mappings. */
export function checkFields(data: JsonObject): Finding[] {
  const found = controls
    .filter((field) => isMeantOn(own(data, field) ?? false))
    .map((field) => finding("control-disabled", topPlace("", field, null)));
  const profile = own(data, "persistent_profile_path");
  if (typeof profile === "string" && profile.trim() !== "" && !/\{(?:username|user_id)\}/.test(profile))
    found.push(finding("profile-shared", topPlace("", "persistent_profile_path", null)));
  return found;
}
