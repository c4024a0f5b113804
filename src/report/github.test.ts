import { expect, test } from "vitest";
import type { Problem } from "../registry/model/problem.ts";
import { messageOf } from "../registry/model/text.ts";
import type { Registry } from "../registry/model/types.ts";
import { problemsAddress, reportGithub } from "./github.ts";
import { summaryLine } from "./text.ts";

const problem = (code: Problem["code"], file: string, args = {}): Problem => ({
  code,
  file,
  pointer: "",
  args,
  line: 3,
  column: 7,
});
const registryOf = (...problems: Problem[]): Registry =>
  ({ problems, workspaces: [] as unknown }) as Registry;

test("writes an annotation for each problem, then the summary", () => {
  const error = problem("json-empty", "Editor/workspace.json");
  const warning = problem("readme-key", "Editor/README.md", { key: "a", cause: "b", cure: "c" });
  const registry = registryOf(error, warning);
  expect(reportGithub(registry, "workspaces", null)).toBe(
    [
      `::error file=workspaces/Editor/workspace.json,line=3,col=7,title=json-empty::${messageOf(error)}`,
      `::warning file=workspaces/Editor/README.md,line=3,col=7,title=readme-key::${messageOf(warning)}`,
      summaryLine(registry),
      "",
    ].join("\n"),
  );
});

test.each([
  ["workspaces", "", "workspaces"],
  ["", "a.json", "a.json"],
  ["", "a:b, 50%.json", "a%3Ab%2C 50%25.json"],
])("below %j names the file %j as %j", (prefix, file, named) =>
  expect(reportGithub(registryOf(problem("json-empty", file)), prefix)).toContain(`file=${named},line`),
);

test("keeps a message in its line when it holds what ends one", () => {
  const text = reportGithub(
    registryOf(problem("readme-key", "a", { key: "100%\r\n::error::x", cause: "b", cure: "c" })),
    "",
  );
  expect(text.split("\n")).toHaveLength(3);
  expect(text).toContain("100%25");
  expect(text).not.toMatch(/\r/);
});

test("links each code to its section in the repository of the workflow", () => {
  const page = problemsAddress({
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "lab/registry",
  });
  expect(page).toBe("https://github.example/lab/registry/blob/HEAD/docs/problems.md");
  const one = problem("json-empty", "a");
  expect(reportGithub(registryOf(one), "", page)).toContain(`::${messageOf(one)} ${page}#json-empty\n`);
  expect(problemsAddress({ GITHUB_REPOSITORY: "lab/registry" })).toBeNull();
});
