import { expect, test } from "vitest";
import { fuzz } from "../fuzz/run.ts";
import { projectRoot } from "../support/run.ts";

test("the engine checks and lists 4,000 mutated registries as promised", async () => {
  const { cases, failure, reached } = await fuzz({ projectRoot, seed: 11, cases: 4000, corpus: null });
  expect(failure?.wrong ?? []).toEqual([]);
  expect(cases).toBe(4000);
  expect(reached!.codes.length).toBeGreaterThan(50);
});
