import { expect, test } from "vitest";
import type { Workspace } from "../model/types.ts";
import { overdueDeprecations } from "./overdue.ts";

const workspace = (since: string | null): Workspace =>
  ({
    folder: "Old",
    files: [{ name: "readme.MD" }],
    readme: "---\nlicense: MIT\ndeprecated: …\n---\n",
    deprecated: since === null ? null : { since, because: "", replacedBy: "" },
  }) as Workspace;
const codesAt = (day: string, since: string | null): string[] =>
  overdueDeprecations([workspace(since)], Date.parse(day)).map(
    ({ code, file, line }) => `${file}:${line} ${code}`,
  );

test("warns after a year, at the line of the deprecation", () => {
  expect(codesAt("2026-11-29", "2025-11-29")).toEqual([]);
  expect(codesAt("2026-11-30", "2025-11-29")).toEqual(["Old/readme.MD:3 deprecated-too-long"]);
  expect(codesAt("2026-11-30", "")).toEqual([]);
  expect(codesAt("2026-11-30", null)).toEqual([]);
});
