import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { disk as words } from "../../strings/check.ts";
import { names } from "../../strings/names.ts";
import { inListOrder, readContent } from "./content.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "content-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  [1000, []],
  [1001, ["file-too-large"]],
])("with %i files in a folder reports %j", (count, expected) => {
  mkdirSync(join(root, "Editor"));
  writeFileSync(join(root, "Editor", "workspace.json"), "{}");
  for (let i = 1; i < count; i++) writeFileSync(join(root, "Editor", `z${i}.txt`), "");
  expect(readContent(root).problems.map(({ code }) => code)).toEqual(expected);
});

const write = (path: string, text = "{}"): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const problems = (): string[] => readContent(root).problems.map(({ code, file }) => `${file} ${code}`);

test("says how many files are too many", () => {
  for (let i = 0; i <= 1000; i++) write(`Editor/z${i}.txt`, "");
  const [problem] = readContent(root).problems;
  expect(problem).toMatchObject({
    code: "file-too-large",
    file: "Editor",
    args: { name: '"Editor"', size: words.moreFiles(1000), limit: words.files(1000) },
  });
});

test("reads folders eight levels deep and reports the ninth", () => {
  write("Editor/workspace.json");
  write("Editor/1/2/3/4/5/6/7/8/a.txt");
  expect(problems()).toEqual([]);
  write("Editor/1/2/3/4/5/6/7/8/9/a.txt");
  expect(readContent(root).problems).toMatchObject([
    {
      code: "file-too-large",
      file: "Editor/1/2/3/4/5/6/7/8/9",
      args: { name: '"Editor/1/2/3/4/5/6/7/8/9"', size: words.deeper(8), limit: words.levels(8) },
    },
  ]);
});

test("lists folders in the order of the official template", () => {
  const names = ["WPS Office", "b", "WPS Office Chinese", "A", "a"];
  expect(names.toSorted(inListOrder)).toEqual(["a", "A", "b", "WPS Office Chinese", "WPS Office"]);
  expect(inListOrder("a", "a")).toBe(0);
  // Names that the collation takes for equal have an order all the same.
  expect([inListOrder("a\u0000", "a"), inListOrder("a", "a\u0000")]).toEqual([1, -1]);
});

test("reads what a registry is made of, each from its own file", () => {
  write("registry.json", '{"name": "A"}');
  write(".examples.json", '{"b": 1}');
  write("old-addresses.json", '{"c": 2}');
  write(".hidden/workspace.json");
  write("notes.txt", "");
  write("Editor/workspace.json", '{"d": 4}');
  write("Editor/ReadMe.md", "# Hi");
  write("Editor/sub/README.md", "# Not this");
  const content = readContent(root);
  expect(content.problems).toEqual([]);
  expect(new TextDecoder().decode(content.registryJson!)).toBe('{"name": "A"}');
  expect(content).toMatchObject({ examplesJson: '{"b": 1}', oldAddressesJson: '{"c": 2}' });
  expect(content.sources).toHaveLength(1);
  const { folder, slug, bytes, readme, files } = content.sources[0]!;
  expect([folder, slug, new TextDecoder().decode(bytes!), readme]).toEqual([
    "Editor",
    "editor",
    '{"d": 4}',
    "# Hi",
  ]);
  expect(files.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
    "ReadMe.md file",
    "sub directory",
    "workspace.json file",
  ]);
});

test("reads nothing of a folder that is not there", () => {
  expect(readContent(join(root, "gone"))).toMatchObject({
    sources: [],
    registryJson: null,
    examplesJson: null,
    oldAddressesJson: null,
    newestFile: 0,
    problems: [{ code: "no-content-folder", file: "", args: { folder: join(root, "gone") } }],
  });
});

test("names what stands in the wrong place or under a bad name", () => {
  write("Workspace.json");
  write("Editor/workspace.json");
  write("Editor/sub/workspace.json");
  write("Other/notes.txt", "");
  write("a:b/workspace.json");
  symlinkSync(join(root, "Editor"), join(root, "Link"));
  expect(problems().sort()).toEqual(
    [
      "Editor/sub/workspace.json stray-workspace",
      "Link not-a-regular-file",
      "Other folder-without-json",
      "Workspace.json stray-workspace",
      "a:b folder-name-unsafe",
    ].sort(),
  );
  expect(readContent(root).sources.map(({ folder }) => folder)).toEqual(["Editor", "Other"]);
});

test("says what stands in the wrong place, and what it may be called", () => {
  write("Workspace.json");
  write("Editor/workspace.json");
  write("Editor/sub/workspace.json");
  write("a:b/workspace.json");
  symlinkSync(join(root, "Editor"), join(root, "Link"));
  symlinkSync("nowhere", join(root, "old-addresses.json"));
  const about = Object.fromEntries(readContent(root).problems.map(({ file, args }) => [file, args]));
  expect(about).toEqual({
    "Workspace.json": { file: '"Workspace.json"' },
    "Editor/sub/workspace.json": { file: '"Editor/sub/workspace.json"' },
    "a:b": { name: '"a:b"', cause: names.windowsCharacter, suggestion: '"a-b"' },
    Link: { name: '"Link"', kind: words.kinds.link },
    "old-addresses.json": { name: '"old-addresses.json"', kind: words.kinds.link },
  });
});

test("leaves out an empty folder without a word", () => {
  mkdirSync(join(root, "Empty"));
  expect(readContent(root)).toMatchObject({ sources: [], problems: [] });
});

test("takes the time of the newest file", () => {
  write("registry.json");
  write("Editor/workspace.json");
  write("Editor/sub/a.txt", "");
  const at = (path: string, seconds: number): void => utimesSync(join(root, path), seconds, seconds);
  for (const path of ["registry.json", "Editor/workspace.json", "Editor/sub", "Editor"]) at(path, 1000);
  at("Editor/sub/a.txt", 2000.5);
  expect(readContent(root).newestFile).toBe(2_000_500);
  expect(readContent(root).sources[0]).toMatchObject({ modified: 2_000_500, created: 2_000_500 });
  at("registry.json", 3000);
  expect(readContent(root).newestFile).toBe(3_000_000);
});

test.runIf(process.platform === "linux")("two names that read the same are both mentioned", () => {
  const bytes = (name: string | number[]): Buffer =>
    Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name as string)]);
  mkdirSync(bytes([0x80]));
  writeFileSync(Buffer.concat([bytes([0x80]), Buffer.from("/a")]), "x");
  writeFileSync(bytes("\ufffd"), "x");
  expect(readContent(root).problems.map(({ code }) => code)).toContain("folder-name-unsafe");
});
