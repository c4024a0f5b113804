import { abridge, visible, withoutLogins } from "../../registry/model/text.ts";
import { annotation } from "../../report/github.ts";
import { isRuleId, wordsOf } from "../../review/catalogue/rules.ts";
import { report as checkWords } from "../../strings/check.ts";
import { listDiff as words } from "../../strings/tools.ts";
import type { ListDiff } from "./list-diff.ts";
import { atLeast, type NewFinding } from "./new-findings.ts";

/** Annotations of a kind that GitHub shows for a step; it drops the rest. */
const mostAnnotations = 10;
/** Characters of a path at most: it may hold the name of a folder of the host. */
const longestPath = 120;

/** New findings that are worth a look: those that fail the gate, and those of medium or more. */
function splitFindings({ findings, gate }: ListDiff): { failing: NewFinding[]; others: NewFinding[] } {
  const failing = atLeast(findings, gate.failOn);
  return { failing, others: atLeast(findings, "medium").filter((found) => !failing.includes(found)) };
}

/** The findings that `fail_on` refuses. */
export const failingFindings = (diff: ListDiff): NewFinding[] => splitFindings(diff).failing;

/** Workflow annotations at the lines of the settings, as many as GitHub shows. */
export function findingAnnotations(diff: ListDiff, prefix: string): string[] {
  const { failing, others } = splitFindings(diff);
  const { failOn, isBroken, isLowered } = diff.gate;
  const settings = fileOf({ file: "registry.json" }, prefix);
  const annotate = (level: "error" | "warning", found: readonly NewFinding[], end: string): string[] =>
    found.slice(0, mostAnnotations).map((one) =>
      annotation(level, fileOf(one, prefix), `${sentenceOf(one)}${end}`, {
        line: one.line,
        col: one.column,
        title: words.findingTitle(headOf(one)),
      }),
    );
  return [
    ...annotate("error", failing, failOn === null ? "" : ` ${words.refused({ failOn, settings })}`),
    ...annotate("warning", others, ""),
    ...(isBroken ? [annotation("warning", settings, words.brokenGate)] : []),
    ...(isLowered ? [annotation("warning", settings, words.loweredGate)] : []),
  ];
}

/** The list of all new findings for the summary, the worst first; `code` keeps an author's text in its place. */
export function findingLines(
  diff: ListDiff,
  { prefix, code }: { prefix: string; code: (text: string) => string },
): string[] {
  const { failing, others } = splitFindings(diff);
  const all = [...failing, ...others];
  if (all.length === 0) return [];
  const hidden = [failing, others].reduce(
    (sum, { length }) => sum + Math.max(0, length - mostAnnotations),
    0,
  );
  return [
    `### ${words.newFindings(all.length)}`,
    "",
    ...(failing.length > 0 ? [words.gated(gateOf(diff, failing, prefix)), ""] : []),
    ...all.map((one) => {
      const { title, severity } = headOf(one);
      return `* **${severity}**: ${title}, ${code(pathOf(one))} in ${code(placeOf(one, prefix))}`;
    }),
    "",
    ...(hidden > 0 ? [words.notAnnotated(hidden), ""] : []),
  ];
}

/** Why the check fails: a line for each finding, then the setting and both cures; null where it does not. */
export function gateText(diff: ListDiff, prefix: string): string | null {
  const failing = failingFindings(diff);
  if (failing.length === 0) return null;
  const lines = failing.map((one) => `${placeOf(one, prefix)}  ${headOf(one).severity}  ${sentenceOf(one)}`);
  return `${[...lines, "", words.gated(gateOf(diff, failing, prefix))].join("\n")}\n`;
}

const gateOf = ({ gate }: ListDiff, { length }: readonly NewFinding[], prefix: string) => ({
  findings: length,
  failOn: gate.failOn ?? "",
  settings: fileOf({ file: "registry.json" }, prefix),
});

const fileOf = ({ file }: Pick<NewFinding, "file">, prefix: string): string =>
  visible([prefix, file].filter(Boolean).join("/"));

const placeOf = (found: NewFinding, prefix: string): string =>
  `${fileOf(found, prefix)}:${found.line}:${found.column}`;

const pathOf = ({ finding }: NewFinding): string => abridge(withoutLogins(finding.path), longestPath);

function headOf({ finding: { rule, severity } }: NewFinding): { severity: string; title: string } {
  return { severity: checkWords.severities[severity], title: isRuleId(rule) ? wordsOf(rule).title : rule };
}

/** The place of the setting, why it matters and what to do, in a line. */
const sentenceOf = (found: NewFinding): string =>
  visible(`${pathOf(found)}: ${found.finding.reason} ${found.finding.advice}`.replace(/\s+/g, " "));
