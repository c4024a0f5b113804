import { expect, test } from "vitest";
import { planUpgrade, type State } from "./plan.ts";
import { zoneOf } from "./zones.ts";

/** Files by path; the text stands for the content's id, "x:" in front for an executable. */
const state = (files: Record<string, string>): State =>
  new Map(
    Object.entries(files).map(([path, object]) => [path, { object, executable: object.startsWith("x:") }]),
  );
const plan = (
  base: Record<string, string>,
  release: Record<string, string>,
  fork: Record<string, string>,
): string[] => planUpgrade(state(base), state(release), state(fork)).map((step) => `${step.do} ${step.path}`);

test("every combination of base, release and fork", () => {
  const path = "src/a.ts";
  const rows: [base: string | null, release: string | null, fork: string | null, expected: string][] = [
    ["1", "1", "1", ""],
    ["1", "2", "1", "update"],
    ["1", "2", "2", ""],
    ["1", "1", "mine", ""],
    ["1", "2", "mine", "merge"],
    ["1", null, "1", "delete"],
    ["1", null, "mine", "keep"],
    ["1", null, null, ""],
    ["1", "1", null, ""],
    ["1", "2", null, "keep"],
    [null, "2", null, "add"],
    [null, "2", "2", ""],
    [null, "2", "mine", "merge"],
    [null, null, "mine", ""],
    ["1", "x:1", "1", "update"],
  ];
  const one = (text: string | null): Record<string, string> => (text === null ? {} : { [path]: text });
  for (const [base, release, fork, expected] of rows)
    expect(plan(one(base), one(release), one(fork)), `${base} ${release} ${fork}`).toEqual(
      expected === "" ? [] : [`${expected} ${path}`],
    );
});

test("content is never touched, theme only while it is the release's", () => {
  const content = ["workspaces/Chromium/workspace.json", "public/logo.svg", "README.md"];
  for (const path of content) expect(plan({ [path]: "1" }, { [path]: "2" }, { [path]: "1" })).toEqual([]);
  expect(plan({}, { "workspaces/New/workspace.json": "1" }, {})).toEqual([]);
  expect(
    plan(
      { "src/styles/tokens.css": "1" },
      { "src/styles/tokens.css": "2" },
      { "src/styles/tokens.css": "1" },
    ),
  ).toEqual(["update src/styles/tokens.css"]);
  expect(
    plan(
      { "src/styles/tokens.css": "1" },
      { "src/styles/tokens.css": "2" },
      { "src/styles/tokens.css": "mine" },
    ),
  ).toEqual(["keep src/styles/tokens.css"]);
  expect(
    ["src/strings/en/site.ts", "src/strings/en/builder.ts", "src/styles/tokens.css", "LICENSE"].map(zoneOf),
  ).toEqual(["theme", "theme", "theme", "theme"]);
  expect(
    ["docs/README.md", "src/public/x", ".github/workflows/check.yml", "package.json"].map(zoneOf),
  ).toEqual(["engine", "engine", "engine", "engine"]);
});
