import { lstatSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { type Problem, problemCodes, severityOf } from "../../../src/registry/model/problem.ts";
import { messageOf } from "../../../src/registry/model/text.ts";
import { isNameless, type Invariant } from "./outcome.ts";

const codes: ReadonlySet<string> = new Set(problemCodes);

/** Characters that a terminal or log might act upon: controls, line separators, marks that turn the direction, halves of characters. */
export const speaksToTerminals = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/** Characters of one message at most. */
const longest = 3000;

/** Every problem has a known code, a place that exists, and one line of text; none of them says that the program itself failed. */
export const soundProblems: Invariant = function* ({ root, registry }) {
  for (const problem of registry.problems) {
    const at = `${problem.code} of ${JSON.stringify(problem.file)}:${problem.line}:${problem.column}`;
    if (!codes.has(problem.code)) {
      yield `${at} is no known problem`;
      continue;
    }
    const message = messageOf(problem);
    if (problem.code === "rule-failed" || problem.code === "list-invalid") yield `${at}: ${message}`;
    if (message.trim() === "" || message.length > longest)
      yield `${at} has a message of ${message.length} characters`;
    if (speaksToTerminals.test(message))
      yield `${at} has a message that speaks to terminals: ${JSON.stringify(message)}`;
    if (problem.pointer !== "" && !problem.pointer.startsWith("/"))
      yield `${at} has the pointer ${JSON.stringify(problem.pointer)}`;
    yield* placeFaults(root, problem, at);
  }
};

function* placeFaults(root: string, { file, line, column }: Problem, at: string): Iterable<string> {
  if (isAbsolute(file) || file.split("/").includes("..")) return yield `${at} is outside the content folder`;
  if (!Number.isInteger(line) || !Number.isInteger(column) || line < 1 || column < 1)
    return yield `${at} is no place`;
  if (isNameless(file)) return;
  const stats = lstatSync(join(root, file), { throwIfNoEntry: false });
  if (!stats) return yield `${at} does not exist`;
  if (line === 1 && column === 1) return;
  if (!stats.isFile()) return yield `${at} is no file and has no lines`;
  const lines = readFileSync(join(root, file), "utf8").split(/\r\n|\n|\r/);
  if (line > lines.length) yield `${at} is behind the ${lines.length} lines of the file`;
  else if (column > lines[line - 1]!.length + 1)
    yield `${at} is behind the ${lines[line - 1]!.length} characters of the line`;
}

/** The three reports say the same: how many errors and warnings, and nothing but text. */
export const soundReports: Invariant = function* ({ registry, text, json, github }) {
  const errors = registry.problems.filter((problem) => severityOf(problem) === "error").length;
  const warnings = registry.problems.length - errors;
  const parsed = JSON.parse(json) as {
    problems: { severity: string }[];
    workspaces: unknown[];
    summary: { errors: number; warnings: number; workspaces: number };
  };
  const { summary } = parsed;
  if (
    summary.errors !== errors ||
    summary.warnings !== warnings ||
    summary.workspaces !== registry.workspaces.length
  )
    yield `the JSON report counts ${JSON.stringify(summary)}, not ${errors} errors and ${warnings} warnings`;
  if (parsed.problems.length !== errors + warnings || parsed.workspaces.length !== registry.workspaces.length)
    yield "the JSON report leaves something out";
  const lines = github.split("\n").slice(0, -2);
  if (lines.length !== errors + warnings)
    yield `the annotations are ${lines.length} lines for ${errors + warnings} problems`;
  if (lines.filter((line) => line.startsWith("::error ")).length !== errors)
    yield "the annotations have another number of errors";
  for (const line of lines)
    if (!/^::(error|warning) file=[^\s,:][^,:]*,line=\d+,col=\d+,title=[a-z0-9-]+::\S/.test(line))
      yield `the annotation is not understood: ${JSON.stringify(line)}`;
  if ((errors === 0) === /\b\d+ errors?\b/.test(text.trimEnd().split("\n").at(-1)!))
    yield `the text report ends with ${JSON.stringify(text.trimEnd().split("\n").at(-1))} for ${errors} errors`;
  for (const [name, report] of Object.entries({ text, json, github })) {
    const line = report.split("\n").find((candidate) => speaksToTerminals.test(candidate));
    if (line !== undefined)
      yield `the ${name} report speaks to terminals: ${JSON.stringify(line.slice(0, 300))}`;
  }
};
