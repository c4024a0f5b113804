import { fork, type ChildProcess } from "node:child_process";
import { availableParallelism, constants, setPriority } from "node:os";
import { join } from "node:path";
import type { Painter, PictureJob } from "./jobs.ts";
import type { Answer } from "./process.ts";

/** Seconds for one picture: a sound one takes a tenth of one. */
const mostSeconds = 20;

/**
 * Draws pictures in processes of their own, so that one that would take hours or all memory is stopped, and the others go on. A process
 * is started when there is work for it. Whoever gives it many jobs at once makes those of others wait behind them.
 */
export class PictureProcesses implements Painter {
  readonly #processes: PictureProcess[];

  constructor(seconds = mostSeconds) {
    this.#processes = Array.from({ length: Math.min(3, availableParallelism()) }, () => new PictureProcess(seconds));
  }

  /** The pictures of one job. Throws, with half a sentence for people, where there are none. */
  async draw(job: PictureJob): Promise<Uint8Array[]> {
    const answer = await this.#processes.reduce((least, other) => (other.load < least.load ? other : least)).ask(job);
    if ("fault" in answer) throw new Error(answer.fault);
    return answer.pictures;
  }

  /** Ends the processes; what they were drawing is lost. */
  close(): void {
    for (const process of this.#processes) process.close();
  }
}

interface Task {
  job: PictureJob;
  settle: (answer: Answer) => void;
}

/** One process, started anew after a picture that ended it. It draws in the order in which it is asked. */
class PictureProcess {
  readonly #seconds: number;
  /** The first is being drawn. */
  readonly #tasks: Task[] = [];
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Jobs that are not answered yet. */
  get load(): number {
    return this.#tasks.length;
  }

  ask(job: PictureJob): Promise<Answer> {
    return new Promise((settle) => {
      this.#tasks.push({ job, settle });
      if (!this.#child) this.#start();
      else this.#child.send(job, () => {});
      if (this.#tasks.length === 1) this.#watch();
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#child?.kill("SIGKILL");
  }

  #start(): void {
    const child = fork(join(import.meta.dirname, "process.ts"), [], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // Little memory each: glibc would keep what was freed for every thread by itself, and Node a large part for what is soon gone.
      execArgv: ["--max-semi-space-size=2"],
      env: { ...process.env, MALLOC_ARENA_MAX: "1" },
    });
    this.#child = child;
    // The pages, which one process makes, take longest: they go first, and pictures are drawn with what is left of the processors.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    // A process that waits for work does not keep the build from ending.
    child.unref();
    child.channel?.unref();
    child.on("message", (answer: Answer) => this.#answered(answer, !("last" in answer)));
    child.on("exit", () => this.#answered({ fault: "the picture library ended at it" }, false));
    child.on("error", () => this.#answered({ fault: "the picture library ended at it" }, false));
    for (const { job } of this.#tasks) child.send(job, () => {});
  }

  /** The first task has its answer. After the last one that a process gives, another takes over what it had not drawn. */
  #answered(answer: Answer, alive: boolean): void {
    const task = this.#tasks.shift();
    if (!alive) {
      this.#child?.removeAllListeners();
      this.#child?.kill("SIGKILL");
      this.#child = null;
      if (this.#tasks.length > 0) this.#start();
    }
    this.#watch();
    task?.settle(answer);
  }

  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#tasks.length === 0) return;
    const answer = { fault: `it takes longer than ${this.#seconds} seconds to draw` };
    this.#timer = setTimeout(() => this.#answered(answer, false), this.#seconds * 1000);
  }
}
