import { expect, test } from "vitest";
import { fromPointer, isObject, textsIn, toPointer, valueAt } from "./json.ts";

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ["a", false],
  [undefined, false],
])("whether %j is an object: %j", (value, expected) => expect(isObject(value)).toBe(expected));

test.each([
  [[], ""],
  [["a", "0"], "/a/0"],
  [["a/b~c", ""], "/a~1b~0c/"],
  [["~1", "//"], "/~01/~1~1"],
])("the path %j is the pointer %j", (path, pointer) => {
  expect(toPointer(path)).toBe(pointer);
  expect(fromPointer(pointer)).toEqual(path);
});

test.each([
  [
    '{"a": "b", "c": 1, "d": ["e"], "f": ""}',
    [
      ["a", "b"],
      ["f", ""],
    ],
  ],
  ['["a"]', []],
  ['"a"', []],
  ["{", []],
  [null, []],
])("the texts in %j are %j", (json, texts) => expect(textsIn(json)).toEqual(texts));

test.each([
  [["a", "1", "b"], 2],
  [["a", "7", "b"], undefined],
  [["x"], undefined],
  [[], { a: [0, { b: 2 }] }],
])("the value at %j is %j", (steps, value) => expect(valueAt({ a: [0, { b: 2 }] }, steps)).toEqual(value));
