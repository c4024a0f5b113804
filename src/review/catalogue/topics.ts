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
import type { RuleRows } from "./row.ts";
import { securityOptRules } from "./security-opt.ts";
import type { topicWords } from "../../strings/findings.ts";
import { userRules } from "./user.ts";

/** A chapter of the page that explains the rules. */
export interface Topic {
  /** Its anchor, and the key of its words. */
  id: keyof typeof topicWords;
  rules: RuleRows;
}

/** The chapters in reading order; every rule belongs to exactly one. */
export const topics: readonly Topic[] = [
  {
    id: "account",
    rules: userRules,
  },
  {
    id: "protections",
    rules: securityOptRules,
  },
  {
    id: "capabilities",
    rules: capabilityRules,
  },
  {
    id: "devices",
    rules: deviceRules,
  },
  {
    id: "files",
    rules: mountRules,
  },
  {
    id: "shared",
    rules: namespaceRules,
  },
  {
    id: "network",
    rules: networkRules,
  },
  {
    id: "limits",
    rules: resourceRules,
  },
  {
    id: "lifecycle",
    rules: lifecycleRules,
  },
  {
    id: "form",
    rules: formRules,
  },
  {
    id: "fields",
    rules: fieldRules,
  },
  {
    id: "images",
    rules: imageRules,
  },
  {
    id: "environment",
    rules: environmentRules,
  },
  {
    id: "commands",
    rules: execRules,
  },
  {
    id: "combinations",
    rules: combinationRules,
  },
];
