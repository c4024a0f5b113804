import { expect, test } from "vitest";
import { projectRoot } from "../support/run.ts";
import { readFixtures } from "./fixtures.ts";
import { fuzz } from "./run.ts";

test("the engine checks and lists what was found before, and 300 mutated registries, as promised", async () => {
  // Bounded by number and not by time, and without the real registries: the same cases on every machine.
  const { cases, failure, reached } = await fuzz({
    projectRoot,
    seed: 6,
    cases: 300,
    corpus: null,
    examples: readFixtures(projectRoot),
  });
  expect(failure?.wrong ?? []).toEqual([]);
  expect(cases).toBe(300);
  // A run whose cases are all refused at the first look would find nothing.
  expect(reached!.published).toBeGreaterThan(150);
  expect(reached!.codes.length).toBeGreaterThan(30);
});

test("the same seed makes the same cases", async () => {
  const [one, two, other] = await Promise.all(
    [3, 3, 4].map((seed) => fuzz({ projectRoot, seed, cases: 25, corpus: null })),
  );
  const reached = ({ reached: found }: NonNullable<typeof one>): unknown => ({ ...found, slowest: 0 });
  expect(reached(two!)).toEqual(reached(one!));
  expect(reached(other!)).not.toEqual(reached(one!));
});
