import { join } from "node:path";
import { official, ours, type Candidate } from "./candidates.ts";
import { changeOneWorkspace, inputOf } from "./inputs.ts";
import { measure, type Cost } from "./measure.ts";
import { median } from "./median.ts";
import { countOutput, type Output } from "./output.ts";

const projectRoot = join(import.meta.dirname, "..", "..");

/** Medians of one kind of build: seconds, megabytes, and seconds by stage. */
export interface Measured extends Omit<Cost, "stderr"> {
  stages: Record<string, number>;
}

/** One registry built by one candidate. */
export interface Built {
  cold: Measured;
  warm: Measured;
  output: Output;
}

export interface SizeResult {
  workspaces: number;
  ours: Built;
  official: Built | null;
  /** `npm run check` and the least it could cost: reading and hashing every file. */
  check: Pick<Cost, "wall">;
  readAndHash: Pick<Cost, "wall">;
}

export interface BenchOptions {
  /** Workspaces of the registries. */
  sizes: readonly number[];
  /** How often each is measured. */
  runs: number;
  /** Folder of a checkout of the official template, or null. */
  official: string | null;
  progress: (text: string) => void;
}

type Samples = {
  cold: (Cost & { stages: Record<string, number> })[];
  warm: (Cost & { stages: Record<string, number> })[];
};

/** Measures every size. Candidates take turns, so that whatever else the machine does meets both. */
export async function measureBuilds({
  sizes,
  runs,
  official: checkout,
  progress,
}: BenchOptions): Promise<SizeResult[]> {
  const results: SizeResult[] = [];
  for (const workspaces of sizes) {
    progress(`${workspaces}: generating`);
    const input = await inputOf(workspaces);
    const candidates = [
      { name: "ours", candidate: ours() },
      ...(checkout === null ? [] : [{ name: "official", candidate: official(checkout) }]),
    ].map((entry) => ({ ...entry, samples: { cold: [], warm: [] } as Samples }));
    const checks: Cost[] = [];
    const reads: Cost[] = [];
    // Watching for memory slows down: a first round is watched, and the times are those of the others.
    for (let run = 0; run <= runs; run++) {
      for (const { candidate } of candidates) candidate.take(input);
      for (const kind of ["cold", "warm"] as const) {
        for (const { name, candidate, samples } of candidates) {
          progress(`${workspaces}: ${name}, ${kind}, ${run === 0 ? "watched" : `${run} of ${runs}`}`);
          if (kind === "cold") candidate.forget();
          else changeOneWorkspace(candidate.workspaces);
          samples[kind].push(await candidate.build(run === 0));
        }
      }
      if (run === 0) continue;
      progress(`${workspaces}: check, ${run} of ${runs}`);
      reads.push(
        await measure(process.execPath, ["tests/perf/read-and-hash.ts", input], { cwd: projectRoot }),
      );
      checks.push(
        await measure(process.execPath, ["scripts/check.ts", "--workspaces", input, "--format", "json"], {
          cwd: projectRoot,
        }),
      );
    }
    const [mine, theirs] = candidates.map(({ candidate, samples }) => built(candidate, samples));
    results.push({
      workspaces,
      ours: mine!,
      official: theirs ?? null,
      check: { wall: medianWall(checks) },
      readAndHash: { wall: medianWall(reads) },
    });
  }
  return results;
}

function built({ out }: Candidate, { cold, warm }: Samples): Built {
  return { cold: measured(cold), warm: measured(warm), output: countOutput(out) };
}

/** Times are the medians of all rounds but the first, which was watched for the rest. */
function measured([watched, ...timed]: readonly (Cost & { stages: Record<string, number> })[]): Measured {
  const names = [...new Set(timed.flatMap(({ stages }) => Object.keys(stages)))];
  const stages = Object.fromEntries(
    names.map((name) => [name, median(timed.map(({ stages }) => stages[name] ?? 0))]),
  );
  return {
    wall: medianWall(timed),
    cpu: watched!.cpu,
    memory: watched!.memory,
    largest: watched!.largest,
    stages,
  };
}

function medianWall(samples: readonly Cost[]): number {
  return median(samples.map(({ wall }) => wall));
}
