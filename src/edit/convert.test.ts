import type { SchemaVersion } from "../registry/model/types.ts";
import type { JsonObject } from "../registry/model/json.ts";
import { expect, test } from "vitest";
import { realRegistries } from "../../tests/support/real-registries.ts";
import { edits as words } from "../strings/tools.ts";
import { convertSource } from "./convert.ts";
import { objectText, toSchema } from "../registry/lists/convert.ts";
import { parseJson, rawEntries } from "../registry/json/parse.ts";
import { checkedData } from "../registry/check/workspace.ts";
import { readContent } from "../registry/read/content.ts";
import { schemaOf } from "../registry/model/releases.ts";

const strings = `{
  "$schema": "../../schema/workspace-1.0.schema.json",
  "friendly_name":"One",
  "name": "a\\u002fb:1",
  "compatibility": ["1.15.x", "1.16.x"],
  "uncompressed_size_mb": 9e2
}
`;
const objects = `{
  "$schema": "../../schema/workspace-1.1.schema.json",
  "friendly_name":"One",
  "compatibility": [
    {
      "version": "1.15.x",
      "image": "a\\u002fb:1",
      "uncompressed_size_mb": 9e2
    },
    {
      "version": "1.16.x",
      "image": "a\\u002fb:1",
      "uncompressed_size_mb": 9e2
    }
  ]
}
`;
const back = `{
  "$schema": "../../schema/workspace-1.0.schema.json",
  "friendly_name":"One",
  "name": "a\\u002fb:1",
  "compatibility": [
    "1.15.x",
    "1.16.x"
  ],
  "uncompressed_size_mb": 9e2
}
`;

test("there and back, in the formatting of the file", () => {
  for (const newline of ["\n", "\r\n"]) {
    const [a, b, c] = [strings, objects, back].map((text) => text.replaceAll("\n", newline)) as [
      string,
      string,
      string,
    ];
    expect(convertSource(a, "1.1")).toStrictEqual({ text: b, note: "moved to schema 1.1" });
    expect(convertSource(b, "1.0")).toStrictEqual({ text: c, note: "moved to schema 1.0" });
    expect(convertSource(b, "1.1")).toStrictEqual({ text: b, note: "is in schema 1.1 already" });
    expect(convertSource(c, "1.0")).toStrictEqual({ text: c, note: "is in schema 1.0 already" });
  }
});

test("a file of one line stays one line", () => {
  const one = '{"name":"a:1","compatibility":["1.15.x"],"uncompressed_size_mb":9,"notes":""}';
  const two = '{"compatibility":[{"version":"1.15.x","image":"a:1","uncompressed_size_mb":9}],"notes":""}';
  expect(convertSource(one, "1.1")).toMatchObject({ text: two });
  expect(convertSource(two, "1.0")).toMatchObject({
    text: '{"name":"a:1", "compatibility":["1.15.x"], "uncompressed_size_mb":9,"notes":""}',
  });
  expect(convertSource('{ "name": "a:1", "compatibility": ["1.15.x", "1.16.x"] }', "1.1")).toMatchObject({
    text: '{ "compatibility": [{"version": "1.15.x", "image": "a:1"}, {"version": "1.16.x", "image": "a:1"}] }',
  });
  const many =
    '{"compatibility": [{"version": "1.15.x", "image": "a:1"}, {"version": "1.16.x", "image": "a:1"}]}';
  expect(convertSource(many, "1.0")).toMatchObject({
    text: '{"name": "a:1", "compatibility": ["1.15.x", "1.16.x"]}',
  });
});

test.for([
  ["a foreign one", '"https://example.org/workspace-1.0.schema.json.txt"', null],
  ["the other version of ours", '"./workspace-1.0.schema.json"', '"./workspace-1.1.schema.json"'],
  ["the right one", '"x/workspace-1.1.schema.json"', null],
  ["one that resembles ours", '"workspace-1x0.schema.json"', null],
  ["no text", "1", null],
] as const)("$schema follows unless it is %s", ([, before, after]) => {
  const rest = (schema: string, list: string): string => `{"$schema": ${schema}, ${list}}`;
  expect(convertSource(rest(before, '"name": "a:1", "compatibility": ["1.15.x"]'), "1.1")).toMatchObject({
    text: rest(after ?? before, '"compatibility": [{"version": "1.15.x", "image": "a:1"}]'),
  });
});

const entry = (version: string, image: string, size: number, more = ""): string =>
  `{"version": "${version}", "image": "${image}", "uncompressed_size_mb": ${size}${more}}`;

