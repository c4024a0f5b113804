import { expect, test } from "vitest";
import { entry10, entry11, list } from "../../../tests/support/made-up-registry.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis } from "./faults.ts";
import { schemaFaults } from "./list-schema.ts";

/** Made-up lists may break every rule, so they have no type. */
type Loose = any;

const faultsOf = (schema: "1.0" | "1.1", entries: Loose[], more: object = {}): Diagnosis[] =>
  schemaFaults(list(schema, "https://lab.example/", entries, more), entries, schema, (code, args = {}) => ({
    code,
    args,
  }));
const missing = (where: string, key: string, hint: string, more = "") => ({
  code: "list-key-missing",
  args: { where, key, more, hint },
});
const value = (where: string, message: string, found: string, more = "") => ({
  code: "list-value",
  args: { where, cause: details.schemaError(message, found), more },
});
const isNull = (where: string, more = "") => ({ code: "list-null", args: { where, more } });
const wrongSchema = (found: string, count: number, all: number) => ({
  code: "list-wrong-shape",
  args: { found, more: details.wrongSchema(count, all) },
});
const long = "x".repeat(70);
const alpha = (more: object) => [entry11("Alpha", more)];

test.each<[name: string, entries: Loose[], more: object, faults: object[]]>([
  ["a sound list", [entry11("Alpha")], {}, []],
  [
    "a key that the list lacks",
    alpha({}),
    { name: undefined },
    [missing(details.wholeList, "name", details.buildAgain)],
  ],
  [
    "a key that a workspace lacks",
    alpha({ sha: undefined }),
    {},
    [missing('"Alpha"', "sha", details.addToWorkspace)],
  ],
  [
    "a key that three workspaces lack",
    ["A", "B", "C"].map((name) => entry11(name, { sha: undefined })),
    {},
    [missing('"A"', "sha", details.addToWorkspace, details.moreLikeIt(2))],
  ],
  [
    "two keys that one workspace lacks",
    alpha({ sha: undefined, architecture: undefined }),
    {},
    [
      missing('"Alpha"', "architecture", details.addToWorkspace),
      missing('"Alpha"', "sha", details.addToWorkspace),
    ],
  ],
  ["null in the list", alpha({}), { name: null }, [isNull("name")]],
  ["null as an address", alpha({}), { list_url: null, icon: null }, [isNull("icon"), isNull("list_url")]],
  ["addresses of a wrong type", alpha({}), { list_url: 1, icon: 2, default_channel: 3 }, []],
  [
    "null in two workspaces",
    [entry11("A", { image_src: null }), entry11("B", { image_src: null })],
    {},
    [isNull(details.placeIn("image_src", '"A"'), details.moreLikeIt(1))],
  ],
  [
    "null and a wrong type at one key",
    [entry11("A", { image_src: null }), entry11("B", { image_src: 1 })],
    {},
    [
      isNull(details.placeIn("image_src", '"A"')),
      value(details.placeIn("image_src", '"B"'), "must be string", "1"),
    ],
  ],
  [
    "a wrong type in the list",
    alpha({}),
    { workspacecount: "two" },
    [value("workspacecount", "must be integer", "two")],
  ],
  [
    "a wrong type in a workspace",
    [entry11("Alpha"), entry11("Beta", { cores: "two" })],
    {},
    [value(details.placeIn("cores", '"Beta"'), "must be number", "two")],
  ],
  [
    "a long value, in a workspace with a long name",
    alpha({ friendly_name: long, cores: long }),
    {},
    [value(details.placeIn("cores", `"${"x".repeat(60)}…"`), "must be number", `${"x".repeat(60)}…`)],
  ],
  ["a workspace that is none", [7], {}, [value('"workspaces[0]"', "must be object", "7")]],
  [
    "wrong values deep in two workspaces",
    [entry11("A", { categories: ["x", 1] }), entry11("B", { categories: [2] })],
    {},
    [value(details.placeIn("categories/1", '"A"'), "must be string", "1", details.moreLikeIt(1))],
  ],
  ["all workspaces of the other schema", [entry10("Alpha"), entry10("Beta")], {}, [wrongSchema("1.0", 2, 2)]],
  ["one workspace of the other schema", [entry10("Alpha"), entry11("Beta")], {}, [wrongSchema("1.0", 1, 2)]],
  [
    "a workspace of the other schema with another mistake",
    [entry10("Alpha", { cores: "two", sha: undefined })],
    {},
    [
      wrongSchema("1.0", 1, 1),
      missing('"Alpha"', "sha", details.addToWorkspace),
      value(details.placeIn("cores", '"Alpha"'), "must be number", "two"),
    ],
  ],
  ["keys that Kasm does not know", alpha({ $schema: "x", mine: 1 }), { mine: 2 }, []],
  [
    "a workspace without a version",
    alpha({ compatibility: [] }),
    {},
    [value(details.placeIn("compatibility", '"Alpha"'), "must NOT have fewer than 1 items", "[]")],
  ],
  [
    "versions of both schemas",
    alpha({ compatibility: [...entry11("Alpha").compatibility, "1.15.x"] }),
    {},
    [
      value(
        details.placeIn(`compatibility/${entry11("Alpha").compatibility.length}`, '"Alpha"'),
        "must be object",
        "1.15.x",
      ),
    ],
  ],
  [
    "the thirteenth workspace, of the other schema",
    [...Array.from({ length: 12 }, (_, i) => entry11(`W${i}`)), entry10("Alpha")],
    {},
    [wrongSchema("1.0", 1, 13)],
  ],
  [
    "the same mistake in thirteen workspaces",
    Array.from({ length: 13 }, (_, i) => entry11(`W${i}`, { cores: "two" })),
    {},
    [value(details.placeIn("cores", '"W0"'), "must be number", "two", details.moreLikeIt(12))],
  ],
  ["a wrong channel", alpha({}), { channels: ["a", 1] }, [value("channels/1", "must be string", "1")]],
  ["no list of workspaces", [], { workspaces: {} }, [value("workspaces", "must be array", "{}")]],
])("of a 1.1 list, reports %s", (_, entries, more, faults) => {
  expect(faultsOf("1.1", entries, more)).toEqual(faults);
});

test.each<[name: string, entries: Loose[], faults: object[]]>([
  ["a sound list", [entry10("Alpha")], []],
  ["workspaces of the other schema", [entry11("Alpha"), entry10("Beta")], [wrongSchema("1.1", 1, 2)]],
  [
    "a name that a workspace lacks",
    [entry10("Alpha", { name: undefined })],
    [missing('"Alpha"', "name", details.addToWorkspace)],
  ],
  [
    "a wrong compatibility",
    [entry10("Alpha", { compatibility: ["1.14.x", 7] })],
    [value(details.placeIn("compatibility/1", '"Alpha"'), "must be string", "7")],
  ],
])("of a 1.0 list, reports %s", (_, entries, faults) => {
  expect(faultsOf("1.0", entries)).toEqual(faults);
});
