import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { LoadOptions } from "../../src/registry/load.ts";
import { gatherBases } from "./bases.ts";
import { fuzzCases, type FuzzCase, type Surroundings } from "./case.ts";
import { engine as ownEngine, type Engine } from "./engine.ts";
import { examineCommand } from "./oracle/command.ts";
import { examine } from "./oracle/index.ts";
import { foldersIn } from "./oracle/outcome.ts";
import { writeTree } from "./tree.ts";
import { withoutGit } from "./without-git.ts";

export interface FuzzOptions {
  projectRoot: string;
  seed: number;
  /** Cases at most. */
  cases: number;
  /** Seconds at most; without a limit when left out. */
  seconds?: number | undefined;
  /** Where a found case is, as fast-check names it: "1234:0:2". */
  path?: string | undefined;
  /** Folder of the real registries; null leaves them out, so that a seed means the same everywhere. */
  corpus: string | null;
  engine?: Engine;
  /** Cases that are tried before the others. */
  examples?: readonly Pick<FuzzCase, "tree" | "options">[];
  /** A folder to work in, which the caller removes; one of its own when left out. */
  scratch?: string | undefined;
  /** Called before each case, with its number from 1. */
  progress?: (cases: number) => void;
}

/** The smallest case that was found, and what is wrong with it. */
export interface FuzzFailure extends Pick<FuzzCase, "tree" | "options" | "foreign"> {
  seed: number;
  path: string;
  wrong: string[];
}

export interface FuzzResult {
  cases: number;
  milliseconds: number;
  failure: FuzzFailure | null;
  /** The cases' reach: without this, a run that finds nothing says nothing. Null where the thread ended before it could say. */
  reached: {
    workspaces: number;
    published: number;
    withErrors: number;
    codes: string[];
    slowest: number;
  } | null;
}

/** Makes cases and examines what the engine makes of each, until one is wrong, or there were enough. The same seed makes the same cases. */
export async function fuzz({
  projectRoot,
  seed,
  cases,
  seconds,
  path,
  corpus,
  engine = ownEngine,
  examples = [],
  scratch: given,
  progress,
}: FuzzOptions): Promise<FuzzResult> {
  const scratch = given ?? makeScratch();
  const start = performance.now();
  const reached = { workspaces: 0, published: 0, withErrors: 0, codes: new Set<string>(), slowest: 0 };
  let count = 0;
  try {
    const bases = await gatherBases(projectRoot, scratch, corpus);
    const root = join(scratch, "workspaces");
    const property = fc.property(fuzzCases(bases, projectRoot), (fuzzed) => {
      progress?.(++count);
      const wrong = tryCase(fuzzed, { root, projectRoot, engine, reached });
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
    });
    const details = withoutGit(() =>
      fc.check(property, {
        seed,
        numRuns: cases,
        examples: examples.map((example): [FuzzCase] => [{ ...example, foreign: false, runsCommand: false }]),
        ...(path === undefined ? {} : { path }),
        ...(seconds === undefined ? {} : { interruptAfterTimeLimit: seconds * 1000 }),
      }),
    );
    const milliseconds = performance.now() - start;
    const result = {
      cases: details.numRuns,
      milliseconds,
      reached: { ...reached, codes: [...reached.codes].sort() },
    };
    if (!details.failed || !details.counterexample) return { ...result, failure: null };
    const [found] = details.counterexample;
    return {
      ...result,
      failure: {
        seed,
        path: details.counterexamplePath ?? "",
        ...found,
        wrong: String((details.errorInstance as Error).message).split("\n"),
      },
    };
  } finally {
    if (given === undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

/** Where scratch folders are made: in memory where the system has a place for that. */
export const scratchParent = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A new folder, with the number of the process in its name. */
export function makeScratch(): string {
  return mkdtempSync(join(scratchParent, `registry-fuzz-${process.pid}-`));
}

/** The case at a path, as it was before anything made it smaller: for one that never came to an end. */
export async function caseAt(
  seed: number,
  path: string,
  projectRoot: string,
  corpus: string | null,
): Promise<Pick<FuzzFailure, "tree" | "options" | "foreign">> {
  const scratch = mkdtempSync(join(tmpdir(), "registry-fuzz-"));
  try {
    const bases = await gatherBases(projectRoot, scratch, corpus);
    const [found] = fc.sample(fuzzCases(bases, projectRoot), { seed, path, numRuns: 1 });
    if (!found) throw new Error(`Seed ${seed} has no case at ${path}.`);
    return found;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Place {
  root: string;
  projectRoot: string;
  engine: Engine;
  reached: { workspaces: number; published: number; withErrors: number; codes: Set<string>; slowest: number };
}

function tryCase(
  { tree, options, runsCommand }: FuzzCase,
  { root, projectRoot, engine, reached }: Place,
): string[] {
  writeTree(root, tree);
  const start = performance.now();
  const { wrong, outcome } = examine(loadOptions(root, options), engine);
  reached.slowest = Math.max(reached.slowest, performance.now() - start);
  if (outcome) {
    reached.workspaces += foldersIn(root).size;
    reached.published += outcome.registry.workspaces.length;
    for (const { code } of outcome.registry.problems) reached.codes.add(code);
    if (/"errors": [1-9]/.test(outcome.json)) reached.withErrors++;
  }
  return wrong.length === 0 && runsCommand ? examineCommand(root, projectRoot) : wrong;
}

/** Options that the commands would gather from the machine, for a lone folder. */
export function loadOptions(root: string, surroundings: Surroundings): LoadOptions {
  return { root, publicFiles: ["logo.svg"], repository: root, ...surroundings };
}
