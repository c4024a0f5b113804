import { testLines } from "./rule.fixture.ts";

testLines([
  ["accepts three categories", { categories: ["A", "B", "C"] }, []],
  ["reports the fourth category", { categories: ["A", "B", "C", "D"] }, ["13:17 too-many-categories"]],
]);
