import * as en from "./en/findings.ts";
import { translated } from "./translated.ts";

export type { FlagIdWords, RuleWords, SourceWords } from "./en/findings.ts";
export const {
  flagIdWords,
  glossary,
  hookComments,
  noteWords,
  propertyGroupWords,
  propertyWords,
  ruleWords,
  sourceWords,
  topicWords,
  valueWords,
} = translated("findings", en);
