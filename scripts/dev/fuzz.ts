import { join } from "node:path";
import { problemCodes } from "../../src/registry/model/problem.ts";
import { fixturesFolder, saveFixture } from "../../tests/fuzz/fixtures.ts";
import type { FuzzFailure, FuzzResult } from "../../tests/fuzz/run.ts";
import { superviseFuzz } from "../../tests/fuzz/supervise.ts";
import {
  numberOption,
  projectRoot,
  runCommand,
  textOption,
  UsageError,
  type ExitCode,
} from "../terminal/cli.ts";
import { progressLine } from "../terminal/progress.ts";

await runCommand(
  () => ({
    name: "npm run fuzz",
    summary:
      "Mutates registries and looks for one that crashes check or the build, or breaks a promise. A case is a registry of one to four workspaces, written to\n" +
      "the disk, read, checked, reported and assembled twice; each workspace starts from a real or a generated one and is changed as JSON, as bytes and as files.\n" +
      `A finding is made as small as possible and kept in ${fixturesFolder}/, where a test replays it.\n` +
      "Exit status: 0 nothing found, 1 something was found, 2 wrong usage.",
    options: {
      seconds: {
        type: "string",
        value: "N",
        help: "stop after this many seconds (default: 60, or no limit with --cases)",
      },
      seed: {
        type: "string",
        value: "S",
        help: "a whole number; the same seed makes the same cases (default: the time)",
      },
      cases: { type: "string", value: "N", help: "stop after this many cases" },
      path: { type: "string", value: "PATH", help: "repeat one case of a seed, as a finding names it" },
      "own-only": {
        type: "boolean",
        help: "leave the real registries in ../shared/corpus out, where they are; a seed then means the same on every machine",
      },
    },
  }),
  async (values): Promise<ExitCode> => {
    const cases = numberOption(values, "cases");
    const seconds = numberOption(values, "seconds") ?? (cases === null ? 60 : null);
    const seed = numberOption(values, "seed", -(2 ** 31)) ?? Date.now() % 2 ** 31;
    const path = textOption(values, "path");
    if (path !== undefined && !/^\d+(:\d+)*$/.test(path))
      throw new UsageError(
        `--path ${path} is not understood. Write it as a finding shows it, for instance --path 12:0:3.`,
      );
    const ownOnly = values["own-only"] === true;
    const line = progressLine();
    const start = performance.now();
    const options = {
      projectRoot,
      seed,
      cases: cases ?? 2 ** 31 - 1,
      seconds: seconds ?? undefined,
      path,
      corpus: ownOnly ? null : join(projectRoot, "..", "shared", "corpus"),
    };
    const result = await superviseFuzz(options, (count) =>
      line.show(`${count} cases, ${Math.round(count / ((performance.now() - start) / 1000))} a second`),
    );
    line.clear();
    process.stdout.write(summary(seed, result));
    if (!result.failure) return 0;
    process.stdout.write(finding(result.failure, ownOnly));
    return 1;
  },
);

function summary(seed: number, { cases, milliseconds, reached }: FuzzResult): string {
  const processor = process.cpuUsage();
  const busy = (processor.user + processor.system) / 1_000_000;
  const head = `seed ${seed}: ${cases} cases in ${(milliseconds / 1000).toFixed(1)} s, ${Math.round(cases / (milliseconds / 1000))} a second (${Math.round(cases / busy)} a second of processor time)\n`;
  if (!reached) return head;
  return `${head}${reached.workspaces} workspaces, ${reached.published} of them published; ${reached.withErrors} cases with errors; ${reached.codes.length} of ${problemCodes.length} kinds of problem; the slowest case took ${Math.round(reached.slowest)} ms\n`;
}

function finding(failure: FuzzFailure, ownOnly: boolean): string {
  const kept = saveFixture(projectRoot, failure);
  const foreign = failure.foreign
    ? "It was made from a registry that belongs to somebody else: put other values into it before it is committed.\n"
    : "";
  return `\n${failure.wrong.map((text) => `✗ ${text}`).join("\n")}\n\nKept in ${kept}\n${foreign}Repeat it: npm run fuzz -- --seed ${failure.seed} --path ${failure.path}${ownOnly ? " --own-only" : ""}\n`;
}
