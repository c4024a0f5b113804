import { expect, test } from "vitest";
import { entry10, entry11, list } from "../../../tests/support/made-up-registry.ts";
import { details } from "../../strings/doctor.ts";
import { readList, type List } from "./list.ts";

const url = "https://lab.example/1.1/list.json";
interface Given {
  status?: number;
  url?: string;
  headers?: Record<string, string>;
}
const readBytes = (body: Uint8Array, schema: "1.0" | "1.1" = "1.1", given: Given = {}): List =>
  readList({ ok: true, status: 200, url, hops: [], headers: {}, cut: false, body, ...given }, schema);
const read = (text: string, schema: "1.0" | "1.1" = "1.1", given: Given = {}): List =>
  readBytes(new TextEncoder().encode(text), schema, given);
const fault = (code: string, args: object = {}, schema = "1.1") => ({ code, args: { url, schema, ...args } });

test("takes a sound list over", () => {
  const data = list("1.0", "https://lab.example/", [
    entry10("Alpha"),
    entry10("Beta", { compatibility: ["1.14.x", ""] }),
  ]);
  expect(read(JSON.stringify(data), "1.0")).toEqual({
    state: "read",
    data,
    workspaces: [
      { name: "Alpha", image_src: "alpha.png", versions: ["1.12.x", "1.13.x", "1.14.x", "1.15.x"] },
      { name: "Beta", image_src: "beta.png", versions: ["1.14.x"] },
    ],
    faults: [expect.objectContaining({ code: "list-value" })],
  });
});

test("reads nothing of a list that the server does not have", () =>
  expect(read("{}", "1.0", { status: 404 })).toEqual({
    state: "missing",
    data: null,
    workspaces: [],
    faults: [fault("list-missing", { status: "404" }, "1.0")],
  }));

test.each([
  ["<!doctype html>", [fault("list-html")]],
  ["", [fault("list-empty-file")]],
  ["\ufeff \n", [fault("list-empty-file")]],
  ["[]", [fault("list-not-object", { found: details.array })]],
  ["null", [fault("list-not-object", { found: details.null })]],
  ["7", [fault("list-not-object", { found: details.valueOfType("number") })]],
  ["\ufeff[]", [fault("list-bom"), fault("list-not-object", { found: details.array })]],
])("cannot read the list %j", (text, faults) =>
  expect(read(text)).toEqual({ state: "unreadable", data: null, workspaces: [], faults }),
);

