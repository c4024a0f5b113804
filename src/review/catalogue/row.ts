import type { FlagId, Severity } from "../../registry/model/types.ts";
import type { PropertyName } from "../../registry/model/run-config.ts";
import type { SourceCode } from "./sources.ts";

/** What a rule looks at: a property of run_config, or one of the two fields beside it. */
export type RuleProperty = PropertyName | "exec_config" | "volume_mappings";

/** A source, or a place in it: "CIS 5.22", "DRUN device". */
export type SourceReference = SourceCode | `${SourceCode} ${string}`;

/** Everything that is said about a rule, for an admin who is no container expert. */
export interface RuleRow {
  /** Short, for headings; no full stop. */
  title: string;
  /** Empty where the rule can meet any property, or several at once. */
  properties: readonly RuleProperty[];
  /** The official flag that such a property carries, or null. */
  flag: FlagId | null;
  severity: Severity;
  /** When the severity is another one. */
  varies?: string;
  /** What it allows. */
  reason: string;
  /** Why a workspace may need it. */
  purpose: string;
  /** What to do. */
  advice: string;
  sources: readonly [SourceReference, ...SourceReference[]];
}

export type RuleRows = Readonly<Record<string, RuleRow>>;
