import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeFiles } from "../../../tests/support/run.ts";
import { png } from "../../../tests/support/made-up-registry.ts";
import { loadRegistry } from "../../registry/load.ts";
import type { Registry } from "../../registry/model/types.ts";
import { diffLists } from "./list-diff.ts";
import { diffMarkdown } from "./report-markdown.ts";

const scratch = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const workspace = (name: string, more: object = {}): string =>
  JSON.stringify({
    friendly_name: name,
    name: "lab/image:1",
    description: name,
    image_src: "icon.png",
    architecture: ["amd64"],
    compatibility: ["1.15.x", "1.19.x"],
    uncompressed_size_mb: 100,
    ...more,
  });
const load = (root: string): Registry =>
  loadRegistry({ root, env: { SOURCE_DATE_EPOCH: "0" }, publicFiles: [], repository: scratch });

let counter = 0;
function content(workspaces: Record<string, string>, extra: Record<string, string> = {}): string {
  const root = join(scratch, String(counter++));
  writeFiles(root, {
    ...extra,
    ...Object.fromEntries(
      Object.entries(workspaces).flatMap(([folder, text]) => [
        [`${folder}/workspace.json`, text],
        [`${folder}/icon.png`, png(64)],
      ]),
    ),
  });
  return root;
}

test("added, removed, changed, and what only changed beside workspace.json", () => {
  const before = content(
    {
      Same: workspace("Same"),
      Gone: workspace("Gone"),
      Edited: workspace("Edited"),
      Icon: workspace("Icon", { image_src: "own.png" }),
    },
    { "Icon/own.png": "" },
  );
  writeFileSync(join(before, "Icon/own.png"), png(64));
  const after = join(scratch, "after");
  cpSync(before, after, { recursive: true });
  rmSync(join(after, "Gone"), { recursive: true });
  writeFiles(after, {
    "New/workspace.json": workspace("New", { name: "lab/new:1", run_config: { privileged: true } }),
    "New/icon.png": png(80),
  });
  writeFileSync(
    join(after, "Edited/workspace.json"),
    workspace("Edited", { cores: 4, categories: ["Office"] }),
  );
  writeFileSync(join(after, "Icon/own.png"), png(96));
  const diff = diffLists(load(before), load(after));
  expect(diff.counts).toEqual([
    { schema: "1.0", before: 4, after: 4 },
    { schema: "1.1", before: 4, after: 4 },
  ]);
  const { added, removed, changed, identity } = diff;
  expect(identity).toEqual([]);
  const was = { flagsAdded: [], flagsRemoved: [], filesOnly: false };
  expect(changed).toEqual([
    {
      ...was,
      items: [
        { type: "setting", name: "cores", before: "", after: "4" },
        { type: "text", name: "categories", before: "", after: "Office" },
      ],
      folder: "Edited",
      name: "Edited",
      values: [
        { key: "cores", before: undefined, after: "4" },
        { key: "categories", before: undefined, after: '["Office"]' },
      ],
      severity: { before: null, after: null },
    },
    {
      ...was,
      items: [{ type: "icon", name: "", before: "", after: "" }],
      folder: "Icon",
      name: "Icon",
      values: [],
      severity: { before: null, after: null },
      filesOnly: true,
    },
  ]);
  expect(added).toEqual([
    {
      ...was,
      folder: "New",
      name: "New",
      items: [
        {
          type: "gained",
          name: "privileged-on",
          severity: "critical",
          path: "privileged",
          before: "",
          after: "true",
        },
      ],
      values: expect.arrayContaining([{ key: "friendly_name", before: undefined, after: '"New"' }]),
      flagsAdded: [{ flag: "flag_privileged", property: "privileged" }],
      severity: { before: null, after: "critical" },
    },
  ]);
  expect(removed).toEqual([
    {
      ...was,
      folder: "Gone",
      name: "Gone",
      items: [],
      values: expect.arrayContaining([{ key: "friendly_name", before: '"Gone"', after: undefined }]),
      severity: { before: null, after: null },
    },
  ]);
  expect(added[0]!.values.map(({ key }) => key)).toEqual([
    ...Object.keys(JSON.parse(workspace("New")) as object),
    "run_config",
  ]);
  const text = diffMarkdown(diff);
  expect(text).toContain("| `New` | `flag_privileged privileged` | none → **critical** |");
  expect(text).toContain('```diff\n+ cores: 4\n+ categories: ["Office"]\n```');
  expect(text).toContain("* `Icon`: `another icon`");
  expect(text).toContain("### Gone (1)");
});

test("a flag that goes away is said too", () => {
  const before = content({ A: workspace("A", { run_config: { user: "root" } }) });
  const after = content({ A: workspace("A") });
  expect(diffMarkdown(diffLists(load(before), load(after)))).toContain("No longer flagged: `flag_user user`");
});

test("nothing changed", () => {
  const root = content({ A: workspace("A") });
  expect(diffMarkdown(diffLists(load(root), load(root)))).toMatch(
    /1 workspaces, as before[\s\S]*Nothing changes/,
  );
});

test("names a change of the registry's own name", () => {
  const before = content({ A: workspace("A") }, { "registry.json": '{"name": "Old"}' });
  const after = content({ A: workspace("A") }, { "registry.json": '{"name": "New"}' });
  expect(diffMarkdown(diffLists(load(before), load(after)))).toContain('- name: "Old"\n+ name: "New"');
});

test("what an author writes stays inside code", () => {
  const evil = "x`` ` | [a](javascript:alert(1)) <img src=x> \u202e";
  const text = diffMarkdown(
    diffLists(
      load(content({})),
      load(
        content({
          A: workspace(evil, { description: "```\n# Title\n```", run_config: { privileged: true } }),
        }),
      ),
    ),
  );
  expect(text.split("\n").filter((line) => /^# Title|^<img/.test(line))).toEqual([]);
  expect(text).toContain("````diff");
  expect(text).not.toContain("\u202e");
  const cell = text.split("\n").find((line) => line.startsWith("| ```"))!;
  expect(cell).toMatch(/^\| ``` x`` ` \\u007c \[a\]\(javascript:alert\(1\)\) <img src=x> \\u202e ``` \|/);
});

test("a change of everything still fits into a job summary", () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [
      `W${n}`,
      workspace(`W${n}`, { notes: "x".repeat(1900), description: "y".repeat(1900) }),
    ]),
  );
  const text = diffMarkdown(diffLists(load(content({})), load(content(many))));
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text).toMatch(/more than fits in here/);
  expect(text.split("\n").filter((line) => line.startsWith("```")).length % 2).toBe(0);
  expect(readFileSync("package.json", "utf8")).toContain('"diff-lists"');
});
