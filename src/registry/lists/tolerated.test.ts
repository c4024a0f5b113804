import { expect, test } from "vitest";
import { bent, picture, sound, sound11 } from "../check/workspace.fixture.ts";
import { checkedData, validateWorkspace } from "../check/workspace.ts";
import { validateList10, validateList11 } from "../check/validators.ts";
import { isObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { rawEntries } from "../json/parse.ts";
import { severityOf } from "../model/problem.ts";
import { workspaceSchemas, type Schema } from "../model/schemas.ts";
import type { FlaggedWorkspace, Identity, Registry } from "../model/types.ts";
import { assembleList } from "./assemble.ts";

const values: (JsonValue | undefined)[] = [
  undefined,
  null,
  true,
  "",
  "x",
  0,
  -1,
  1.5,
  1e12,
  [],
  [null],
  [""],
  [1],
  ["x", "x"],
  ["amd64", "x", "x"],
  {},
  { a: 1 },
];
const identity = {
  name: "A",
  description: "",
  icon: "https://a.example/logo.svg",
  contactUrl: "https://a.example/",
  url: "https://a.example/",
  defaultChannel: null,
  flagsInList: true,
} as Identity;

/** Whether check lets a workspace through, and whether each list of it alone is what the schema of the list asks for. */
function outcome(text: string): { passes: boolean; differs: boolean; lists: boolean[] } {
  const content = { folder: "A", slug: "a", content: text, files: [picture("editor.png")] };
  const { workspace: parsed, faults, differences } = validateWorkspace(content);
  if (faults.some((fault) => severityOf(fault) === "error"))
    return { passes: false, differs: true, lists: [] };
  const workspace = {
    ...checkedData(parsed!, differences),
    entries: rawEntries(parsed!.parsed),
    icon: { file: { name: "editor.png" }, published: "editor.png" },
    sha: "a".repeat(40),
    flags: [],
  };
  const registry: Pick<Registry, "identity" | "workspaces" | "modified"> = {
    identity,
    workspaces: [workspace as unknown as FlaggedWorkspace],
    modified: 1,
  };
  const isValid = [validateList10(listOf(registry, "1.0")), validateList11(listOf(registry, "1.1"))];
  return { passes: true, differs: differences.length > 0, lists: isValid };
}

const listOf = (registry: Parameters<typeof assembleList>[0], schema: "1.0" | "1.1"): JsonObject =>
  JSON.parse(assembleList(registry, schema)) as JsonObject;

/** The places of all fields, those inside objects and lists too. */
function placesOf(schema: Schema, place: (string | number)[] = []): (string | number)[][] {
  const inner = schema.items ? placesOf(schema.items, [...place, 0]) : [];
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => [
    [...place, key],
    ...placesOf(field, [...place, key]),
  ]);
  return [...own, ...inner];
}

/** A copy with another value at a place; objects and lists on the way to it are made. */
function put(
  base: JsonValue | undefined,
  [step, ...rest]: readonly (string | number)[],
  value: JsonValue | undefined,
): JsonValue {
  if (step === undefined) return value as JsonValue;
  const copy = (
    Array.isArray(base) ? [...base] : isObject(base) ? { ...base } : typeof step === "number" ? [] : {}
  ) as Record<string | number, JsonValue | undefined>;
  copy[step] = put(copy[step], rest, value);
  return copy as JsonValue;
}

test.each([
  ["1.0", sound],
  ["1.1", sound11],
  ["1.0", { ...sound, image_type: "Link" }],
  ["1.1", { ...sound11, image_type: "Link" }],
] as const)("a list that check lets through is what its schema says: %s %j", (schema, base) => {
  const tolerated: string[] = [];
  for (const place of placesOf(workspaceSchemas[schema]).filter(([key]) => key !== "$schema"))
    for (const value of values) {
      const text = bent(put(base, place, value) as JsonObject, {});
      const { passes, differs, lists } = outcome(text);
      if (!passes) continue;
      if (differs) tolerated.push(`${place.join("/")} ${JSON.stringify(value)}`);
      expect(lists, `${place.join("/")}: ${JSON.stringify(value)}`).toEqual([true, true]);
    }
  expect(tolerated.length).toBeGreaterThan(300);
  for (const example of ["description null", "categories null", 'x_res "x"', "launch_config [null]"])
    expect(tolerated).toContain(example);
});

test.each([
  ["name", ""],
  ["friendly_name", null],
  ["compatibility", []],
  ["architecture", ["x"]],
  ["run_config", []],
  ["uncompressed_size_mb", "1"],
  ["cpu_allocation_method", "x"],
  ["cores", -1],
])("a list does not hold what check refuses: %s %j", (key, value) => {
  expect(outcome(bent({ [key]: value })).passes).toBe(false);
  const entry = { ...sound, sha: "a".repeat(40), [key]: value };
  const list = listOf({ identity, workspaces: [], modified: 1 }, "1.0");
  expect(validateList10({ ...list, workspaces: [{ ...sound, sha: "a".repeat(40) }] })).toBe(true);
  expect(validateList10({ ...list, workspaces: [entry] })).toBe(false);
});
