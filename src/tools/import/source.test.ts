import { expect, test } from "vitest";
import { cnameOf, inOrder, plainSource } from "./source.ts";
import { isWanted, type Tree } from "./tree.ts";

const tree = (name: string, files: Record<string, string> = {}): Tree => ({
  name,
  files: Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
    executable: false,
  })),
  skipped: [],
});

test("1.1 comes before 1.0", () => {
  for (const names of [
    ["1.0", "1.1"],
    ["1.1", "1.0"],
  ])
    expect(inOrder(names.map((name) => tree(name))).map(({ name }) => name)).toEqual(["1.1", "1.0"]);
});

test.each([
  ["CNAME", "kasm.example.org\n", "kasm.example.org"],
  ["site/public/CNAME", " KASM.Example.org and more", "kasm.example.org"],
  ["public/CNAME", "kasm.example.org", null],
  ["CNAME", "localhost", null],
  ["CNAME", "https://kasm.example.org", null],
  ["CNAME", "kasm.example.1", null],
  ["CNAME", "kasm.example.o", null],
  ["CNAME", "", null],
])("the custom domain of %s with %j is %j", (path, text, domain) => {
  const trees = [tree("1.0"), tree("1.1", { [path]: text })];
  expect(cnameOf(trees)).toBe(domain);
  expect(plainSource(trees)).toMatchObject({
    cname: domain,
    repository: null,
    notes: [],
    trees: [{ name: "1.1" }, { name: "1.0" }],
  });
});

test.each([
  ["workspaces/A/workspace.json", true],
  ["site/next.config.js", true],
  ["site/next.config.mjs", true],
  ["site/next.config.cjs", true],
  ["site/next.config.ts", true],
  ["site/public/img/a.png", true],
  ["CNAME", true],
  ["my/workspaces/A", false],
  ["workspaces", false],
  ["site/next.config.json", false],
  ["my/site/next.config.js", false],
  ["my/site/public/a", false],
  ["my/CNAME", false],
  ["CNAME.txt", false],
  ["processing/processjson.js", false],
])("whether %s of a source is read: %s", (path, wanted) => expect(isWanted(path)).toBe(wanted));
