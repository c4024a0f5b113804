import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

test("every rule has a test beside it", () => {
  const rules = readdirSync(import.meta.dirname).filter(
    (name) => /^[a-z-]+\.ts$/.test(name) && name !== "rule.ts",
  );
  expect(
    rules.filter((name) => !existsSync(`${import.meta.dirname}/${name.replace(/ts$/, "test.ts")}`)),
  ).toEqual([]);
});
