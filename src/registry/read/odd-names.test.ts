import { expect, test } from "vitest";
import { disk as words } from "../../strings/check.ts";
import type { SourceFile } from "../model/types.ts";
import { reportClashes, reportWithoutJson, unreadableName } from "./odd-names.ts";

type Reported = [code: string, file: string, args: Record<string, string>];
const reported = (of: (report: (...problem: Reported) => void) => void): Reported[] => {
  const found: Reported[] = [];
  of((...problem) => void found.push(problem));
  return found;
};
const file = (name: string, kind: SourceFile["kind"] = "file"): SourceFile => ({ name, kind }) as SourceFile;
const without = (...files: SourceFile[]): Reported[] =>
  reported((report) => reportWithoutJson("Editor", files, report as Parameters<typeof reportWithoutJson>[2]));

test.each([
  "workplace.json",
  "Workspace.JSON",
  "workspace.json.txt",
  "workspaces.json",
  "workspace.jsonc",
  "workpace-json",
  "package.yaml",
  "CONFIG.yml",
  "list.txt",
  "image.json5",
  "firefox.json",
])("takes %s for a misspelt workspace.json", (name) =>
  expect(without(file("a.png"), file(name))).toEqual([
    ["json-name-near-miss", `Editor/${name}`, { file: `"${name}"` }],
  ]),
);

test.each(["notes.txt", "my-workspace.txt", "json", "readme.md", "image.png", "a.json.bak"])(
  "takes %s for another file",
  (name) =>
    expect(without(file(name))).toEqual([
      ["folder-without-json", "Editor", { folder: '"Editor"', files: `"${name}"` }],
    ]),
);

test("names the first three files of a folder without workspace.json", () =>
  expect(without(...["a", "b", "c", "d"].map((name) => file(name)))).toEqual([
    ["folder-without-json", "Editor", { folder: '"Editor"', files: '"a", "b", "c" …' }],
  ]));

test("says that a folder holds only folders, also where one is named like a file", () =>
  expect(without(file("list.json", "directory"))).toEqual([
    ["folder-without-json", "Editor", { folder: '"Editor"', files: words.foldersOnly }],
  ]));

test("says nothing of an empty folder", () => expect(without()).toEqual([]));

test("reports a folder that is named workspace.json, and nothing else of it", () => {
  expect(without(file("workspace.json", "directory"), file("list.json"))).toEqual([
    [
      "not-a-regular-file",
      "Editor/workspace.json",
      { name: '"Editor/workspace.json"', kind: words.kinds.folder },
    ],
  ]);
  expect(without(file("workspace.json", "file"))).toEqual([]);
});

test("reports the second of two folders that a Mac or Windows takes for one", () =>
  expect(
    reported((report) =>
      reportClashes(["Caf\u00e9", "Other", "cafe\u0301"], report as Parameters<typeof reportClashes>[1]),
    ),
  ).toEqual([["folder-name-clash", "cafe\u0301", { folder: '"cafe\u0301"', other: '"Caf\u00e9"' }]]));

test("suggests a readable name for one that is no UTF-8", () => {
  const { name, cause, suggestion } = unreadableName("Caf\ufffd");
  expect(name).toBe('"Caf\ufffd"');
  expect(cause).not.toBe("");
  expect(suggestion).toBe('"caf"');
});
