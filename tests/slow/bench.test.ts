import { expect, test } from "vitest";
import { run } from "../support/run.ts";

test("measures a build cold and warm, doctor and the pages", async () => {
  const { code, stdout, stderr } = await run("dev/bench", ["--sizes", "3", "--runs", "1"]);
  expect(code, stderr).toBe(0);
  const [head, ...rows] = stdout.trimEnd().split("\n");
  expect(head).toMatch(/^workspaces +ours +official +ratio$/);
  expect(rows.map((row) => row.replace(/ +\d+(\.\d+)? (s|MB|kB)$/, " $2").trim())).toEqual(
    [
      "build, cold s",
      "build, warm s",
      "doctor s",
      ...(process.platform === "linux" ? ["peak memory MB"] : []),
      "home page kB",
      "workspace page kB",
    ].map((row) => `3  ${row}`),
  );
});

test.each([
  ["--sizes", "0"],
  ["--sizes", "many"],
])("refuses %s %s", async (...args) => {
  expect((await run("dev/bench", args)).code).toBe(2);
});
