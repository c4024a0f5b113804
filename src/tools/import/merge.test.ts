import { expect, test } from "vitest";
import { importMerge as words, importSource as source } from "../../strings/tools.ts";
import { foldersOf, mergeTrees, workspaceJson, type Merged } from "./merge.ts";
import type { Tree, TreeFile } from "./tree.ts";

const file = (path: string, text = ""): TreeFile => ({
  path,
  bytes: new TextEncoder().encode(text),
  executable: false,
});
const tree = (name: string, workspaces: Record<string, object | string>, skipped: string[] = []): Tree => ({
  name,
  files: Object.entries(workspaces).map(([folder, data]) =>
    file(`workspaces/${folder}/workspace.json`, typeof data === "string" ? data : JSON.stringify(data)),
  ),
  skipped,
});
const old = (change: object = {}) => ({
  friendly_name: "Editor",
  name: "a:1",
  uncompressed_size_mb: 7,
  compatibility: ["1.14.x", "1.13.x"],
  ...change,
});
const entry = (version: string) => ({ version, image: "a:2", uncompressed_size_mb: 9 });
const recent = (change: object = {}) => ({
  friendly_name: "Editor",
  compatibility: [entry("1.17.x")],
  ...change,
});
const merge = (
  newer: object | string,
  older: object | string,
  mergeVersions = true,
  folder = "Editor",
): Merged => mergeTrees([tree("1.1", { Editor: newer }), tree("1.0", { [folder]: older })], mergeVersions);
const textOf = (merged: Merged): string => new TextDecoder().decode(merged.files[0]!.bytes);
const ofBranch = { name: "Editor", branch: "1.0", versions: "1.13.x, 1.14.x" };

test("adds the versions of the older branch with its image and size when that is wanted", () => {
  const merged = merge(recent(), old());
  expect(JSON.parse(textOf(merged)).compatibility).toEqual([
    entry("1.17.x"),
    { version: "1.14.x", image: "a:1", uncompressed_size_mb: 7 },
    { version: "1.13.x", image: "a:1", uncompressed_size_mb: 7 },
  ]);
  expect(merged.notes).toEqual([words.versionsAdded({ ...ofBranch, image: "a:1" })]);
});

test("says which versions only the older branch has when they are not merged", () => {
  const merged = merge(recent(), old(), false);
  expect(textOf(merged)).toBe(JSON.stringify(recent()));
  expect(merged.notes).toEqual([words.olderVersions({ ...ofBranch, canMerge: true })]);
});

test.each([
  ["the older one has no image", recent(), old({ name: undefined })],
  ["its image is no text", recent(), old({ name: 1 })],
  ["its size is no whole number", recent(), old({ uncompressed_size_mb: 1.5 })],
  ["its size is a text", recent(), old({ uncompressed_size_mb: "7" })],
  ["the newer one has an entry of text", recent({ compatibility: ["1.17.x", entry("1.18.x")] }), old()],
])("adds nothing when %s", (_, newer, older) => {
  const merged = merge(newer, older);
  expect(textOf(merged)).toBe(JSON.stringify(newer));
  expect(merged.notes).toEqual([words.olderVersions({ ...ofBranch, canMerge: false })]);
});

test("adds versions without a size when the older branch has none", () => {
  expect(
    JSON.parse(textOf(merge(recent(), old({ uncompressed_size_mb: undefined })))).compatibility[1],
  ).toEqual({
    version: "1.14.x",
    image: "a:1",
  });
});

test.each([
  ["both name the same", recent({ compatibility: [entry("1.14.x"), entry("1.13.x")] }), old()],
  ["the newer one names them exactly", recent({ compatibility: [entry("1.14.0"), entry("1.13.1")] }), old()],
  [
    "they are written in another way",
    recent({ compatibility: [entry("1.14.x"), entry("1.13.x")] }),
    old({ compatibility: ["1.14", "v1.13", ""] }),
  ],
  ["the newer one has no list", recent({ compatibility: "1.17.x" }), old()],
  ["the newer one is broken", "{", old()],
  ["the older one is broken", recent(), "{"],
  ["the older one is no object", recent(), "[]"],
])("says nothing of versions when %s", (_, newer, older) => {
  const merged = merge(newer, older);
  expect(textOf(merged)).toBe(typeof newer === "string" ? newer : JSON.stringify(newer));
  expect(merged.notes).toEqual([]);
});

