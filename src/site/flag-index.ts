import { isIgnored } from "../registry/model/unflagged-properties.ts";
import { shapes } from "../registry/model/run-config.ts";
import { rules, type RuleId } from "../review/catalogue/rules.ts";
import { topics } from "../review/catalogue/topics.ts";
import type { RuleRow } from "../review/catalogue/row.ts";
import type { FlagId, FlaggedWorkspace } from "../registry/model/types.ts";
import { rankOf } from "./access.ts";
import { objectOf } from "./facts.ts";

/** What the page of flags and findings counts and lists. Pure. */

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
    add(index.properties, Object.keys(objectOf(data, "run_config")));
    add(
      index.rules,
      findings.map(({ rule }) => rule),
    );
  }
  return index;
}

/** The rules with a finding here, the worst first, then those that most workspaces have. */
export function rulesFound(
  counts: ReadonlyMap<string, number>,
): { rule: RuleId; row: RuleRow; count: number }[] {
  const known = [...counts].flatMap(([rule, count]) =>
    Object.hasOwn(rules, rule)
      ? [{ rule: rule as RuleId, row: rules[rule as RuleId] as RuleRow, count }]
      : [],
  );
  return known.sort((a, b) => rankOf(b.row.severity) - rankOf(a.row.severity) || b.count - a.count);
}

export interface PropertyRow {
  name: string;
  /** The flag that Kasm shows for it; "value" where that depends on the value; null where it shows none. */
  flag: FlagId | "value" | null;
  rules: string[];
}

/** Every property of run_config that Docker's library takes, by name, with the rules that look at it. */
export function propertyRows(): PropertyRow[] {
  const rules = topics.flatMap(({ rules }) => Object.entries<RuleRow>(rules));
  return Object.keys(shapes)
    .sort()
    .map((name) => ({
      name,
      flag: name === "user" || name === "privileged" ? "value" : isIgnored(name) ? null : "flag_property",
      rules: rules
        .filter(([, row]) => (row.properties as readonly string[]).includes(name))
        .map(([rule]) => rule),
    }));
}
