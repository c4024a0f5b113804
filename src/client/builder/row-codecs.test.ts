import type { JsonValue } from "../../registry/model/json.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { list, mounts, pairs, ports, readScalar, releases, showScalar, type Codec } from "./row-codecs.ts";
import { records } from "./live/records.ts";

const back = (codec: Codec, value: JsonValue): JsonValue => codec.toValue(codec.toRows(value), value);

const questions = records([
  { name: "key", type: "string" },
  { name: "required", type: "boolean" },
]);

test("a question that is removed takes its other members with it, and a new one has none", () => {
  const before = [
    { key: "a", help: "A" },
    { key: "b", help: "B", required: null },
  ];
  expect(questions.toValue([["b", ""]], before)).toEqual([{ key: "b", help: "B", required: null }]);
  expect(questions.toValue([...questions.toRows(before), ["c", "true"]], before)).toEqual([
    ...before,
    { key: "c", required: true },
  ]);
  expect([[{}], [{ key: [] }], ["a"], {}].filter((value) => questions.fits(value))).toEqual([]);
});

test.each<[string, Codec, JsonValue]>([
  [
    "questions",
    questions,
    [
      { key: "a", required: true, options: [1] },
      { key: "a", required: null },
    ],
  ],
  ["texts", list, ["a", "b=c:d", " "]],
  ["numbers stay numbers", list, ["video", 44, true]],
  ["pairs of every plain type", pairs, { A: "1", B: 1, C: true, "": "x", "a/b~c": "y" }],
  ["ports", ports, { "80/tcp": 8080, "90/udp": null, "91/tcp": "127.0.0.1:91" }],
  [
    "mounts with other members",
    mounts,
    { "/a": { bind: "/b", mode: "ro", uid: 1000 }, volume: { bind: "/c" } },
  ],
  [
    "releases",
    releases,
    [
      {
        version: "1.19.x",
        image: "a:1",
        uncompressed_size_mb: 5,
        available_tags: ["develop", "x"],
        other: 1,
      },
      {},
    ],
  ],
  ["releases of the wrong types", releases, [{ version: 1, uncompressed_size_mb: "5 GB" }]],
])("what rows show comes back as it was: %s", (name, codec, value) => {
  expect(codec.fits(value)).toBe(true);
  const wrong = name.includes("wrong");
  expect(back(codec, value)).toEqual(wrong ? [{ version: "1", uncompressed_size_mb: "5 GB" }] : value);
});

test("any list of texts and any object of texts survive", () => {
  const word = fc.string({ minLength: 1 });
  fc.assert(fc.property(fc.array(word), (value) => void expect(back(list, value)).toEqual(value)));
  fc.assert(
    fc.property(
      fc.dictionary(
        word.filter((key) => key !== "__proto__"),
        word,
      ),
      (value) => void expect(back(pairs, value)).toEqual({ ...value }),
    ),
  );
});

describe("what rows cannot show is left to JSON", () => {
  test.each<[Codec, JsonValue]>([
    [list, "text"],
    [list, [{}]],
    [list, [["a"]]],
    [list, [null]],
    [pairs, ["A=b"]],
    [pairs, { A: {} }],
    [ports, { "80/tcp": [1, 2] }],
    [ports, { "80/tcp": ["127.0.0.1", 80] }],
    [mounts, ["/a:/b"]],
    [mounts, { "/a": "/b" }],
    [mounts, { "/a": { bind: 1 } }],
  ])("%#", (codec, value) => expect(codec.fits(value)).toBe(false));
});

test("empty rows are not in the value, but an empty release is: it says which schema this is", () => {
  expect(list.toValue([["a"], [""], ["b"]], [])).toEqual(["a", "b"]);
  expect(pairs.toValue([["", ""]], {})).toEqual({});
  expect(releases.toValue([["", "", "", ""]], [])).toEqual([{}]);
});

test("pointers count filled rows only and escape keys", () => {
  expect(list.pointers(["x"], 3)).toEqual(["/3", ""]);
  expect(mounts.pointers(["/var/run~", "/x", "ro"], 0)).toEqual([
    "/~1var~1run~0",
    "",
    "/~1var~1run~0/bind",
    "/~1var~1run~0/mode",
  ]);
});

test.each<[string, boolean, JsonValue | undefined]>([
  ["", true, undefined],
  ["2", true, 2],
  [" 2 ", true, 2],
  ["2.5", true, 2.5],
  ["-1", true, -1],
  ["1e3", true, 1000],
  ["02", true, "02"],
  ["2 GB", true, "2 GB"],
  ["1e999", true, "1e999"],
  ["2", false, "2"],
  [" a ", false, " a "],
])("typed %j, a number wanted: %j, means %j", (text, wantsNumber, value) => {
  expect(readScalar(text, wantsNumber)).toBe(value);
});

test.each<[JsonValue | undefined, string]>([
  [undefined, ""],
  ["a", "a"],
  [2, "2"],
  [null, "null"],
  [["a"], '["a"]'],
])("%j is shown as %j", (value, text) => {
  expect(showScalar(value)).toBe(text);
});
