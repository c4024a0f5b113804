import { capabilityRules } from "./capabilities.ts";
import { combinationRules } from "./combinations.ts";
import { deviceRules } from "./devices.ts";
import { environmentRules } from "./environment.ts";
import { execRules } from "./exec.ts";
import { fieldRules } from "./fields.ts";
import { formRules } from "./form.ts";
import { imageRules } from "./images.ts";
import { lifecycleRules } from "./lifecycle.ts";
import { mountRules } from "./mounts.ts";
import { namespaceRules } from "./namespaces.ts";
import { networkRules } from "./network.ts";
import { resourceRules } from "./resources.ts";
import type { RuleRow } from "./row.ts";
import { securityOptRules } from "./security-opt.ts";
import { ruleWords, type RuleWords } from "../../strings/findings.ts";
import { userRules } from "./user.ts";

/**
 * One row a rule, in the order of the site's page. A check that names a rule without a row is a type error, and so are a row without words
 * and words without a row. Identifiers are permanent.
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
  ...fieldRules,
  ...imageRules,
  ...environmentRules,
  ...execRules,
  ...combinationRules,
} as const satisfies Record<keyof typeof ruleWords, RuleRow>;

/** The identifier of a rule, for example "seccomp-unconfined"; also its anchor on the page that explains the rules. */
export type RuleId = keyof typeof rows;

export const ruleRows: Readonly<Record<RuleId, RuleRow>> = rows;

/** Whether findings can have a rule of this identifier. */
export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rows, id);
}

/** Texts about a rule, in the language of the registry. */
export function wordsOf(rule: RuleId): RuleWords {
  return ruleWords[rule];
}
