import { expect, test } from "vitest";
import { importReport as words } from "../../strings/tools.ts";
import type { ImportReport } from "./import-registry.ts";
import { reportImport } from "./report.ts";

const report = (change: Partial<ImportReport> = {}): string[] =>
  reportImport(
    {
      taken: [{ branch: "1.0", folders: ["A", "B"] }],
      registry: {},
      corrections: [],
      notes: [],
      redirects: 0,
      files: 5,
      ...change,
    },
    "source",
    "workspaces",
  ).split("\n");
const imported = (workspaces: number): string =>
  words.imported({ workspaces, files: 5, from: "source", to: "workspaces" });

test("says what was imported, and that nothing is set", () =>
  expect(report()).toEqual([imported(2), "", "registry.json:", `  ${words.nothingSet}`, ""]));

test("shows no login of an address", () => {
  const lines = report({
    corrections: ['icon was "https://me:secret@a.example/i.png", which is no address'],
    notes: ['icon was "me:secret@a.example/i.png"'],
  });
  expect(lines.join("\n")).not.toContain("secret");
  expect(lines).toContain('  - icon was "https://…@a.example/i.png", which is no address');
});

test("says what came from which branch", () => {
  const lines = (folders: string[]) =>
    report({
      taken: [
        { branch: "1.1", folders: ["A"] },
        { branch: "1.0", folders },
      ],
    });
  const branches = (secondCount: number, secondFolders: string): string =>
    `  ${words.branches({ first: "1.1", firstCount: 1, second: "1.0", secondCount, secondFolders })}`;
  const eight = ["a", "b", "c", "d", "e", "f", "g", "h"];
  expect(lines(["B", "C"]).slice(0, 3)).toEqual([imported(3), branches(2, "B, C"), ""]);
  expect(lines(eight)[1]).toBe(branches(8, eight.join(", ")));
  expect(lines([...eight, "i"])[1]).toBe(branches(9, `${eight.join(", ")}, …`));
});

test("lists settings, corrections, notes and redirects below each other", () =>
  expect(
    report({
      registry: { name: "Lab", url: "https://a.example/" },
      corrections: ["a.", "b."],
      notes: ["c."],
      redirects: 2,
    }),
  ).toEqual([
    imported(2),
    "",
    "registry.json:",
    "  name: Lab",
    "  url: https://a.example/",
    "",
    words.corrected,
    "  - a.",
    "  - b.",
    "",
    words.notes,
    "  - c.",
    "",
    words.redirects(2),
    "",
  ]));
