import { once } from "node:events";
import { rmSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { caseAt, makeScratch, type FuzzOptions, type FuzzResult } from "./run.ts";
import type { WorkerInput } from "./worker.ts";

/** Seconds without a new case after which the engine is taken to hang. */
const mostSeconds = 120;
const megabytes = 1500;

/**
 * Fuzzes in a thread of its own, so that a case on which the engine hangs or takes all memory is a finding as well and not the end of the
 * search. `progress` is called now and then with the number of cases.
 */
export async function superviseFuzz(
  options: Omit<FuzzOptions, "engine" | "progress">,
  progress: (cases: number) => void,
): Promise<FuzzResult> {
  const cases = new Int32Array(new SharedArrayBuffer(4));
  const start = performance.now();
  // Removed here: neither a thread that is stopped nor a program that is interrupted cleans up after itself.
  const scratch = makeScratch();
  const removeScratch = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  const interrupted = (signal: NodeJS.Signals): void =>
    void worker.terminate().then(() => {
      removeScratch();
      process.exit(signal === "SIGINT" ? 130 : 143);
    });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: { options: { ...options, scratch }, cases } satisfies WorkerInput,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let last = { count: -1, at: start };
  let hangs = false;
  const watch = setInterval(() => {
    const count = Atomics.load(cases, 0);
    progress(count);
    if (count !== last.count) last = { count, at: performance.now() };
    else if (performance.now() - last.at > mostSeconds * 1000) {
      hangs = true;
      void worker.terminate();
    }
  }, 500);
  try {
    const answer = await Promise.race([
      once(worker, "message").then(([result]) => result as FuzzResult),
      once(worker, "exit").then(
        () => null,
        (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
      ),
    ]);
    if (answer && !(answer instanceof Error)) return answer;
    const count = Atomics.load(cases, 0);
    if (count === 0) throw answer ?? new Error("The thread ended before the first case.");
    // A replayed path is of one case already; otherwise the runs count from 0.
    const path = options.path ?? String(count - 1);
    const wrong = [
      hangs
        ? `it hangs: no answer for ${mostSeconds} seconds`
        : `it ends the program: ${answer?.message ?? "no reason was given"}`,
    ];
    return {
      cases: count,
      milliseconds: performance.now() - start,
      reached: null,
      failure: {
        seed: options.seed,
        path,
        wrong,
        ...(await caseAt(options.seed, path, options.projectRoot, options.corpus)),
      },
    };
  } finally {
    clearInterval(watch);
    await worker.terminate();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
    removeScratch();
  }
}
