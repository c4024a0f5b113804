import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fixturesFolder } from "../fuzz/fixtures.ts";
import { fuzz, scratchParent } from "../fuzz/run.ts";
import { ended, projectRoot, run, start } from "../support/run.ts";

test("the engine checks and lists 4,000 mutated registries as promised", async () => {
  const { cases, failure, reached } = await fuzz({ projectRoot, seed: 11, cases: 4000, corpus: null });
  expect(failure?.wrong ?? []).toEqual([]);
  expect(cases).toBe(4000);
  expect(reached!.codes.length).toBeGreaterThan(50);
});

test("the command: seed, cases, rate and what was reached; wrong usage is 2", async () => {
  const done = await run("dev/fuzz", ["--cases", "5", "--seed", "2", "--own-only"]);
  expect(done).toMatchObject({ code: 0, stderr: "" });
  expect(done.stdout).toMatch(
    /^seed 2: 5 cases in [\d.]+ s, \d+ a second .*\n\d+ workspaces, \d+ of them published; \d+ cases with errors; \d+ of \d+ kinds of problem/,
  );
  for (const wrong of [
    ["--cases", "0"],
    ["--path", "a"],
  ])
    expect((await run("dev/fuzz", wrong)).code, wrong.join(" ")).toBe(2);
  expect((await run("dev/fuzz", ["--help"])).stdout).toContain("Usage: npm run fuzz");
  expect(existsSync(join(projectRoot, fixturesFolder))).toBe(true);
});

test("an interrupted search leaves nothing behind", async () => {
  const child = start("dev/fuzz", ["--seconds", "600", "--seed", "2", "--own-only"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const end = ended(child);
  const folders = (): string[] =>
    readdirSync(scratchParent).filter((name) => name.startsWith(`registry-fuzz-${child.pid}-`));
  await expect.poll(folders, { timeout: 120_000 }).toHaveLength(1);
  child.kill("SIGINT");
  expect(await end).toMatchObject({ code: 130 });
  expect(folders()).toEqual([]);
});
