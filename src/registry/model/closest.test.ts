import { expect, test } from "vitest";
import { closest } from "./closest.ts";

test.each([
  ["colour", ["color", "colours"], "color"],
  ["colour", ["colours", "color"], "colours"],
  ["mem-limit", ["mem_limit"], "mem_limit"],
  ["Mem Limit", ["MEM_LIMIT"], "MEM_LIMIT"],
  ["ab", ["ac"], null],
  ["abc", ["abd"], "abd"],
  ["abcde", ["abcxy"], null],
  ["abcdef", ["abcdxy"], "abcdxy"],
  ["abcdefghi", ["abcdefxyz"], null],
  ["", ["a"], null],
  ["", [""], ""],
  ["abcdef", [], null],
])("the closest to %j among %j is %j", (word, candidates, expected) =>
  expect(closest(word, candidates)).toBe(expected),
);

test("looks at 80 characters", () => {
  expect(closest(`${"a".repeat(80)}bbb`, ["a".repeat(80)])).toBe("a".repeat(80));
  expect(closest(`${"a".repeat(79)}bbb`, ["a".repeat(77)])).toBeNull();
});
