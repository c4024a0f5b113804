import { expect, test } from "vitest";
import type { Problem } from "../registry/model/problem.ts";
import type { Registry } from "../registry/model/types.ts";
import { reportJson } from "./json.ts";

test("names from strangers cannot speak to a terminal, and say the same after parsing", () => {
  const names = ["a\u009b31mb", "\u202egnp.x", "tab\tline\n", "\u2028", "tag \u{e0041}", "中文 🙂"];
  const problems = names.map((file): Problem => ({
    code: "folder-name-unsafe",
    file,
    pointer: "",
    args: {},
    line: 1,
    column: 1,
  }));
  const text = reportJson({ problems, workspaces: [] as Registry["workspaces"] } as Registry);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text).toContain("中文 🙂");
  expect((JSON.parse(text) as { problems: Problem[] }).problems.map(({ file }) => file)).toEqual(names);
});
