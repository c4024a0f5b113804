import type { ProblemCode } from "../../registry/model/problem.ts";
import type { Severity } from "../../registry/model/types.ts";
import type { PropertyName } from "../../registry/model/run-config.ts";
import type { Citation } from "./sources.ts";

/** A property of run_config, or a field of the workspace that is reviewed as well. */
export type RuleProperty =
  | PropertyName
  | "exec_config"
  | "(image)"
  | "volume_mappings"
  | "filter_policy_force_disabled"
  | "session_banner_force_disabled"
  | "persistent_profile_path"
  | "launch_config"
  | "notes";

/** The facts about a rule; its words are in src/strings/en/findings/. */
export interface RuleRow {
  /** Empty where the rule can meet any property, or several at once. */
  properties: readonly RuleProperty[];
  severity: Severity;
  /**
   * True of more than half of all public workspaces, so it distinguishes none. Fixed here and not counted in the registry at hand, where
   * sixty privileged desktops would make privileged mode normal.
   */
  common?: true;
  /** `check` warns of it under this code, because a mistake this certain is not a matter of severity. */
  warning?: ProblemCode;
  sources: readonly [Citation, ...Citation[]];
}

export type RuleRows = Readonly<Record<string, RuleRow>>;
