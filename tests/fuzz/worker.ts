import { parentPort, workerData } from "node:worker_threads";
import { fuzz, type FuzzOptions } from "./run.ts";

/** Input of the thread: the options, and a number in shared memory that says which case it is at. */
export interface WorkerInput {
  options: Omit<FuzzOptions, "engine" | "progress">;
  cases: Int32Array;
}

const { options, cases } = workerData as WorkerInput;
parentPort?.postMessage(await fuzz({ ...options, progress: (count) => Atomics.store(cases, 0, count) }));
