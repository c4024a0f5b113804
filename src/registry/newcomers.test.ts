import { expect, test } from "vitest";
import { contentFolder, load } from "../../tests/support/content-folder.ts";
import { drawing, workspaceFolder } from "../../tests/support/run.ts";
import { newestKasm } from "./model/kasm-versions.ts";
import type { ProblemCode } from "./model/problem.ts";
import { messageOf } from "./model/text.ts";

type Files = Record<string, string | object>;
/** The edit that a message asks for: `text` is workspace.json, `said` what its cure says, between its last sentences. */
type Cure = (files: Files, message: string) => Files;

const json = "Editor/workspace.json";
const fields = (change: object = {}): Record<string, unknown> => ({
  ...(workspaceFolder("Editor")[json] as object),
  ...change,
});
const folderOf = (workspace: string | object): Files => ({ ...workspaceFolder("Editor"), [json]: workspace });
const textOf = (workspace: object = fields()): string => JSON.stringify(workspace, null, 2);
const without = (key: string): object =>
  Object.fromEntries(Object.entries(fields()).filter(([name]) => name !== key));

/** The first group of an expression in the message: what its cure says to write. */
const said = (message: string, expression: RegExp): string => {
  const [, found] = expression.exec(message) ?? [];
  if (found === undefined) throw new Error(`No cure in: ${message}`);
  return found;
};
const editText =
  (edit: (text: string) => string): Cure =>
  (files) => ({ ...files, [json]: edit(files[json] as string) });
/** Replaces the value of a key by the JSON that the message says to write. */
const write =
  (key: string): Cure =>
  (files, message) => {
    const value: unknown = JSON.parse(
      said(message, /Write (?:for instance )?(.*?)(?:, without quotation marks)?\.$/),
    );
    return { ...files, [json]: { ...(files[json] as object), [key]: value } };
  };
/** Adds the key and the value that the message says to add. */
const add: Cure = (files, message) => ({
  ...files,
  [json]: {
    ...(files[json] as object),
    ...(JSON.parse(`{${said(message, /Add (".*)\.$/)}}`) as object),
  },
});
const readme = (line: string): Files => ({
  ...workspaceFolder("Editor"),
  "Editor/README.md": `---\n${line}\n---\nText\n`,
});

