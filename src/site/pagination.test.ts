import { expect, test } from "vitest";
import { paginate } from "./pagination.ts";

const lengths = (count: number): number[] =>
  paginate(Array.from({ length: count })).map((page) => page.length);

test("pages hold about 60, and none holds only a few", () => {
  expect(lengths(0)).toEqual([0]);
  expect(lengths(1)).toEqual([1]);
  expect(lengths(71)).toEqual([71]);
  expect(lengths(75)).toEqual([60, 15]);
  expect(lengths(130)).toEqual([60, 70]);
  expect(lengths(5000).reduce((sum, length) => sum + length)).toBe(5000);
});
