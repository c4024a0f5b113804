import type { Finding, Severity } from "../registry/model/types.ts";
import { compareSeverity } from "./severity.ts";

/** How often a rule fired, at each severity it was given. */
export interface RuleCount {
  rule: string;
  severity: Severity;
  /** Findings. */
  findings: number;
  /** Workspaces with at least one of them. */
  workspaces: number;
}

/** Counts what fired over many workspaces, worst first, then the commonest, then by name. */
export function countByRule(findingsOfWorkspaces: Iterable<readonly Finding[]>): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const findings of findingsOfWorkspaces) {
    const counted = new Set<RuleCount>();
    for (const { rule, severity } of findings) {
      const key = `${rule} ${severity}`;
      const count = counts.get(key) ?? { rule, severity, findings: 0, workspaces: 0 };
      counts.set(key, count);
      count.findings++;
      counted.add(count);
    }
    for (const count of counted) count.workspaces++;
  }
  return [...counts.values()].sort(
    (a, b) =>
      compareSeverity(b.severity, a.severity) || b.workspaces - a.workspaces || (a.rule < b.rule ? -1 : 1),
  );
}
