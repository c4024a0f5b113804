import { capabilityRules } from "./capabilities.ts";
import { combinationRules } from "./combinations.ts";
import { deviceRules } from "./devices.ts";
import { environmentRules } from "./environment.ts";
import { execRules } from "./exec.ts";
import { formRules } from "./form.ts";
import { lifecycleRules } from "./lifecycle.ts";
import { mountRules } from "./mounts.ts";
import { namespaceRules } from "./namespaces.ts";
import { networkRules } from "./network.ts";
import { resourceRules } from "./resources.ts";
import type { RuleRow } from "./row.ts";
import { securityOptRules } from "./security-opt.ts";
import { userRules } from "./user.ts";

/**
 * The catalogue: one row a rule, in the order of the site's page. A check that names a rule without a row is a type error, and so is a row
 * without a reason, advice or a source. Identifiers are permanent.
 */
const rows = {
  ...userRules,
  ...securityOptRules,
  ...capabilityRules,
  ...deviceRules,
  ...mountRules,
  ...namespaceRules,
  ...networkRules,
  ...resourceRules,
  ...lifecycleRules,
  ...formRules,
  ...environmentRules,
  ...execRules,
  ...combinationRules,
};

/** The identifier of a rule, for example "seccomp-unconfined"; also its anchor on the page that explains the rules. */
export type RuleId = keyof typeof rows;

export const rules: Readonly<Record<RuleId, RuleRow>> = rows;
