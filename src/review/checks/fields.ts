import { type JsonObject, own } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding } from "../finding.ts";
import { topPlace } from "../setting-place.ts";
import { isMeantOn } from "../values.ts";
import { closest } from "../../registry/model/closest.ts";
import { noteWords } from "../../strings/findings.ts";

/** Fields that switch off a control which an administrator may have set for everybody. */
const controls = ["filter_policy_force_disabled", "session_banner_force_disabled"] as const;

/** Names in braces that Kasm replaces in the path of a profile. */
const profileTokens = ["username", "user_id", "image_id"];

/**
 * Fields of the workspace beside run_config, exec_config and volume_mappings. `repeatedProfiles` holds the profile paths that several
 * workspaces of the registry have.
 */
export function checkFields(data: JsonObject, repeatedProfiles: ReadonlySet<string>): Finding[] {
  const found = controls
    .filter((field) => isMeantOn(own(data, field) ?? false))
    .map((field) => finding("control-disabled", topPlace("", field, null)));
  const profile = own(data, "persistent_profile_path");
  if (typeof profile === "string" && profile.trim() !== "")
    found.push(...checkProfile(profile, repeatedProfiles));
  return found;
}

/** One finding: a home for all users is worse than one for all workspaces. */
function checkProfile(path: string, repeated: ReadonlySet<string>): Finding[] {
  const place = topPlace("", "persistent_profile_path", null);
  const tokens = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, token = ""]) => token);
  const unknown = tokens.find((token) => !profileTokens.includes(token));
  const near = unknown === undefined ? null : closest(unknown, profileTokens);
  const isNearUser = near !== null && near !== "image_id";
  const advice = unknown !== undefined && {
    advice: noteWords.profileToken({ unknown: unknown.slice(0, 40), near }),
  };
  if (!tokens.includes("username") && !tokens.includes("user_id")) {
    const addUser = tokens.includes("image_id") ? { advice: noteWords.profileUser } : {};
    return [finding("profile-shared", place, isNearUser ? { ...advice } : addUser)];
  }
  if (advice)
    return [
      finding("profile-shared", place, { severity: "low", reason: noteWords.profileTokenReason, ...advice }),
    ];
  if (tokens.includes("image_id") || !repeated.has(path)) return [];
  return [
    finding("profile-shared", place, {
      severity: "low",
      reason: noteWords.profileRepeatedReason,
      advice: noteWords.profileImage,
    }),
  ];
}

/** The profile paths that more than one of these workspaces has. */
export function repeatedProfiles(all: readonly JsonObject[]): Set<string> {
  const paths = all
    .map((data) => own(data, "persistent_profile_path"))
    .filter((path) => typeof path === "string");
  return new Set(paths.filter((path, index) => paths.indexOf(path) !== index));
}
