import { expect, test } from "vitest";
import type { Fault } from "../json/parse.ts";
import { limitFaults } from "./limit-faults.ts";

const faults = (code: Fault["code"], count: number): Fault[] =>
  Array.from({ length: count }, (_, i) => ({
    code,
    pointer: `/${i}`,
    args: { i: String(i) },
    line: i + 1,
    column: 1,
  }));

test("shows 50 of a kind", () => {
  const all = [...faults("json-comment", 50), ...faults("unknown-key", 50)];
  expect(limitFaults(all)).toEqual(all);
});

test("says how many more of a kind follow, at the last one that is shown", () => {
  const [many, few] = [faults("json-comment", 53), faults("unknown-key", 2)];
  expect(limitFaults([...many, ...few])).toEqual([
    ...many.slice(0, 50),
    ...few,
    { ...many[49], code: "more-problems", args: { count: "3", code: "json-comment" } },
  ]);
});
