import { workspaceOf, testTogether } from "./rule.fixture.ts";

const category = (folder: string, ...categories: string[]): ReturnType<typeof workspaceOf> =>
  workspaceOf(folder, { categories });
const near = ["B near-duplicate-category"];
const long = (length: number): string => "x".repeat(length - 1);
/** Categories of three digits, which are near to no other. */
const fillers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index).padStart(3, "0"));

testTogether([
  ["accepts two words", [category("A", "Desktop"), category("B", "Development")], []],
  [
    "reports the rarer of two endings",
    [category("A", "Development"), category("B", "Developer"), category("C", "Development")],
    near,
  ],
  [
    "keeps the first in the alphabet of two equals",
    [category("A", "office"), category("B", "Office")],
    ["A near-duplicate-category"],
  ],
  ["reports one word in two cases", [category("A", "Office"), category("B", "office")], near],
  ["reports an ending behind four letters", [category("A", "Tool"), category("B", "Tools")], near],
  ["accepts an ending behind three letters", [category("A", "Bug"), category("B", "Bugs")], []],
  ["reports one other letter in six", [category("A", "Gaming"), category("B", "Gaxing")], near],
  ["accepts one other letter in five", [category("A", "Maths"), category("B", "Moths")], []],
  [
    "reports two other letters in twelve",
    [category("A", "abcdefghijkl"), category("B", "abcxefghxjkl")],
    near,
  ],
  ["accepts two other letters in eleven", [category("A", "abcdefghijk"), category("B", "abcxefghxjk")], []],
  [
    "compares categories of 60 characters",
    [category("A", `A${long(60)}`), category("B", `a${long(60)}`)],
    near,
  ],
  [
    "does not compare categories of 61 characters",
    [category("A", `A${long(61)}`), category("B", `a${long(61)}`)],
    [],
  ],
  ["compares 400 categories", [category("A", ...fillers(398), "Office"), category("B", "office")], near],
  ["compares no more than 400", [category("A", ...fillers(399), "Office"), category("B", "office")], []],
]);