test.each([
  ["two spaces", (text: string) => text],
  ["four spaces", (text: string) => text.replace(/^ +/gm, "$&$&")],
  ["tabs", (text: string) => text.replace(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2))],
  ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
])("keeps %s", (_, write) => {
  const pretty = (data: object): string => write(JSON.stringify(data, null, 2));
  const merged = merge(pretty(recent()), old({ compatibility: ["1.14.x"] }));
  expect(textOf(merged)).toBe(
    pretty(
      recent({
        compatibility: [entry("1.17.x"), { version: "1.14.x", image: "a:1", uncompressed_size_mb: 7 }],
      }),
    ),
  );
});

test("takes a folder of another name for the same workspace when the names of both are the same", () => {
  const merged = merge(recent(), old({ friendly_name: " EDITOR " }), true, "Old Editor");
  expect([...merged.from]).toEqual([["Editor", "1.1"]]);
  expect([...merged.shownBy]).toEqual([["Old Editor", "Editor"]]);
  expect(merged.files).toHaveLength(1);
  expect(merged.notes).toEqual([
    words.sameWorkspace({ folder: "Old Editor", branch: "1.0", taken: "Editor", takenBranch: "1.1" }),
    words.versionsAdded({
      ...ofBranch,
      name: words.otherName({ folder: "Old Editor", taken: "Editor" }),
      image: "a:1",
    }),
  ]);
});

test("takes a folder in another case for the same workspace", () => {
  const merged = merge(recent({ friendly_name: "A" }), old({ friendly_name: "B" }), false, "editor");
  expect([...merged.shownBy]).toEqual([["editor", "Editor"]]);
});

test("keeps two workspaces of one branch apart, whatever they are called", () => {
  const merged = mergeTrees(
    [tree("1.1", { A: recent(), B: recent() }), tree("1.0", { C: old({ friendly_name: "" }), D: {} })],
    false,
  );
  expect([...merged.from]).toEqual([
    ["A", "1.1"],
    ["B", "1.1"],
    ["C", "1.0"],
    ["D", "1.0"],
  ]);
  expect(merged.notes).toEqual([]);
});

test("says what lies outside a workspace, but for what the template puts there", () => {
  const names = ["notes.txt", "README.md", ".gitkeep", ".DS_Store", "my-readme.md", "readme.md.bak"];
  const trees = [
    { name: "1.1", files: names.map((name) => file(`workspaces/${name}`)), skipped: ["a is a link."] },
  ];
  expect(mergeTrees(trees, false)).toMatchObject({
    files: [],
    notes: [
      "1.1: a is a link.",
      ...["notes.txt", "my-readme.md", "readme.md.bak"].map((name) => `1.1: ${source.outsideFolders(name)}`),
    ],
  });
});

test("reads the files of workspaces/ by folder", () => {
  const files = ["workspaces/A/x/y.txt", "CNAME", "workspaces/A/z", "my/workspaces/B/x", "workspaces/c"].map(
    (path) => file(path),
  );
  const folders = foldersOf({ name: "1.1", files, skipped: [] });
  expect([...folders].map(([folder, of]) => [folder, of.map(({ path }) => path)])).toEqual([
    ["A", ["A/x/y.txt", "A/z"]],
    ["", ["c"]],
  ]);
});

test("reads workspace.json of the folder itself only", () => {
  expect(workspaceJson([file("A/sub/workspace.json", "{}"), file("A/x-workspace.json", "{}")])).toBeNull();
  expect(workspaceJson([file("A/workspace.json", '{"a": 1}')])).toEqual({ a: 1 });
});

test("takes as many files as a source may have, in one folder and beside the folders", () => {
  const many = (folder: string): TreeFile[] =>
    Array.from({ length: 150_000 }, (_, place) => file(`workspaces/${folder}${place}`));
  const { files, notes } = mergeTrees(
    [{ name: "1.1", files: [...many("A/"), ...many("")], skipped: [] }],
    false,
  );
  expect([files.length, notes.length]).toEqual([150_000, 150_000]);
});
