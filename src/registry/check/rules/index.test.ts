import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { registryRules, workspaceRules } from "./index.ts";

const rules = readdirSync(import.meta.dirname)
  .filter((name) => /^[a-z-]+\.ts$/.test(name) && name !== "rule.ts" && name !== "index.ts")
  .map((name) => name.replace(/\.ts$/, ""));

test("every rule has a test beside it", () => {
  expect(rules.filter((name) => !existsSync(`${import.meta.dirname}/${name}.test.ts`))).toEqual([]);
});

test("every rule is in the table under the name of its file", () => {
  const inTable = [...workspaceRules, ...registryRules].map(({ name }) => name);
  // It words a fault of the rule icon, and runs when that one has.
  expect(rules.filter((name) => name !== "icon-borrowed").sort()).toEqual(inTable.sort());
});