test("reads a list of 100 levels, and none that is deeper", () => {
  const deep = (levels: number): string =>
    JSON.stringify({ a: '[[["[' }).slice(0, -1) +
    `, "b": ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
  expect(read(deep(100)).faults.map(({ code }) => code)).not.toContain("list-not-json");
  const args = { detail: details.tooDeep(100), hint: details.buildInsteadOfEditing };
  expect(read(deep(101)).faults).toEqual([fault("list-not-json", args)]);
  expect(read("[".repeat(5_000_000)).faults).toEqual([fault("list-not-json", args)]);
});

test("reads a list of a million values, and none that has more, in little memory", () => {
  const text = (values: number): string =>
    `{"a": "[,{\\",", "workspaces": [{"categories": [${"0,".repeat(values - 6)}0]}]}`;
  const before = process.memoryUsage().rss;
  const faults = (values: number) => read(text(values)).faults;
  expect(faults(1_000_000).at(-1)).toMatchObject({
    code: "list-value",
    args: { where: details.placeIn("categories/0", '"workspaces[0]"'), more: details.moreLikeIt(99_984) },
  });
  expect(faults(1_000_001)).toEqual([fault("list-values", { values: "1000001", limit: "1000000" })]);
  expect(faults(16_000_000)).toEqual([fault("list-values", { values: "16000000", limit: "1000000" })]);
  expect(process.memoryUsage().rss - before).toBeLessThan(800_000_000);
});

test("cannot read a list that is not UTF-8 or not JSON", () => {
  expect(readBytes(Uint8Array.of(0x7b, 0xe9, 0x7d)).faults).toEqual([
    fault("list-not-json", { detail: details.notUtf8, hint: details.saveAsUtf8 }),
  ]);
  const { faults } = read(`\ufeff{"a": ${"x".repeat(300)}}`);
  expect(faults).toEqual([
    fault("list-bom"),
    fault("list-not-json", {
      detail: expect.stringMatching(/^Unexpected token/),
      hint: details.buildInsteadOfEditing,
    }),
  ]);
});

const sound = (more: object = {}, entries = [entry11("Alpha"), entry11("Beta")]): string =>
  JSON.stringify(list("1.1", "https://lab.example/", entries, more));

test.each([
  [undefined, false],
  ["", false],
  ["application/json", false],
  ["application/json; charset=utf-8", false],
  ["application/ld+json", false],
  ["text/html", true],
  ["application/json5", true],
  ["+json/x", true],
])("with content-type %j is remarked upon: %j", (type, isRemarked) => {
  const headers: Record<string, string> = type === undefined ? {} : { "content-type": type };
  expect(read(sound(), "1.1", { headers }).faults).toEqual(isRemarked ? [fault("list-type", { type })] : []);
});

test("quotes 40 characters of a wrong type", () =>
  expect(read(sound(), "1.1", { headers: { "content-type": "x".repeat(41) } }).faults).toEqual([
    fault("list-type", { type: `${"x".repeat(40)}…` }),
  ]));

const long = "x".repeat(61);
const names = (...all: string[]) => all.map((name) => entry11("Alpha", { friendly_name: name }));
test("leaves a missing count to the check against the schema, and marks inside a text where they are", () => {
  const { faults, data } = read(sound({ workspacecount: undefined, description: "a\ufeffb" }));
  expect(faults.map(({ code }) => code)).toEqual(["list-key-missing"]);
  expect(data!["description"]).toBe("a\ufeffb");
});

test.each([
  ["another count", sound({ workspacecount: 3 }), [fault("list-count", { count: "3", length: "2" })]],
  ["a name twice", sound({}, names("A", "A")), [fault("list-duplicate", { names: '"A"' })]],
  [
    "names twice and three times",
    sound({}, names("A", "B", "A", "C", "B", "A", "a")),
    [fault("list-duplicate", { names: details.someAndLast('"A"', '"B"') })],
  ],
  [
    "a long name twice",
    sound({}, names(long, long)),
    [fault("list-duplicate", { names: `"${"x".repeat(59)}…` })],
  ],
  [
    "Kasm's name",
    sound({ name: "Kasm Technologies" }),
    [fault("list-default-name", { found: "Kasm Technologies" })],
  ],
  [
    "channels that do not fit",
    sound({ default_channel: "x" }),
    [fault("channel-unknown", { found: '"x"', channels: details.noChannels })],
  ],
])("reads a list with %s and says so", (_, text, faults) => {
  expect(read(text)).toMatchObject({ state: "read" });
  expect(read(text).faults).toEqual(faults);
});

test.each([
  ["1.0", []],
  ["1.1", ["channel-unknown"]],
] as const)("looks at the channels of a list of %s as its schema does", (schema, expected) => {
  const { faults } = read(sound({ default_channel: "x" }), schema);
  expect(faults.map(({ code }) => code).filter((code) => code.startsWith("channel"))).toEqual(expected);
});

test.each([
  ["unreadable", { workspaces: undefined }],
  ["unreadable", { workspaces: {} }],
  ["empty", { workspaces: [] }],
])("a list is %s with %j", (state, more) =>
  expect(read(sound({ ...more, workspacecount: 9, name: "Kasm Technologies" }))).toMatchObject({
    state,
    data: { workspacecount: 9 },
    workspaces: [],
  }),
);

test("says of an empty list only that it is empty", () =>
  expect(read(sound({ workspacecount: 9, workspaces: [] })).faults.at(-1)).toEqual(
    fault("list-no-workspaces"),
  ));

test("names a workspace without a name by its place, and passes over what is none", () => {
  const { workspaces } = read(sound({}, [7, entry11("Alpha", { friendly_name: 3 })]));
  expect(workspaces.map(({ name }) => name)).toEqual(["workspaces[0]"]);
});

test.each([
  ["https://registry.kasmweb.com/1.1/list.json", false],
  ["https://ai.registry.kasmweb.com/1.1/list.json", false],
  ["https://kasmweb.com.example.org/1.1/list.json", true],
  ["versions.txt", true],
])("Kasm's name is remarked upon where the registry is not Kasm's: %s", (url, isRemarked) => {
  const { faults } = read(sound({ name: "Kasm Technologies" }), "1.1", { url });
  expect(faults.map(({ code }) => code)).toEqual(isRemarked ? ["list-default-name"] : []);
});

test.each([
  ["accepts", 5_000_000, false],
  ["remarks upon", 5_000_001, true],
])("%s a list of %i bytes", (_, length, isLarge) => {
  const { faults } = read('{"workspaces":[{}]}'.padEnd(length));
  expect(faults.filter(({ code }) => code === "list-large")).toEqual(
    isLarge ? [fault("list-large", { size: "5.0 MB" })] : [],
  );
});

test.each([
  ["reads all of", 20_000, []],
  ["cuts", 20_001, [fault("list-long", { length: "20001", limit: "20000" })]],
])("%s a list of %i workspaces", (_, length, faults) => {
  const list = read(`{"workspaces":[${"{},".repeat(length - 1)}{}]}`);
  expect(list.faults.filter(({ code }) => code === "list-long")).toEqual(faults);
  expect(list.workspaces.length).toBe(20_000);
  expect(list.data!["workspaces"]).toHaveLength(20_000);
});
