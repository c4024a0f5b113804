import { json } from "../../strings/check.ts";
import { problems } from "../../strings/problems.ts";
import { expect, test } from "vitest";
import { decode } from "./decode.ts";
import { deepest, parseJson, rawEntries } from "./parse.ts";
import { messageOf, quote } from "../model/text.ts";

const cases: [text: string, expected: string[]][] = [
  ['{"a":1}', []],
  ["", ["1:1 json-empty"]],
  ["  \n ", ["1:1 json-empty"]],
  ['{"a":1,}', ["1:7 json-trailing-comma"]],
  ['{"a":[1,\n2,],}', ["2:2 json-trailing-comma", "2:4 json-trailing-comma"]],
  ['// hi\n{"a":1}', ["1:1 json-comment"]],
  ['{"a":1, /* b */ "c":2}', ["1:9 json-comment"]],
  ['{"a":1 "b":2}', ["1:8 json-syntax"]],
  ["{'a':1}", ["1:2 json-syntax"]],
  ["{“a”:1}", ["1:2 json-syntax"]],
  ['{"a":True}', ["1:6 json-syntax"]],
  ['{"a":01}', ["1:7 json-syntax"]],
  ['{"a":1}}', ["1:8 json-syntax"]],
  ['{"a":[1,\n"b":2}', ["2:4 json-syntax"]],
  ['{"a":[1}', ["1:8 json-syntax"]],
  ['{"a":"b "c" d"}', ["1:10 json-syntax"]],
  ['{"a":', ["1:6 json-syntax"]],
  ['{"a":"x', ["1:6 json-syntax"]],
  ['{"a":"x\ty"}', ["1:6 json-syntax"]],
  ['{"a":\u00a01}', ["1:6 json-syntax"]],
  ['<<<<<<< HEAD\n{"a":1}', ["1:1 json-syntax"]],
  ['{"a":1,\n "a":2}', ["2:2 json-duplicate-key"]],
  ['{"a":{"b":1,"b":1}}', ["1:13 json-duplicate-key"]],
  ['{"a":1e400}', ["1:6 json-number"]],
  ['{"a":"\\ud800"}', ["1:6 json-lone-surrogate"]],
  ["[".repeat(deepest + 1), [`1:${deepest + 1} json-too-deep`]],
  ['{"a":"[[[["}', []],
  ['{"a":{"b":1,"c":{"b":2}},"b":3}', []],
  ['[{"a/b":{"c~":1,\n"c~":2,"c~":3}}]', ["2:1 json-duplicate-key", "2:8 json-duplicate-key"]],
  ['{"a":[1,{"b":-1e999}]}', ["1:14 json-number"]],
  ['{"a":1e308,"b":"1e999"}', []],
  ['{"\\ud800":1}', ["1:2 json-lone-surrogate"]],
  [
    '["\\udc00a","\\ud83d\\ude00","\\ud83d\\ud83d\\ude00"]',
    ["1:2 json-lone-surrogate", "1:27 json-lone-surrogate"],
  ],
  ['{"a":1,/*x*/}', ["1:8 json-comment", "1:7 json-trailing-comma"]],
  ['{"a":[1,],"b":[1,2],"c":{},}', ["1:8 json-trailing-comma", "1:27 json-trailing-comma"]],
  ['{"a":1,\n\n}', ["1:7 json-trailing-comma"]],
  ['{"a":[,]}', ["1:7 json-trailing-comma", "1:7 json-syntax"]],
  ['// a\n{"a" 1,}', ["1:1 json-comment", "2:7 json-trailing-comma", "2:6 json-syntax"]],
  ['{"a":1}\n\u00a0', ["2:1 json-syntax"]],
  ['{"a":1 "0123456789012345678901234567890":2}', ["1:8 json-syntax"]],
  ["nul", ["1:1 json-syntax"]],
  ["1 2", ["1:3 json-syntax"]],
];

