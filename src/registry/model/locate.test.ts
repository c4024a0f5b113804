import { parseTree } from "jsonc-parser";
import { expect, test } from "vitest";
import { locate, placeAt } from "./locate.ts";

test.each([
  ["a\nb", 0, "1:1"],
  ["a\nb", 1, "1:2"],
  ["a\nb", 2, "2:1"],
  ["a\r\nb", 3, "2:1"],
  ["a\r\nb", 2, "1:3"],
  ["a\rb", 2, "2:1"],
  ["a\r\rb\n", 3, "3:1"],
  ["a\n\n\n\nb", 5, "5:1"],
  ["a\nbc", 9, "2:3"],
  ["", 0, "1:1"],
])("the place in %j at %i is %s", (text, offset, expected) => {
  const { line, column } = placeAt(text, offset);
  expect(`${line}:${column}`).toBe(expected);
});

const text = '{\n "a": [1,\n  {"b/c": 2}]}';
test.each([
  ["/a/0", "value", "2:8"],
  ["/a/1/b~1c", "value", "3:11"],
  ["/a/1/b~1c", "key", "3:4"],
  ["/a/1", "key", "3:3"],
  ["/a/7/x", "value", "2:7"],
  ["/a/0/x", "value", "2:8"],
  ["/b", "value", "1:1"],
  ["", "value", "1:1"],
] as const)("the pointer %j leads to its %s at %s", (pointer, at, expected) => {
  const { line, column } = locate(text, parseTree(text), pointer, at);
  expect(`${line}:${column}`).toBe(expected);
});

test("a text without a tree has one place", () => {
  expect(locate("\n\n", undefined, "/a")).toEqual({ line: 1, column: 1 });
});

test("the last of two equal keys counts", () => {
  const twice = '{"a": 1, "a": 2}';
  expect(locate(twice, parseTree(twice), "/a").column).toBe(15);
});