test.for([
  [
    "another image",
    [entry("1.15.x", "a:1", 9), entry("1.16.x", "a:2", 9)],
    "1.16.x with the image a:2",
    ["1.15.x"],
    "a:1",
  ],
  [
    "another size",
    [entry("1.16.x", "a:1", 8), entry("1.17.x", "a:1", 9)],
    "the size of 1.16.x, 8 MB",
    ["1.16.x", "1.17.x"],
    "a:1",
  ],
  [
    "tags",
    [entry("1.16.x", "a:1", 9, ', "available_tags": ["1"]')],
    "available_tags of 1.16.x",
    ["1.16.x"],
    "a:1",
  ],
  ["a key of somebody's own", [entry("1.16.x", "a:1", 9, ', "x": 1')], "x of 1.16.x", ["1.16.x"], "a:1"],
] as const)("1.0 cannot say %s: refused, unless forced", ([, entries, lost, versions, image]) => {
  const text = `{"compatibility": [${entries.join(", ")}]}`;
  const refused = convertSource(text, "1.0");
  expect(refused).toStrictEqual({
    fault: `would lose what schema 1.0 cannot say: ${lost}. --force drops it`,
  });
  const forced = convertSource(text, "1.0", true);
  if ("fault" in forced) throw new Error(forced.fault);
  expect(JSON.parse(forced.text)).toStrictEqual({
    name: image,
    compatibility: versions,
    uncompressed_size_mb: 9,
  });
  expect(forced.note).toBe(`moved to schema 1.0, without ${lost}`);
});

test.for([
  ["1.1", '{"compatibility": ["1.15.x"], "uncompressed_size_mb": 9}', words.noName],
  ["1.1", '{"compatibility": ["1.15.x"], "name": 7}', words.noName],
  ["1.1", '{"compatibility": ["1.15.x"], "name": "a:1", "uncompressed_size_mb": "9"}', words.noSize],
  ["1.0", `{"name": "a:1", "compatibility": [${entry("1.16.x", "a:1", 9)}]}`, words.keyBeside("name")],
  ["1.0", `{"image": "a:1", "compatibility": [${entry("1.16.x", "a:1", 9)}]}`, words.keyBeside("image")],
  ["1.0", '{"compatibility": [{"version": "1.16.x"}]}', words.noWholeEntry],
  ["1.0", '{"compatibility": [{"image": "a:1"}]}', words.noWholeEntry],
  ["1.0", '{"compatibility": [{"version": "1.16.x", "image": 7}]}', words.noWholeEntry],
  [
    "1.0",
    '{"compatibility": [{"version": "1.16.x", "image": "a:1", "uncompressed_size_mb": "9"}]}',
    words.noWholeEntry,
  ],
  ["1.0", '{"compatibility": [', words.notJson],
] as const)("says why this cannot be moved to %s: %s", ([schema, text, fault]) => {
  expect(convertSource(text, schema)).toStrictEqual({ fault });
});

test("writes sources of real registries that say what their lists say", () => {
  let moved = 0;
  for (const { root } of realRegistries) {
    for (const { bytes } of readContent(root).sources) {
      const { parsed } = parseJson(new TextDecoder().decode(bytes ?? new Uint8Array()));
      if (!parsed || schemaOf(parsed.value as JsonObject) !== "1.0") continue;
      const there = convertSource(parsed.text, "1.1");
      if ("fault" in there) continue;
      moved++;
      const data = parsed.value as JsonObject;
      const list = objectText(
        toSchema({ ...checkedData({ schema: "1.0", data }), entries: rawEntries(parsed) }, "1.1"),
      );
      expect(JSON.parse(there.text)).toStrictEqual(JSON.parse(list));
      const again = convertSource(there.text, "1.0");
      if ("fault" in again) throw new Error(again.fault);
      expect(JSON.parse(again.text)).toStrictEqual(data);
      // Nothing but the moved keys differs, to the byte.
      const rest = (text: string): string[] =>
        text
          .split("\n")
          .filter((line) => !/version|image"|"name"|uncompressed|^\s*[{}\]],?\r?$|"1\.\d+\.x"/.test(line))
          .map((line) => line.replace(/,\r?$/, ""));
      expect(rest(again.text)).toStrictEqual(rest(parsed.text));
    }
  }
  expect(moved).toBeGreaterThan(10);
});

test("moves a size of null there and back, which check takes for one that is not said", () => {
  const text = '{"compatibility": ["1.15.x"], "name": "a:1", "uncompressed_size_mb": null}';
  const move = (from: string, schema: SchemaVersion): string => {
    const moved = convertSource(from, schema);
    return "text" in moved ? moved.text : moved.fault;
  };
  const there = move(text, "1.1");
  expect(JSON.parse(there)).toEqual({
    compatibility: [{ version: "1.15.x", image: "a:1", uncompressed_size_mb: null }],
  });
  expect(JSON.parse(move(there, "1.0"))).toEqual(JSON.parse(text));
});
