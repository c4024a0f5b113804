import { expect, test } from "vitest";
import type { JsonObject } from "../registry/model/json.ts";
import { jsonDifference } from "./json-difference.ts";

const signs = { same: " ", removed: "-", added: "+" };
const text = (first: JsonObject, second: JsonObject): string[] =>
  jsonDifference(first, second).flatMap(({ kind, lines }) => lines.map((line) => signs[kind] + line));

test("marks lines of one side, keeps short lists on a line, and heeds no order of keys", () =>
  expect(
    text(
      { list: ["x", "y"], rows: [{ b: "1", a: "i" }], user: "root" },
      { user: "root", rows: [{ a: "i", b: "1" }], list: ["x"] },
    ),
  ).toEqual([
    " {",
    '-  "list": ["x", "y"],',
    '+  "list": ["x"],',
    '   "rows": [',
    '     {"a": "i", "b": "1"}',
    "   ],",
    '   "user": "root"',
    " }",
  ]));

test("a comma behind the last equal line is no difference", () =>
  expect(text({ a: 1 }, { a: 1, b: { c: "d" } }).filter((line) => !line.startsWith(" "))).toEqual([
    '+  "b": {',
    '+    "c": "d"',
    "+  }",
  ]));

test("what a build computes is left out", () =>
  expect(jsonDifference({ a: null, sha: "1" }, { a: null, sha: "2", flags: [] })).toEqual([
    { kind: "same", lines: ["{", '  "a": null', "}"] },
  ]));
