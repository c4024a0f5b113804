import { expect, test } from "vitest";
import type { Content } from "../read/content.ts";
import type { WorkspaceSource } from "../model/types.ts";
import type { Problem } from "../model/problem.ts";
import { validateContent } from "./content.ts";
import { bent, picture } from "./workspace.fixture.ts";

const hashes = { sha: "a".repeat(40), sha256: "b".repeat(64) };
const source = (folder: string, change: Partial<WorkspaceSource> = {}): WorkspaceSource => ({
  folder,
  slug: folder.toLowerCase(),
  bytes: new TextEncoder().encode(bent({ friendly_name: folder, name: `lab/${folder.toLowerCase()}:1` })),
  readme: null,
  files: [picture("editor.png")],
  ...hashes,
  modified: 2,
  created: 1,
  ...change,
});
const check = (sources: WorkspaceSource[], problems: Problem[] = []) =>
  validateContent({ sources, problems, imagesJson: null } as unknown as Content);
const broken = { bytes: new TextEncoder().encode("{") };
const problem = (code: Problem["code"], file: string): Problem => ({
  code,
  file,
  pointer: "",
  args: {},
  line: 1,
  column: 1,
});

test("publishes what has no error, with what was read of its folder", () => {
  const { workspaces, invalid, problems } = check([source("Editor", { readme: "# Hi" })]);
  expect(problems).toEqual([]);
  expect(invalid).toEqual([]);
  expect(workspaces).toMatchObject([
    { folder: "Editor", slug: "editor", ...hashes, modified: 2, created: 1, readme: "# Hi", schema: "1.0" },
  ]);
});

test("publishes the keys as authored, but for $schema", () => {
  const bytes = new TextEncoder().encode(bent({ $schema: "x", cores: 1.5 }));
  const [workspace] = check([source("Editor", { bytes })]).workspaces;
  expect(workspace!.entries.map(([key]) => key)).not.toContain("$schema");
  expect(workspace!.entries).toContainEqual(["cores", "1.5"]);
});

test("leaves out a workspace when it or its folder has an error, and no other", () => {
  const { workspaces, invalid, problems } = check(
    [source("Bad", broken), source("Good"), source("Odd"), source("Warned"), source("None", { bytes: null })],
    [problem("unreadable", "Odd/sub"), problem("json-name-near-miss", "Other/x.json")],
  );
  expect(workspaces.map(({ folder }) => folder)).toEqual(["Good", "Warned"]);
  expect(invalid).toEqual(["Bad", "Odd"]);
  expect(problems.map(({ code, file }) => `${file} ${code}`)).toEqual([
    "Odd/sub unreadable",
    "Other/x.json json-name-near-miss",
    "Bad/workspace.json json-syntax",
  ]);
});

test("adds what the review warns of, but not where an error stands already", () => {
  const warn = (pointer: string) => ({ ...problem("unknown-key", ""), pointer });
  const { problems } = validateContent(
    {
      sources: [source("Editor", { bytes: new TextEncoder().encode(bent({ description: 1 })) })],
      problems: [],
      imagesJson: null,
    } as unknown as Content,
    () => [warn("/description"), warn("/name")],
  );
  expect(problems.map(({ pointer }) => pointer)).toEqual(["/description", "/name"]);
});

test.each([
  ["an empty folder", [], [], ["empty-registry"]],
  ["a folder of other things", [source("A", { bytes: null })], [], ["no-workspaces"]],
  ["a folder that is missing", [], [problem("no-content-folder", "")], ["no-content-folder"]],
])("says of %s what it probably is", (_, sources, problems, codes) =>
  expect(check(sources, problems).problems.map(({ code }) => code)).toEqual(codes),
);

test.each([
  [["editor.png", "ReadMe.MD"], "Editor/ReadMe.MD"],
  [["editor.png"], "Editor/README.md"],
])("names the README as the disk does when the files are %j", (names, file) => {
  const files = names.map((name) => picture(name));
  const { problems, workspaces } = check([source("Editor", { files, readme: "---\nlicence: MIT\n---\n" })]);
  expect(problems).toMatchObject([{ code: "readme-key", file, line: 2, column: 1, pointer: "" }]);
  expect(workspaces).toHaveLength(1);
});
