import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { projectRoot } from "../support/run.ts";
import { engine, type Engine } from "./engine.ts";
import { readFixtures, saveFixture } from "./fixtures.ts";
import { fuzz } from "./run.ts";
import { treeFromJson, treeToJson } from "./tree.ts";

/** Changes the text of both lists as a broken generator would. */
const listed = (change: (text: string) => string): Partial<Engine> => ({
  assembleList: (...args) => change(engine.assembleList(...args)),
});
/** Changes what loading found. */
const loaded = (change: (registry: ReturnType<Engine["loadRegistry"]>) => void): Partial<Engine> => ({
  loadRegistry(options) {
    const registry = engine.loadRegistry(options);
    change(registry);
    return registry;
  },
});
let turn = 0;

const faults: [name: string, broken: Partial<Engine>, found: RegExp][] = [
  [
    "loading crashes at an odd name",
    loaded(({ workspaces }) => {
      if (workspaces.some(({ folder }) => folder.includes(" "))) throw new TypeError("odd name");
    }),
    /it crashes: TypeError: odd name/,
  ],
  [
    "an invalid workspace is dropped without a word",
    loaded((registry) => {
      registry.problems = registry.problems.filter(
        ({ code }) => code !== "missing-key" && code !== "wrong-type",
      );
    }),
    /neither published nor named by an error/,
  ],
  [
    "a published workspace gets lost",
    loaded((registry) => void registry.workspaces.pop()),
    /neither published nor named by an error/,
  ],
  [
    "a workspace with an error is published",
    loaded((registry) => {
      for (const workspace of registry.workspaces.slice(0, 1))
        registry.problems.push({
          code: "icon-missing",
          file: `${workspace.folder}/workspace.json`,
          pointer: "",
          args: {},
          line: 1,
          column: 1,
        });
    }),
    /has an error and is published/,
  ],
  [
    "a code that nobody knows",
    loaded(({ problems }) => {
      for (const problem of problems) problem.code = "no-such-code" as never;
    }),
    /is no known problem|crashes/,
  ],
  [
    "a place behind the end of the file",
    loaded(({ problems }) => {
      for (const problem of problems) problem.line += 5000;
    }),
    /is behind the \d+ lines/,
  ],
  [
    "a file outside the content folder",
    loaded(({ problems }) => {
      for (const problem of problems) problem.file = `../${problem.file}`;
    }),
    /is outside the content folder/,
  ],
  [
    "a rule that failed",
    loaded(({ problems }) => {
      for (const problem of problems.slice(0, 1)) problem.code = "rule-failed";
    }),
    /rule-failed/,
  ],
  [
    "a report that lets control characters through",
    { reportText: (...args) => engine.reportText(...args).replace("valid", "\u001b[2Jvalid") },
    /the text report speaks to terminals/,
  ],
  [
    "annotations that can be split in two",
    { reportGithub: (...args) => engine.reportGithub(...args).replace(/%/g, "%\n") },
    /annotation/,
  ],
  [
    "annotations without the errors",
    { reportGithub: (...args) => engine.reportGithub(...args).replace(/^::error .*\n/m, "") },
    /annotations/,
  ],
  [
    "a summary that counts wrongly",
    { reportJson: (...args) => engine.reportJson(...args).replace(/"errors": \d+/, '"errors": 0') },
    /the JSON report counts/,
  ],
  [
    "a list that its schema refuses",
    listed((text) => text.replace('"contact_url":', '"contact":')),
    /its schema refuses it/,
  ],
  [
    "a wrong workspacecount",
    listed((text) => text.replace(/"workspacecount":\d+/, '"workspacecount":99')),
    /workspacecount is 99/,
  ],
  [
    "objects in the 1.0 list",
    {
      assembleList: (registry, schema) =>
        schema === "1.0"
          ? engine.assembleList(registry, schema).replace(/"compatibility":\["[^"]*"/, '"compatibility":[{}')
          : engine.assembleList(registry, schema),
    },
    /not of schema 1.0/,
  ],
  ["big numbers rounded", listed((text) => JSON.stringify(JSON.parse(text))), /became/],
  [
    "keys in another order",
    listed((text) => text.replace(/("friendly_name":"[^"]*"),("[a-z_]+":"[^"]*"),/, "$2,$1,")),
    /became/,
  ],
  [
    "a sha of another folder",
    listed((text) => text.replace(/"sha":"[0-9a-f]{40}"/, `"sha":"${"0".repeat(40)}"`)),
    /the sha of entry/,
  ],
  [
    "another result each time",
    listed((text) => text.replace(/"modified":\d+/, `"modified":${++turn}`)),
    /two runs of one input differ/,
  ],
  [
    "repairs that never settle",
    {
      fixWorkspace: (...args) => {
        const fixed = engine.fixWorkspace(...args);
        return {
          ...fixed,
          after: fixed.after === null ? null : `${fixed.after} `,
          repairs: [{ code: "x", message: "x" }],
        };
      },
    },
    /does not settle/,
  ],
  [
    "a conversion that loses a version",
    {
      convertSource: (...args) => {
        const moved = engine.convertSource(...args);
        return "text" in moved ? { ...moved, text: moved.text.replace("1.19.x", "1.18.x") } : moved;
      },
    },
    /says something else|breaks it/,
  ],
  [
    "a drawing that keeps its scripts",
    { cleanSvg: (bytes) => Buffer.from(String(bytes).replace("</svg>", "<script>1</script></svg>")) },
    /holds .*element script|twice/,
  ],
  ["a README with a handler", { renderReadme: () => '<p onclick="x">x</p>' }, /comes out with p onclick/],
];

test.each(faults)("the oracle sees it: %s", async (_, broken, found) => {
  const { failure } = await fuzz({
    projectRoot,
    seed: 1,
    cases: 400,
    corpus: null,
    engine: { ...engine, ...broken },
  });
  expect(failure?.wrong.join("\n")).toMatch(found);
});

test("a finding is made small, named by a path that repeats it, and kept so that it can be replayed", async () => {
  const broken: Engine = {
    ...engine,
    ...loaded(({ problems }) => {
      if (problems.some(({ code }) => code === "json-trailing-comma")) throw new Error("a comma too many");
    }),
  };
  const { failure } = await fuzz({ projectRoot, seed: 9, cases: 2000, corpus: null, engine: broken });
  expect(failure!.wrong[0]).toContain("a comma too many");
  expect(
    [...failure!.tree.keys()].filter((path) => path.endsWith("workspace.json")).length,
  ).toBeLessThanOrEqual(2);
  const again = await fuzz({
    projectRoot,
    seed: 9,
    cases: 1,
    path: failure!.path,
    corpus: null,
    engine: broken,
  });
  expect(treeToJson(again.failure!.tree)).toBe(treeToJson(failure!.tree));

  const folder = mkdtempSync(join(tmpdir(), "registry-finding-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const kept = saveFixture(folder, failure!);
  expect(readFileSync(join(folder, kept, "found.txt"), "utf8")).toContain("a comma too many");
  expect(readFixtures(folder)).toMatchObject([{ options: failure!.options }]);
  expect(treeToJson(readFixtures(folder)[0]!.tree)).toBe(treeToJson(failure!.tree));
});

test("trees survive as JSON, with names and bytes that are no text", () => {
  const tree = new Map<
    string,
    Parameters<typeof treeToJson>[0] extends ReadonlyMap<string, infer Content> ? Content : never
  >([
    ["a\udcff/b", Buffer.from([0xff, 0])],
    ["c", { link: "d" }],
    ["__proto__", Buffer.from("x")],
    ["e", { hole: 5 }],
    ["f", { folder: true }],
  ]);
  expect(treeToJson(treeFromJson(treeToJson(tree)))).toBe(treeToJson(tree));
  expect([...treeFromJson(treeToJson(tree)).keys()]).toContain("a\udcff/b");
});
