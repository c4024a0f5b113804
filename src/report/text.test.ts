import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../tests/support/content-folder.ts";
import { projectRoot } from "../../tests/support/run.ts";
import { problemCodes, type Problem } from "../registry/model/problem.ts";
import { ruleRows, wordsOf, type RuleId } from "../review/catalogue/rules.ts";
import { messageOf } from "../registry/model/text.ts";
import type { Finding, Registry, Severity } from "../registry/model/types.ts";
import { report as words } from "../strings/check.ts";
import { countProblems, examplesNote, longestLine, problemsPage, reportText, summaryLine } from "./text.ts";

const problem = (code: Problem["code"], file: string, line = 1): Problem => ({
  code,
  file,
  pointer: "",
  args: {},
  line,
  column: 2,
});
const error = (file: string, line?: number): Problem => problem("json-empty", file, line);
const warning = (file: string): Problem => problem("readme-key", file);
const finding = (severity: Severity): Finding =>
  ({
    severity,
    path: `run_config.${severity}`,
    reason: "It\n reaches.",
    advice: "Delete  it.",
    rule: "r",
  }) as unknown as Finding;
const registryOf = (problems: Problem[], severities: Severity[] = [], aside: string[] = []): Registry =>
  ({
    problems,
    workspaces: severities.length === 0 ? [] : [{ folder: "Editor", findings: severities.map(finding) }],
    aside,
  }) as unknown as Registry;

test("groups problems by file and ends with the count", () => {
  const [a, b, c] = [error("A/x.json", 3), warning("B/README.md"), error("A/x.json", 9)] as const;
  const registry = registryOf([a, b, c]);
  expect(reportText(registry)).toBe(
    `A/x.json
  3:2  ${words.error}  ${messageOf(a)}  json-empty
  9:2  ${words.error}  ${messageOf(c)}  json-empty

B/README.md
  1:2  ${words.warning}  ${messageOf(b)}  readme-key

${words.codes(problemsPage)}

${words.summary({ errors: 2, warnings: 1, places: 2, workspaces: 0 })}
`,
  );
});

test("names the content folder when a problem is of no file", () => {
  expect(reportText(registryOf([error("")])).split("\n")[0]).toBe(words.contentFolder);
});

const severities: Severity[] = ["info", "low", "medium", "high", "critical"];
test.each([
  [undefined, ["medium", "high", "critical"]],
  ["medium", ["medium", "high", "critical"]],
  ["all", severities],
  ["none", []],
] as const)("with findings %j shows those of %j", (findings, shown) => {
  const text = reportText(registryOf([], severities), findings === undefined ? {} : { findings });
  const line = (severity: Severity): string =>
    `  ${words.severities[severity]}  run_config.${severity}: It reaches. Delete it.  r`;
  const group = [`Editor ${words.review}`, ...shown.map(line)].join("\n");
  expect(text).toBe(`${shown.length === 0 ? "" : `${group}\n\n`}${words.noProblems(1)}\n`);
});

test("colours only for a terminal", () => {
  const registry = registryOf([error("a"), warning("a")], severities);
  expect(reportText(registry)).not.toContain("\u001b");
  const text = reportText(registry, { color: true, findings: "all" });
  const painted = (code: number, inner: string): string => `\u001b[${code}m${inner}\u001b[0m`;
  expect(text).toContain(painted(1, "a"));
  expect(text).toContain(painted(31, words.error));
  expect(text).toContain(painted(33, words.warning));
  expect(text).toContain(painted(2, "json-empty"));
  expect(text).toContain(`${painted(1, "Editor")} ${painted(2, words.review)}`);
  for (const severity of severities)
    expect(text).toContain(
      painted(severity === "high" || severity === "critical" ? 31 : 36, words.severities[severity]),
    );
  expect(text).toContain(painted(2, "r"));
});

test("names the examples that are left out", () => {
  const note = examplesNote(["Chromium"])!;
  expect(note).toBe(words.examples(["Chromium"]));
  expect(reportText(registryOf([], [], ["Chromium"]))).toBe(`${note}\n\n${words.noProblems(0)}\n`);
  expect(examplesNote([])).toBeNull();
});

test("counts errors, warnings and the folders that have them", () => {
  const problems = [error("A/x.json"), warning("A/README.md"), warning("B/y.json")];
  expect(countProblems(problems)).toEqual({ errors: 1, warnings: 2 });
  expect(summaryLine(registryOf(problems))).toBe(
    words.summary({ errors: 1, warnings: 2, places: 2, workspaces: 0 }),
  );
  expect(summaryLine(registryOf([warning("A")]))).toBe(
    words.summary({ errors: 0, warnings: 1, places: 1, workspaces: 0 }),
  );
  expect(summaryLine(registryOf([]))).toBe(words.noProblems(0));
});

/** Each code with values as long as messages quote them, and with the words of each rule that it warns of. */
const longArguments = (): Problem[] => {
  const long = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => `"${String(name).padEnd(58, "x")}"`,
      ownKeys: () => ["key", "found", "name", "other", "cause", "cure", "files", "why"],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
  const ofRules = (Object.keys(ruleRows) as RuleId[]).flatMap((rule) => {
    const { warning: code } = ruleRows[rule];
    return code
      ? [{ ...problem(code, "a"), args: { place: "run_config.x".repeat(4), ...wordsOf(rule) } }]
      : [];
  });
  return [...problemCodes.map((code) => ({ ...problem(code, "a"), args: { ...long } })), ...ofRules];
};

test("no line of the catalogue and of the fixtures is longer than the bound, and no word is lost", () => {
  const fixtures = join(projectRoot, "tests/fixtures/registries");
  const loaded = readdirSync(fixtures).map((name) => load(join(fixtures, name, "workspaces")));
  for (const registry of [registryOf(longArguments()), ...loaded]) {
    const text = reportText(registry, { findings: "all" });
    const long = text.split("\n").filter((line) => line.length > longestLine);
    expect(long).toEqual([]);
    const flat = text.replace(/\s+/g, " ");
    for (const one of registry.problems) expect(flat).toContain(messageOf(one));
  }
});

test("a word of the author's own that is longer than a line stays whole", () => {
  const name = "x".repeat(290);
  const text = reportText(registryOf([{ ...error("a"), code: "unreadable", args: { name, cause: "c" } }]));
  expect(text).toContain(`\n    ${name}\n    cannot be read`);
});
