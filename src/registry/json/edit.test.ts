import { parseTree } from "jsonc-parser";
import { expect, test } from "vitest";
import { applyEdits, insertItem, removeChild } from "./edit.ts";

const inserted = (text: string, index: number): string =>
  applyEdits(text, [insertItem(text, parseTree(text)!, index, "9")]);
const removed = (text: string, index: number): string =>
  applyEdits(text, [removeChild(parseTree(text)!, index)]);

test.for([
  ["[]", 0, "[9]"],
  ["[ ]", 0, "[9]"],
  ["[1]", 1, "[1, 9]"],
  ["[1]", 0, "[9, 1]"],
  ["[1,2]", 2, "[1,2,9]"],
  ["[1, 2]", 1, "[1, 9, 2]"],
  ["[\n  1\n]", 1, "[\n  1,\n  9\n]"],
  ["[\r\n\t1,\r\n\t2\r\n]", 2, "[\r\n\t1,\r\n\t2,\r\n\t9\r\n]"],
  ["[\r\n\t1,\r\n\t2\r\n]", 0, "[\r\n\t9,\r\n\t1,\r\n\t2\r\n]"],
] as const)("into %j at %i", ([text, index, expected]) => {
  expect(inserted(text, index)).toBe(expected);
});

test.for([
  ["[1]", 0, "[]"],
  ["[1, 2]", 0, "[2]"],
  ["[1, 2]", 1, "[1]"],
  ["[\n  1,\n  2\n]", 1, "[\n  1\n]"],
  ["[\n  1,\n  2\n]", 0, "[\n  2\n]"],
  ['{\n  "a": 1,\n  "b": 2\n}', 0, '{\n  "b": 2\n}'],
] as const)("out of %j at %i", ([text, index, expected]) => {
  expect(removed(text, index)).toBe(expected);
});

test("edits that overlap are refused", () => {
  expect(() =>
    applyEdits("abc", [
      { offset: 0, length: 2, content: "" },
      { offset: 1, length: 1, content: "" },
    ]),
  ).toThrow(RangeError);
});
