import { pictures as words } from "../strings/check.ts";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import workerpool from "workerpool";
import type { Painter, PictureJob } from "./jobs.ts";

/** Limits of one picture, in seconds and bytes: a sound one takes a tenth of a second, the largest allowed one a fraction of the memory. */
const maxSeconds = 20;
const maxMemory = 1200 * 1024 * 1024;

/** Milliseconds after which processes that have nothing to draw end: each holds 50 MB while Astro renders, and in dev for hours. */
const maxIdle = 200;

/** Draws pictures in other processes, so that one picture that takes too much time or memory ends its process and not the build. */
export class PictureProcesses implements Painter {
  readonly #seconds: number;
  readonly #pool: workerpool.Pool;
  // Jobs wait here and not in the pool, which forgets those that wait when a process crashes (workerpool 10.0.3).
  readonly #limit = pLimit({ concurrency: Math.min(3, availableParallelism()), rejectOnClear: true });

  constructor(seconds = maxSeconds, memory = maxMemory) {
    this.#seconds = seconds;
    this.#pool = workerpool.pool(join(import.meta.dirname, "worker.ts"), {
      workerType: "process",
      maxWorkers: Infinity,
      forkArgs: [String(memory)],
      // With one arena of glibc, a process takes 105 MB and not 135.
      forkOpts: { serialization: "advanced", env: { ...process.env, MALLOC_ARENA_MAX: "1" } },
      // Warnings of the picture library go to the listener below, which drops them, and not to the terminal.
      emitStdStreams: true,
    });
  }

  #isClosed = false;
  #idle?: NodeJS.Timeout;

  async draw(job: PictureJob): Promise<Uint8Array[]> {
    clearTimeout(this.#idle);
    try {
      return await this.#limit(() => this.#drawNow(job));
    } finally {
      this.#endWhenIdle();
    }
  }

  /** Ends the processes. Jobs that are not done fail. */
  close(): void {
    this.#isClosed = true;
    this.#limit.clearQueue();
    this.#endProcesses();
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#limit.activeCount === 0) this.#endProcesses();
    }, maxIdle).unref();
  }

  /** The next job starts others. */
  #endProcesses(): void {
    this.#pool.terminate(true).catch(() => {});
  }

  async #drawNow(job: PictureJob): Promise<Uint8Array[]> {
    let cause: string = words.libraryEnded;
    // workerpool would start a process for it, which nobody ends.
    if (this.#isClosed) throw new Error(cause);
    // The other process does not know the language of the registry.
    const on = (event: { isTooLarge?: boolean }): void => {
      if (event.isTooLarge) cause = words.tooMuchMemory;
    };
    try {
      return await this.#pool.exec("draw", [job], { on }).timeout(this.#seconds * 1000);
    } catch (error) {
      if (error instanceof workerpool.TerminateError) throw new Error(cause);
      if (error instanceof workerpool.Promise.TimeoutError) throw new Error(words.tooMuchTime(this.#seconds));
      throw new Error((error as Error).message);
    }
  }
}
