import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import type { LogLevel, Mutant } from "@stryker-mutator/api/core";
import { sampleMutants } from "../../tests/mutation/sample.ts";
import { numberOption, projectRoot, runCommand, type ExitCode } from "../terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run mutate",
    summary:
      "Changes the code in small ways, one at a time, and counts how many of the changes a unit test notices (StrykerJS). Takes about\n" +
      "3 seconds a change. Exit status: 0 measured, 2 wrong usage.",
    options: {
      sample: { type: "string", value: "N", help: "how many changes, out of some 21,000 (default: 100)" },
      seed: {
        type: "string",
        value: "S",
        help: "a whole number; the same seed picks the same changes (default: 1)",
      },
    },
  }),
  async (values): Promise<ExitCode> => {
    const sample = await sampleMutants(
      projectRoot,
      numberOption(values, "sample") ?? 100,
      numberOption(values, "seed") ?? 1,
    );
    const sampled = new Set(sample.map((change) => keyOf(fromOne(change))));
    // Stryker takes places; other changes at the same places are run and not counted.
    const results = await new Stryker({
      mutate: [...new Set(sample.map(rangeOf))],
      testRunner: "vitest",
      vitest: { configFile: "tests/mutation/vitest.config.ts" },
      checkers: [],
      reporters: process.stderr.isTTY ? ["progress"] : [],
      concurrency: availableParallelism(),
      ignorePatterns: ["dist", ".astro"],
      logLevel: "error" as LogLevel,
      warnings: false,
    }).runMutationTest();
    const counted = results
      .map((result) => ({ ...result, fileName: relative(projectRoot, result.fileName) }))
      .filter((result) => sampled.has(keyOf(result)));
    const survivors = counted.filter(({ status }) => status === "Survived" || status === "NoCoverage");
    const valid = counted.filter(
      ({ status }) => !["CompileError", "RuntimeError", "Ignored"].includes(status ?? ""),
    );
    for (const survivor of survivors) process.stdout.write(`${keyOf(survivor)}\n`);
    const noticed = valid.length - survivors.length;
    // On a busy machine, a time-out may be no more than that.
    const late = valid.filter(({ status }) => status === "Timeout").length;
    process.stdout.write(
      `${noticed} of ${valid.length} changes noticed (${late} by a time-out), ${((100 * noticed) / valid.length).toFixed(0)} %\n`,
    );
    return 0;
  },
);

type Change = Pick<Mutant, "fileName" | "location" | "mutatorName" | "replacement">;

/** As Stryker takes it: lines count from 1 and columns from 0. */
function rangeOf({ fileName, location: { start, end } }: Change): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/** The same change with lines and columns that count from 1, as those of results do. */
function fromOne({ location: { start, end }, ...change }: Change): Change {
  const shift = ({ line, column }: Mutant["location"]["start"]): Mutant["location"]["start"] => ({
    line: line + 1,
    column: column + 1,
  });
  return { ...change, location: { start: shift(start), end: shift(end) } };
}

/** Identifies a change by its place and its replacement. */
function keyOf({ fileName, location: { start, end }, mutatorName, replacement }: Change): string {
  return `${fileName}:${start.line}:${start.column}-${end.line}:${end.column}  ${mutatorName} → ${replacement}`;
}
