import type { RuleRows } from "./row.ts";

/** Fields of the workspace beside run_config and exec_config. Kasm shows no flag for these. */
export const fieldRules = {
  "control-disabled": {
    properties: ["filter_policy_force_disabled", "session_banner_force_disabled"],
    severity: "medium",
    sources: ["KDOC"],
  },
  "profile-shared": { properties: ["persistent_profile_path"], severity: "medium", sources: ["KDOC"] },
} as const satisfies RuleRows;
