import { fromPointer, valueAt, type JsonObject } from "../registry/model/json.ts";
import { isLink } from "../registry/model/releases.ts";
import type { Finding, Severity } from "../registry/model/types.ts";
import { isRuleId, wordsOf } from "../review/catalogue/rules.ts";
import { isAtLeast, isCommon, worstFirst } from "../review/severity.ts";
import { workspace as words } from "../strings/site.ts";
import type { AccessRow } from "./access.ts";

/** The sentence to decide on that a workspace's page begins with. Pure. */

export interface Verdict {
  /** "link": it opens a web page, so Docker isolates nothing. */
  kind: "controls" | "decide" | "minor" | "defaults" | "link";
  /** For the mark and its colour: the severity of the worst finding, "usual" where it is common, "none" without one. */
  level: Severity | "usual" | "none";
  /** The finding that the sentence is about. */
  worst: Finding | null;
  /** The setting of that finding: "privileged", "cap_add: SYS_ADMIN". */
  setting: string;
  /** Short names of what is to be decided on, the worst first, and of the small points beside it. */
  decide: string[];
  minor: string[];
  /** Which of Docker's defaults hold, in words. */
  defaults: string[];
}

/** The verdict on a workspace from its findings and its access sheet. */
export function verdictOf(
  data: JsonObject,
  findings: readonly Finding[],
  rows: readonly AccessRow[],
): Verdict {
  const settings = onePerSetting(worstFirst(findings));
  const decide = settings.filter(needsDecision);
  const minor = settings.filter(({ severity }) => severity === "low");
  const worst = decide[0] ?? minor[0] ?? null;
  return {
    kind: kindOf(isLink(data), worst, decide.length > 0),
    level: !worst ? "none" : isCommon(worst.rule) || decide.length === 0 ? "usual" : worst.severity,
    worst,
    setting: worst ? settingOf(data, worst) : "",
    decide: decide.map(nameOf),
    minor: minor.map(nameOf),
    defaults: defaultsOf(rows),
  };
}

function kindOf(opensPage: boolean, worst: Finding | null, isToDecide: boolean): Verdict["kind"] {
  if (!worst) return opensPage ? "link" : "defaults";
  if (worst.severity === "critical") return "controls";
  return isToDecide ? "decide" : "minor";
}

const needsDecision = ({ severity }: Finding): boolean => isAtLeast(severity, "medium");

/** The first finding of each setting. A hook is one setting, however much there is to say about its command. */
function onePerSetting(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const path = finding.pointer.split("/");
    const setting = path[1] === "exec_config" ? path.slice(0, 3).join("/") : finding.pointer;
    if (!seen.has(setting)) seen.set(setting, finding);
  }
  return [...seen.values()];
}

function nameOf({ rule }: Finding): string {
  if (!isRuleId(rule)) return rule;
  return words.verdict.inSentence(wordsOf(rule).short ?? wordsOf(rule).title);
}

/** A setting as short as it can be named: the property, and the item or member that the finding is about. */
function settingOf(data: JsonObject, { path, pointer }: Finding): string {
  const steps = fromPointer(pointer);
  const [top, property, member] = steps;
  if (top !== "run_config" || property === undefined)
    return path === "(combination)" ? steps.join(".") : path;
  const value = valueAt(data, steps);
  const item = typeof value === "string" ? value : member && !/^\d+$/.test(member) ? member : "";
  return item ? `${property}: ${item.length > 60 ? `${item.slice(0, 58)}…` : item}` : property;
}

/** The defaults whose rows are empty. */
function defaultsOf(rows: readonly AccessRow[]): string[] {
  const isEmpty = (area: string): boolean =>
    rows.some((row) => row.area === area && row.settings.length + row.findings.length === 0);
  const held = (names: object): string[] =>
    Object.entries(names).flatMap(([area, name]) => (isEmpty(area) ? [String(name)] : []));
  const host = held(words.holdsOfHost);
  return [...held(words.holds), ...(host.length > 0 ? [words.noneOfHost(host)] : [])];
}
