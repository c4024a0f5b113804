import { capabilityWords } from "./findings/capabilities.ts";
import { combinationWords } from "./findings/combinations.ts";
import { deviceWords } from "./findings/devices.ts";
import { environmentWords } from "./findings/environment.ts";
import { execWords } from "./findings/exec.ts";
import { fieldWords } from "./findings/fields.ts";
import { formWords } from "./findings/form.ts";
import { imageWords } from "./findings/images.ts";
import { lifecycleWords } from "./findings/lifecycle.ts";
import { mountWords } from "./findings/mounts.ts";
import { namespaceWords } from "./findings/namespaces.ts";
import { networkWords } from "./findings/network.ts";
import { resourceWords } from "./findings/resources.ts";
import { securityOptWords } from "./findings/security-opt.ts";
import { terms } from "./findings/terms.ts";
import { userWords } from "./findings/user.ts";

export { flagIdWords, type FlagIdWords } from "./findings/flag-ids.ts";
export { hookComments, noteWords, valueWords } from "./findings/notes.ts";
export { propertyGroupWords, propertyWords } from "./findings/properties.ts";
export type { RuleWords } from "./findings/rule-words.ts";
export { sourceWords, type SourceWords } from "./findings/sources.ts";
export { topicWords } from "./findings/topics.ts";

// A translation is one file, src/strings/<lang>/findings.ts, with any of the names that this file exports.

/** The glossary of the security guide. */
export const glossary = { terms };

/** The words of every rule, by its identifier. src/review/catalogue/ holds the rest: severity, properties, sources. */
export const ruleWords = {
  ...userWords,
  ...securityOptWords,
  ...capabilityWords,
  ...deviceWords,
  ...mountWords,
  ...namespaceWords,
  ...networkWords,
  ...resourceWords,
  ...lifecycleWords,
  ...formWords,
  ...fieldWords,
  ...imageWords,
  ...environmentWords,
  ...execWords,
  ...combinationWords,
} as const;
