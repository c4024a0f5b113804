import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { examplesNote } from "../../report/text.ts";
import { parseExampleMarks, dropUneditedExamples } from "./examples.ts";
import { readContent } from "./content.ts";

const sha = (digit: string): string => digit.repeat(40);
const marks = { Chromium: sha("a"), Blender: sha("b") };
const source = (folder: string, digit: string, bytes: Uint8Array | null = new Uint8Array(1)) => ({
  folder,
  sha: sha(digit),
  bytes,
});
const folders = (sources: { folder: string }[]): string[] => sources.map(({ folder }) => folder);

test("examples alone are published", () => {
  const { kept, aside } = dropUneditedExamples([source("Blender", "b"), source("Chromium", "a")], marks);
  expect([folders(kept), aside]).toEqual([["Blender", "Chromium"], []]);
});

test("the first workspace of one's own sends them away", () => {
  const { kept, aside } = dropUneditedExamples(
    [source("Blender", "b"), source("Chromium", "a"), source("Mine", "c")],
    marks,
  );
  expect([folders(kept), aside]).toEqual([["Mine"], ["Blender", "Chromium"]]);
});

test("an edited example is one's own and stays", () => {
  const { kept, aside } = dropUneditedExamples([source("Blender", "b"), source("Chromium", "d")], marks);
  expect([folders(kept), aside]).toEqual([["Chromium"], ["Blender"]]);
});

test("a folder without workspace.json is no workspace and sends nothing away", () => {
  const { kept, aside } = dropUneditedExamples(
    [source("Blender", "b"), source("pictures", "e", null)],
    marks,
  );
  expect([folders(kept), aside]).toEqual([["Blender", "pictures"], []]);
});

test("without marks, or with marks that nobody can read, nothing is set aside", () => {
  for (const text of [
    null,
    "",
    "[]",
    "null",
    "{",
    '{"Chromium": 1}',
    '{"Chromium": "short"}',
    '{"__proto__": {}}',
  ]) {
    expect(
      dropUneditedExamples([source("Chromium", "a"), source("Mine", "c")], parseExampleMarks(text)).aside,
      String(text),
    ).toEqual([]);
  }
});

test("the note names what is left out and how to keep it", () => {
  expect(examplesNote([])).toBeNull();
  expect(examplesNote(["Chromium"])).toContain("The example Chromium is left out");
  expect(examplesNote(["Blender", "Chromium"])).toContain("The 2 examples (Blender, Chromium) are left out");
});

test("the delivered marks fit the delivered examples", ({ skip }) => {
  const delivered = parseExampleMarks(readFileSync("workspaces/.examples.json", "utf8"));
  const { sources } = readContent("workspaces");
  if (
    sources.some(({ folder }) => !Object.hasOwn(delivered, folder)) ||
    sources.length < Object.keys(delivered).length
  )
    skip("this is a fork with content of its own");
  expect(
    Object.fromEntries(sources.map(({ folder, sha }) => [folder, sha])),
    "run: node scripts/dev/mark-examples.ts",
  ).toEqual(delivered);
});