test.each(cases)("reports the place of each fault when the text is %j", (text, expected) => {
  const { faults } = parseJson(text);
  expect(faults.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(expected);
  const messages = faults.map((fault) => `${fault.pointer}: ${messageOf(fault)}`);
  for (const message of messages) expect(message).not.toMatch(/undefined/);
  if (text.length < 100 && messages.length > 0) expect(messages.join("\n")).toMatchSnapshot();
});

test("says the limit that a text exceeds", () => {
  expect(parseJson("[".repeat(101)).faults).toEqual([
    { code: "json-too-deep", args: { limit: "100" }, pointer: "", line: 1, column: 101 },
  ]);
  expect(parseJson(`[\n${"0,".repeat(15_000)}0]`).faults).toEqual([
    { code: "json-too-many", args: { limit: "30,000" }, pointer: "", line: 2, column: 30_000 },
  ]);
  expect(parseJson(`${"]".repeat(200)}${"[".repeat(100)}`).faults.map(({ code }) => code)).not.toContain(
    "json-too-deep",
  );
  expect(parseJson(`${"[{}".repeat(101)}`).faults.map(({ code }) => code)).toEqual(["json-too-deep"]);
});

test("counts the brackets that are open, not all of them", () => {
  expect(parseJson(`[${'{"a":[]},'.repeat(deepest)}0]`).faults).toEqual([]);
  expect(parseJson("[".repeat(deepest) + "]".repeat(deepest)).faults).toEqual([]);
});

test.each([
  ["accepts", "[[],", 14_998, []],
  ["refuses", "[0,", 14_999, ["json-too-many"]],
])("%s a text that begins with %s and has 30,000 tokens, or one more", (_, start, rest, codes) => {
  const text = `${start}${"0,".repeat(rest - 1)}0]`;
  expect(parseJson(text).faults.map(({ code }) => code)).toEqual(codes);
});

test("messages name the fault and the edit to make", () => {
  const words = (text: string): string => messageOf(parseJson(text).faults[0]!);
  const open = json.openList(1);
  expect(words('{"a":True}')).toBe(
    problems["json-syntax"].message(json.misspeltLiteral({ word: "True", instead: "true" })),
  );
  expect(words("{'a':1}")).toContain(json.quotationMark("'a'").cure);
  expect(words('{"a":1 "b":2}')).toContain(json.comma('"b"').what);
  expect(words('{"a":[1,\n"b":2}')).toContain(json.keyInList(open).what);
  expect(words('{"a":[1}')).toContain(json.wrongBracket({ seen: "}", open, closer: "]" }).what);
  expect(words('{"a":"b "c" d"}')).toContain(json.quoteInText("c").cure);
});

const open = json.openObject(1);
test.each([
  ['{"a":1', json.brace],
  ["[1", json.bracket],
  ['{"a":1}}', json.afterEnd('"}"')],
  ['{"a" 1}', json.colon('"1"')],
  ["{a:1}", json.other('"a"')],
  ["{1:1}", json.key('"1"')],
  ['{"a":}', json.value('"}"')],
  ['{"a":', json.value(json.endOfFile)],
  ['{"a":"x', json.openText],
  ['{"a":"\\q"}', json.escape],
  ['{"a":"\\u12"}', json.unicode],
  ['{"a":"x\ty"}', json.control],
  ['{"a":1.}', json.other('"1."')],
  ['{"a":False}', json.misspeltLiteral({ word: "False", instead: "false" })],
  ['{"a":None}', json.literal("None")],
  ['{"a":undefined}', json.literal("undefined")],
  ['{"a":NaN}', json.literal("NaN")],
  ['{"a":-Infinity}', json.literal("-Infinity")],
  ['{"a":Infinity}', json.literal("Infinity")],
  ["{“a”:1}", json.quotationMark(quote("“a”"))],
  ["{`a`:1}", json.quotationMark(quote("`a`"))],
  ['{"a":1,\n<<<<<<< HEAD\n"b":2}', json.merge],
  ['{"a":1,\n=======\n"b":2}', json.merge],
  ['{"a":1,\n>>>>>>> x\n"b":2}', json.merge],
  ['{"a":[1}', json.wrongBracket({ seen: "}", open: json.openList(1), closer: "]" })],
  ['{"a":1]', json.wrongBracket({ seen: "]", open, closer: "}" })],
  ['[[1],{"a":2]', json.wrongBracket({ seen: "]", open, closer: "}" })],
])("says of %j what stands there and what to do", (text, { what, cure }) => {
  const fault = parseJson(text).faults.find(({ code }) => code === "json-syntax")!;
  expect(fault.args).toEqual({ what, cure });
});

test.each<[text: string, entries: [string, string][]]>([
  ["{}", []],
  [
    '{"a":{},"b":[]}',
    [
      ["a", "{}"],
      ["b", "[]"],
    ],
  ],
  ['{"a":{"b":{"c":[1,{"d":2}]}}}', [["a", '{"b":{"c":[1,{"d":2}]}}']]],
  [
    '{"\\"a":":", "b":"}"}',
    [
      ['"a', '":"'],
      ["b", '"}"'],
    ],
  ],
  [
    '{"a":true,"b":null,"c":-1.5e+3}',
    [
      ["a", "true"],
      ["b", "null"],
      ["c", "-1.5e+3"],
    ],
  ],
])("the entries of %s are %j", (text, entries) => expect(rawEntries({ text })).toEqual(entries));

test("values come out to the digit, in authored order", () => {
  const text =
    '{ "z": 12345678901234567890,\n "10": [1.50, 1E3], "2": { "é": "\\u00e9\\/" , "__proto__": {} }, "w": " b  c " }';
  expect(rawEntries(parseJson(text).parsed!)).toEqual([
    ["z", "12345678901234567890"],
    ["10", "[1.50,1E3]"],
    ["2", '{"é":"\\u00e9\\/","__proto__":{}}'],
    ["w", '" b  c "'],
  ]);
});

test.each([
  ["a byte-order mark", Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), "1:1 json-bom", "{}"],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0), "1:1 json-encoding", null],
  ["UTF-16 without a mark", Uint8Array.of(0x7b, 0, 0x7d, 0), "1:1 json-encoding", null],
  ["UTF-32", Uint8Array.of(0xff, 0xfe, 0, 0), "1:1 json-encoding", null],
  ["a mark and Latin-1", Uint8Array.of(0xef, 0xbb, 0xbf, 0x0a, 0xe9), "1:1 json-bom,2:1 json-encoding", null],
  [
    "Latin-1",
    new Uint8Array([...new TextEncoder().encode('{\n "a": "caf'), 0xe9, 0x22, 0x7d]),
    "2:11 json-encoding",
    null,
  ],
])("%s is named as such", (_, bytes, expected, text) => {
  const decoded = decode(bytes);
  expect(decoded.faults.map(({ line, column, code }) => `${line}:${column} ${code}`).join()).toBe(expected);
  expect(decoded.text).toBe(text);
});

