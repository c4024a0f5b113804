import { join } from "node:path";
import { expect, test } from "vitest";
import { load, problemsOf } from "../../../tests/support/content-folder.ts";
import { temporaryFolder, workspaceFolder, writeFiles } from "../../../tests/support/run.ts";
import { messageOf } from "../../registry/model/text.ts";
import { readContent } from "../../registry/read/content.ts";
import { wordsOf } from "../../review/catalogue/rules.ts";
import { listDiff as words } from "../../strings/tools.ts";
import { diffLists } from "./list-diff.ts";
import { findingAnnotations, gateText } from "./report-findings.ts";
import { diffMarkdown } from "./report-markdown.ts";

type Files = Record<string, string | Uint8Array | object>;

const folder = temporaryFolder();
let counter = 0;
const write = (files: Files): string => {
  const root = join(folder, String(counter++));
  writeFiles(root, { ".keep": "", ...files });
  return root;
};

interface Report {
  annotations: string[];
  summary: string;
  failure: string | null;
}

/** Checks a pull request that makes `after` of `before`. */
function check(before: Files, after: Files): Report {
  const diff = diffLists(load(write(before)), load(write(after)));
  return {
    annotations: findingAnnotations(diff, "workspaces"),
    summary: diffMarkdown(diff, "workspaces"),
    failure: gateText(diff, "workspaces"),
  };
}

const privileged = { run_config: { privileged: true } };
const editor = workspaceFolder("Editor");
const openEditor = workspaceFolder("Editor", privileged);
const gate = (failOn: unknown): Files => ({ "registry.json": { fail_on: failOn } });
const moved = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [path.replace(/^[^/]*/, name), file]));

test("warns at the line of a setting with a new finding", () => {
  const report = check(editor, openEditor);
  expect(report.failure).toBeNull();
  const [line, ...more] = report.annotations;
  expect(more).toEqual([]);
  const place = JSON.stringify(openEditor["Editor/workspace.json"], null, 2).split("\n");
  const number = place.findIndex((text) => text.includes("privileged")) + 1;
  expect(line).toMatch(
    new RegExp(
      `^::warning file=workspaces/Editor/workspace\\.json,line=${number},col=5,title=New finding \\(critical\\)%3A `,
    ),
  );
  expect(line).toContain(`::privileged: ${wordsOf("privileged-on").reason}`);
  expect(report.summary).toContain("### New security findings (1)\n");
  expect(report.summary).toContain(`* **critical**: ${wordsOf("privileged-on").title}, \`privileged\` in`);
  expect(report.summary).toContain("now “Privileged");
});

test("an old finding is none, also in a workspace that changes or moves, at the strictest gate", () => {
  const base = { ...openEditor, ...gate("low") };
  const edited = workspaceFolder("Editor", { ...privileged, description: "Another one." });
  for (const head of [openEditor, edited, moved(openEditor, "Text Editor"), moved(edited, "Text Editor")]) {
    const report = check(base, { ...head, ...gate("low") });
    expect([report.annotations, report.failure]).toEqual([[], null]);
    expect(report.summary).not.toContain("New security findings");
  }
});