const mistakes: [name: string, files: Files, code: ProblemCode, cure: Cure][] = [
  [
    "a missing comma",
    folderOf(textOf().replace('"Editor",', '"Editor"')),
    "json-syntax",
    editText((text) => text.replace('"Editor"', '"Editor",')),
  ],
  [
    "curly quotation marks",
    folderOf(textOf().replace('"friendly_name"', "“friendly_name”")),
    "json-syntax",
    editText((text) => text.replace(/[“”]/g, '"')),
  ],
  [
    "a comma after the last value",
    folderOf(textOf().replace(/\n}$/, ",\n}")),
    "json-trailing-comma",
    editText((text) => text.replace(/,\n}$/, "\n}")),
  ],
  [
    "a key twice",
    folderOf(textOf().replace("{", '{\n "friendly_name": "Editor",')),
    "json-duplicate-key",
    editText((text) => text.replace('"friendly_name": "Editor",', "")),
  ],
  [
    "a misspelt key",
    folderOf(textOf().replace("image_src", "image_scr")),
    "missing-key",
    (files, message) =>
      editText((text) =>
        text.replace(said(message, /Rename "(.*)" to/), said(message, /Rename ".*" to "(.*)"/)),
      )(files, message),
  ],
  ["memory with its unit", folderOf(fields({ memory: "2 GB" })), "wrong-type", write("memory")],
  ["memory in gigabytes", folderOf(fields({ memory: 2 })), "unlikely-unit", write("memory")],
  [
    "a size with its unit",
    folderOf(fields({ uncompressed_size_mb: "2.9GB" })),
    "wrong-type",
    write("uncompressed_size_mb"),
  ],
  ["cores as a text", folderOf(fields({ cores: "2" })), "wrong-type", write("cores")],
  ["cores in words", folderOf(fields({ cores: "two" })), "wrong-type", write("cores")],
  [
    "categories as a text",
    folderOf(fields({ categories: "Office, Text" })),
    "wrong-type",
    write("categories"),
  ],
  [
    "an architecture as a text",
    folderOf(fields({ architecture: "amd64" })),
    "wrong-type",
    write("architecture"),
  ],
  [
    "the architecture's name elsewhere",
    folderOf(fields({ architecture: ["x86_64"] })),
    "unknown-architecture",
    (_, message) => folderOf(fields({ architecture: [JSON.parse(said(message, /Write (.*)\.$/))] })),
  ],
  ["no size", folderOf(without("uncompressed_size_mb")), "size-missing", add],
  ["no Kasm version", folderOf(without("compatibility")), "missing-key", add],
  ["no icon named", folderOf(without("image_src")), "missing-key", add],
  [
    "an icon that is not there",
    folderOf(fields({ image_src: "gone.svg" })),
    "icon-missing",
    (_, message) => folderOf(fields({ image_src: said(message, /Set image_src to "(.*)", or/) })),
  ],
  [
    "an icon in another case",
    folderOf(fields({ image_src: "Editor.SVG" })),
    "icon-case",
    (_, message) => folderOf(fields({ image_src: said(message, /Set image_src to "(.*)"/) })),
  ],
  [
    "a page saved as an icon",
    { ...folderOf(fields()), "Editor/editor.svg": "<!DOCTYPE html><html><body>404</body></html>" },
    "icon-type",
    (files) => ({ ...files, "Editor/editor.svg": drawing }),
  ],
  [
    "an image without a tag",
    folderOf(fields({ name: "example/editor" })),
    "image-without-tag",
    () => folderOf(fields({ name: "example/editor:1.0" })),
  ],
  [
    "an image of Kasm without a tag",
    folderOf(fields({ name: "kasmweb/firefox" })),
    "image-no-latest",
    write("name"),
  ],
  [
    "two workspaces of one name",
    { ...workspaceFolder("Editor"), ...workspaceFolder("Other", { friendly_name: "Editor" }) },
    "duplicate-name",
    () => ({
      ...workspaceFolder("Editor"),
      ...workspaceFolder("Other", { friendly_name: "Editor (nightly)" }),
    }),
  ],
  [
    "a folder without workspace.json",
    { ...workspaceFolder("Editor"), "Pictures/a.svg": drawing },
    "folder-without-json",
    () => workspaceFolder("Editor"),
  ],
  [
    "the official template's link in registry.json",
    { ...workspaceFolder("Editor"), "registry.json": { list_url: "https://example.org/" } },
    "unknown-setting",
    () => ({ ...workspaceFolder("Editor"), "registry.json": {} }),
  ],
  [
    "the address of a list in registry.json",
    { ...workspaceFolder("Editor"), "registry.json": { url: "https://example.org/r/1.1/" } },
    "registry-address",
    (files, message) => ({ ...files, "registry.json": { url: said(message, /Write the root: "(.*)"/) } }),
  ],
  [
    "front matter that is no YAML",
    readme("license: a: b"),
    "readme-front-matter",
    () => readme('license: "a: b"'),
  ],
  [
    "an address without https",
    readme("homepage: example.org"),
    "readme-key",
    () => readme("homepage: https://example.org"),
  ],
];

const problems = (files: Files) => load(contentFolder(files).root).problems;

test.each(mistakes)("%s: its cure leads to a clean check", (_, files, code, cure) => {
  const found = problems(files);
  expect(found.map((problem) => problem.code)).toEqual([code]);
  expect(problems(cure(files, messageOf(found[0]!))).map(messageOf)).toEqual([]);
});

test.each([
  ["a version as a text", "1.16.x", ["1.16.x"]],
  ["a short version", ["1.16"], ["1.16.x"]],
  ["a version with a letter", ["v1.16.0"], ["1.16.0"]],
])("%s: what is missing after its cure is said at once", (_, compatibility, written) => {
  const found = problems(folderOf(fields({ compatibility })));
  expect(found.map(({ code }) => code)).toContain("no-newest-version");
  expect(found.map(messageOf).join()).toContain(
    `Write ${JSON.stringify(typeof compatibility === "string" ? written : written[0])}.`,
  );
  expect(found.map(messageOf).join()).toContain(`npm run add-version -- ${newestKasm}`);
  expect(problems(folderOf(fields({ compatibility: [...written, newestKasm] })))).toEqual([]);
});
