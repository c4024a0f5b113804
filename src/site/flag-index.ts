import { flagOfProperty } from "../registry/model/flags.ts";
import { propertyTypes } from "../registry/model/run-config.ts";
import { isRuleId, ruleRows, wordsOf, type RuleId } from "../review/catalogue/rules.ts";
import type { RuleRow } from "../review/catalogue/row.ts";
import type { FlagId, FlaggedWorkspace, Severity } from "../registry/model/types.ts";
import { compareSeverity, isCommon } from "../review/severity.ts";

/** The counts and rows of the page of flags and findings. Pure. */

export interface FlagIndex {
  /** Workspaces with each official flag. */
  flags: Map<FlagId, number>;
  /** Workspaces that set each property of run_config. */
  properties: Map<string, number>;
  /** Workspaces with each rule's finding. */
  rules: Map<string, number>;
}

/** How many workspaces carry each flag, property and finding. */
export function countFlags(
  workspaces: readonly Pick<FlaggedWorkspace, "data" | "flags" | "findings">[],
): FlagIndex {
  const index: FlagIndex = { flags: new Map(), properties: new Map(), rules: new Map() };
  const add = <K>(map: Map<K, number>, keys: Iterable<K>): void => {
    for (const key of new Set(keys)) map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const { data, flags, findings } of workspaces) {
    add(
      index.flags,
      flags.map(({ flag }) => flag),
    );
    add(index.properties, Object.keys(data.run_config ?? {}));
    add(
      index.rules,
      findings.map(({ rule }) => rule),
    );
  }
  return index;
}

/** A rule with findings in this registry. */
export interface FoundRule {
  rule: RuleId;
  title: string;
  severity: Severity;
  count: number;
}

/** The rules with findings here: the worst first, of equal ones the rarest, and common ones last. */
export function rulesFound(counts: ReadonlyMap<string, number>): FoundRule[] {
  const known = [...counts].flatMap(([rule, count]) =>
    isRuleId(rule) ? [{ rule, title: wordsOf(rule).title, severity: ruleRows[rule].severity, count }] : [],
  );
  return known.sort(
    (a, b) =>
      Number(isCommon(a.rule)) - Number(isCommon(b.rule)) ||
      compareSeverity(b.severity, a.severity) ||
      a.count - b.count,
  );
}

export interface PropertyRow {
  name: string;
  /** The flag that Kasm shows for it; "value" where that depends on the value; null where it shows none. */
  flag: FlagId | "value" | null;
  rules: RuleId[];
}

/** Every property of run_config that Docker's library takes, by name, with the rules that look at it. */
export function propertyRows(): PropertyRow[] {
  const rows = Object.entries(ruleRows) as [RuleId, RuleRow][];
  return Object.keys(propertyTypes)
    .sort()
    .map((name) => ({
      name,
      flag: flagOfProperty(name),
      rules: rows
        .filter(([, row]) => (row.properties as readonly string[]).includes(name))
        .map(([rule]) => rule),
    }));
}
