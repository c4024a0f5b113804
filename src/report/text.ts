import { type Problem, severityOf } from "../registry/model/problem.ts";
import { report as words } from "../strings/check.ts";
import { messageOf, visible, withoutLogins } from "../registry/model/text.ts";
import type { Finding, Registry, Severity } from "../registry/model/types.ts";

/** Which findings the report shows. */
export interface TextOptions {
  /** Colours, for a terminal. */
  color?: boolean;
  /** Findings of which severity: medium and higher (the default), all, or none. */
  findings?: "medium" | "all" | "none";
}

/** Explains each code at an anchor of its name. */
export const problemsPage = "docs/problems.md";

const codes = { red: 31, yellow: 33, bold: 1, dim: 2, cyan: 36 } as const;
type Paint = (style: keyof typeof codes, text: string) => string;

const shownByDefault: ReadonlySet<Severity> = new Set(["medium", "high", "critical"]);

/** Problems grouped by file, findings grouped by workspace, a count at the end. Ends with a line break. */
export function reportText(
  registry: Registry,
  { color = false, findings: wanted = "medium" }: TextOptions = {},
): string {
  const paint: Paint = (style, text) => (color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
  const problems = [...Map.groupBy(registry.problems, ({ file }) => file)].map(([file, list]) =>
    [
      paint("bold", visible(file) || words.contentFolder),
      ...list.map((problem) => problemLine(problem, paint)),
    ].join("\n"),
  );
  const findings = registry.workspaces.flatMap(({ folder, findings: all }) => {
    const shown =
      wanted === "all"
        ? all
        : wanted === "none"
          ? []
          : all.filter(({ severity }) => shownByDefault.has(severity));
    return shown.length === 0
      ? []
      : [
          [
            `${paint("bold", visible(folder))} ${paint("dim", words.review)}`,
            ...shown.map((finding) => findingLine(finding, paint)),
          ].join("\n"),
        ];
  });
  const note = examplesNote(registry.aside);
  const notes = [
    ...(note ? [visible(note)] : []),
    ...(problems.length > 0 ? [words.codes(problemsPage)] : []),
  ];
  return `${[...problems, ...findings, ...notes, summaryLine(registry)].join("\n\n")}\n`;
}

/** "3 errors and 1 warning in 2 workspaces; 5 workspaces are valid". */
export function summaryLine({ problems, workspaces }: Pick<Registry, "problems" | "workspaces">): string {
  const { errors, warnings } = countProblems(problems);
  if (errors + warnings === 0) return words.noProblems(workspaces.length);
  const places = new Set(problems.map(({ file }) => file.split("/")[0])).size;
  return words.summary({ errors, warnings, places, workspaces: workspaces.length });
}

export function countProblems(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter((problem) => severityOf(problem) === "error").length;
  return { errors, warnings: problems.length - errors };
}

/** Characters of a printed line at most, where no word is longer. */
export const longestLine = 200;
const indent = "    ";

/** The line in as many as it takes, the second and later ones indented. */
function wrap(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > longestLine) {
    const before = rest.lastIndexOf(" ", longestLine);
    const end = before > indent.length ? before : rest.indexOf(" ", longestLine);
    if (end < 0) break;
    lines.push(rest.slice(0, end).trimEnd());
    rest = indent + rest.slice(end).trimStart();
  }
  return [...lines, rest].join("\n");
}

function problemLine(problem: Problem, paint: Paint): string {
  const severity = severityOf(problem);
  return wrap(
    `  ${problem.line}:${problem.column}  ${paint(severity === "error" ? "red" : "yellow", words[severity])}  ${messageOf(problem)}  ${paint("dim", problem.code)}`,
  );
}

function findingLine({ severity, path, reason, advice, rule }: Finding, paint: Paint): string {
  return wrap(
    `  ${paint(severity === "high" || severity === "critical" ? "red" : "cyan", words.severities[severity])}  ${visible(`${withoutLogins(path)}: ${reason} ${advice}`.replace(/\s+/g, " "))}  ${paint("dim", rule)}`,
  );
}

/** The note for people; null where nothing was set aside. */
export function examplesNote(aside: readonly string[]): string | null {
  return aside.length === 0 ? null : words.examples(aside);
}
