import { expect, test } from "vitest";
import { sound } from "../registry/check/workspace.fixture.ts";
import type { Registry } from "../registry/model/types.ts";
import { workspacePages } from "./workspace-page.ts";

const rows = [
  ["a", "one/app", ["Office", "Games"]],
  ["b", "two/app", ["Office"]],
  ["c", "one/other:1", ["Office"]],
  ["d", "ghcr.io/one/app", ["Games", "Office"]],
  ["e", "one/app", ["Games"]],
  ["f", "one/app", []],
] as const;

const workspaces = rows.map(([slug, name, categories]) => ({
  schema: "1.0",
  slug,
  folder: slug,
  data: { ...sound, friendly_name: slug, name, categories: [...categories] },
  entries: [],
  files: [],
  icon: { file: {} },
  flags: [],
  findings: slug < "c" ? [{ rule: "rule", severity: "low" }] : [],
  created: 0,
  modified: 0,
}));
const pages = workspacePages({
  workspaces,
  invalid: [],
  identity: { lang: "en" },
  log: { commits: [], shallow: false },
  images: new Map(),
} as unknown as Registry);

test("categories stay in their author's order", () => {
  expect(pages.map(({ categories }) => categories.map(({ name }) => name))).toEqual(
    rows.map(([, , categories]) => categories),
  );
});

test("similar ones are of the first category, those of the same publisher first", () => {
  expect(pages.map(({ similar }) => similar.map(({ slug }) => slug))).toEqual([
    ["c", "b", "d"],
    ["c", "d", "a"],
    ["a", "d", "b"],
    ["e", "a"],
    ["a", "d"],
    [],
  ]);
});

test("counts the workspaces with each rule", () => {
  expect(pages[0]!.ruleCounts).toEqual(new Map([["rule", 2]]));
});