test.each([
  [[0xff, 0xfe, 0x7b, 0], "UTF-16"],
  [[0xff, 0xfe], "UTF-16"],
  [[0xff, 0xfe, 0], "UTF-16"],
  [[0xff, 0xfe, 0, 0x7b], "UTF-16"],
  [[0xff, 0xfe, 0x7b, 0, 0], "UTF-16"],
  [[0xfe, 0xff, 0, 0x7b], "UTF-16"],
  [[0xff, 0xfe, 0, 0], "UTF-32"],
  [[0, 0x7b], "UTF-16"],
  [[0x7b, 0], "UTF-16"],
  [[0xff, 0x7b], json.otherEncoding],
  [[0xfe, 0x7b], json.otherEncoding],
  [[0x7b, 0xfe], json.otherEncoding],
])("the bytes %j are %s", (bytes, encoding) =>
  expect(decode(Uint8Array.from(bytes))).toEqual({
    text: null,
    faults: [{ code: "json-encoding", args: { encoding }, pointer: "", line: 1, column: expect.any(Number) }],
  }),
);

test.each([
  [[], ""],
  [[0x7b], "{"],
  [[0, 0], "\0\0"],
  [[0xef, 0xbb, 0x7b], null],
  [[0x7b, 0x7d, 0xc3, 0xa9], "{}é"],
])("the bytes %j are the text %j", (bytes, text) => expect(decode(Uint8Array.from(bytes)).text).toBe(text));