test("says that a workspace moved, and finds what is new in it", () => {
  const report = check(editor, moved(openEditor, "Text Editor"));
  expect(report.summary).toContain("### Moved or renamed (1)\n");
  expect(report.summary).toContain("#### `Editor moved from editor to text-editor`\n\n* `now “Privileged");
  expect(report.summary).not.toMatch(/### (New|Gone) \(/);
  expect(report.annotations).toHaveLength(1);
  const quiet = check(editor, moved(editor, "Text Editor"));
  expect(quiet.summary).toContain("* `Editor moved from editor to text-editor`: ");
});

test("a copy beside the old folder is new, and so is another image in a new folder", () => {
  const copy = check(openEditor, { ...openEditor, ...moved(openEditor, "Copy") });
  expect(copy.annotations).toHaveLength(1);
  const other = check(openEditor, workspaceFolder("Other", privileged));
  expect(other.annotations).toHaveLength(1);
  expect(other.summary).toContain("### New (1)");
  expect(other.summary).toContain("### Gone (1)");
});

test("a finding in a new workspace is new; low ones are no annotation", () => {
  const low = workspaceFolder("Low", { run_config: { dns: ["1.1.1.1"] } });
  expect(check(editor, { ...editor, ...low }).annotations).toEqual([]);
  const report = check(editor, { ...editor, ...workspaceFolder("New", privileged) });
  expect(report.annotations).toEqual([
    expect.stringMatching(/^::warning file=workspaces\/New\/workspace\.json,line=\d+,/),
  ]);
});

test("shows ten of many as annotations, the worst first, and all in the summary", () => {
  const many = Object.assign(
    {},
    ...Array.from({ length: 14 }, (_, n) =>
      workspaceFolder(`W${n}`, { run_config: n === 13 ? { privileged: true } : { ipc_mode: "host" } }),
    ),
  ) as Files;
  const report = check(editor, { ...editor, ...many });
  expect(report.annotations).toHaveLength(10);
  expect(report.annotations[0]).toContain("W13/workspace.json");
  expect(report.summary).toContain("### New security findings (14)");
  expect(report.summary).toContain("4 of these findings are only listed here");
  expect(report.summary.match(/^\* \*\*/gm)).toHaveLength(14);
  const gated = check({ ...editor, ...gate("critical") }, { ...editor, ...many, ...gate("critical") });
  expect(gated.annotations.map((line) => line.slice(0, 5))).toEqual(["::err", ...Array(10).fill("::war")]);
});

test.each(["critical", "high", "low"])("fail_on %s: privileged is refused", (failOn) => {
  const report = check({ ...editor, ...gate(failOn) }, { ...openEditor, ...gate(failOn) });
  expect(report.annotations).toEqual([
    expect.stringMatching(/^::error file=workspaces\/Editor\/workspace\.json,line=\d+,/),
  ]);
  expect(report.failure).toMatch(/^workspaces\/Editor\/workspace\.json:\d+:5 {2}critical {2}privileged: /);
  expect(report.failure).toContain(`workspaces/registry.json on the branch has "fail_on": "${failOn}"`);
  expect(report.failure).toContain("Remove the setting; or an owner of the repository raises");
  expect(report.failure).toContain("or merges regardless");
  expect(report.summary).toContain('has "fail_on"');
});

test.each([
  ["medium", { security_opt: ["seccomp=unconfined"] }, "medium", true],
  ["one above", { security_opt: ["seccomp=unconfined"] }, "high", false],
  ["high", { ipc_mode: "host" }, "high", true],
  ["one above", { ipc_mode: "host" }, "critical", false],
  ["low", { dns: ["1.1.1.1"] }, "low", true],
  ["one above", { dns: ["1.1.1.1"] }, "medium", false],
  ["no gate", { privileged: true }, undefined, false],
])("at %s", (_, run_config, failOn, isRefused) => {
  const report = check(
    { ...editor, ...gate(failOn) },
    { ...workspaceFolder("Editor", { run_config }), ...gate(failOn) },
  );
  expect(report.failure !== null).toBe(isRefused);
});

test("a pull request cannot lift its gate, and the summary shows that it tries", () => {
  const report = check({ ...editor, ...gate("high") }, openEditor);
  expect(report.failure).not.toBeNull();
  expect(report.summary).toContain('- fail_on: "high"');
  expect(check(editor, { ...openEditor, ...gate("high") }).failure).toBeNull();
  const warned = (base: unknown, head: unknown): boolean =>
    check({ ...editor, ...gate(base) }, { ...editor, ...gate(head) }).annotations.some((line) =>
      line.includes(words.loweredGate),
    );
  expect([warned("high", undefined), warned("high", "critical"), warned("medium", "high")]).toEqual([
    true,
    true,
    true,
  ]);
  expect([warned("high", "high"), warned("high", "low"), warned(undefined, undefined)]).toEqual([
    false,
    false,
    false,
  ]);
});

test("a bad value of fail_on is an error of check with its line, and a warning where the branch has it", () => {
  const bad = { ...editor, ...gate("hgih") };
  const registry = load(write(bad));
  expect(problemsOf(registry)).toEqual(["registry.json:2:14 not-allowed"]);
  expect(messageOf(registry.problems[0]!)).toMatch(
    /^fail_on is "hgih"\. Allowed are "critical", "high", "medium", "low"/,
  );
  const report = check(bad, { ...openEditor, ...gate("high") });
  expect(report.failure).toBeNull();
  expect(report.annotations.at(-1)).toMatch(
    /^::warning file=workspaces\/registry\.json::.*"fail_on" is not applied/,
  );
});

test("names an author chose start no command and stay in their place", () => {
  const volumes = { "/etc%0A::stop-commands::x\n::error::y": { bind: "/b", mode: "rw" } };
  const report = check(editor, {
    ...editor,
    ...moved(openEditor, "50%0A, b"),
    ...workspaceFolder("V", { name: "example/v:2", run_config: { volumes } }),
  });
  const lines = report.annotations.flatMap((line) => line.split("\n"));
  expect(lines.filter((line) => !line.startsWith("::warning file="))).toEqual([]);
  expect(lines[0]).toMatch(/^::warning file=workspaces\/50%250A%2C b\/workspace\.json,line=\d/);
  expect(lines.some((line) => line.includes("/etc%250A::stop-commands::x ::error::y"))).toBe(true);
});

test("examples that nobody edited are named as left out, not as gone", () => {
  const example = workspaceFolder("Sample");
  const place = join(folder, "example");
  writeFiles(place, example);
  const marks = { ".examples.json": { Sample: readContent(place).sources[0]!.sha } };
  const report = check({ ...example, ...marks }, { ...example, ...marks, ...editor });
  expect(report.summary).toContain("unedited examples");
  expect(report.summary).toContain("`Sample`");
  expect(report.summary).not.toContain("### Gone");
});
