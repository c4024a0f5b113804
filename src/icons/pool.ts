import { fork, type ChildProcess } from "node:child_process";
import { availableParallelism, constants, setPriority } from "node:os";
import { join } from "node:path";
import type { Painter, PictureJob } from "./jobs.ts";
import type { Answer, Outcome, Question } from "./worker.ts";

/** Seconds for one picture: a sound one takes a tenth of one. */
const mostSeconds = 20;

/** Pictures that a process draws at once: while one is in the library, which has threads of its own, the other is given its colours. */
const together = 2;

/**
 * Draws pictures in processes of their own, so that one that would take hours or all memory is stopped, and the others go on. A process
 * is started when there is work for it, unless it was before. Whoever gives it many jobs at once makes those of others wait behind them.
 */
export class PictureProcesses implements Painter {
  readonly #processes: PictureProcess[];

  constructor(seconds = mostSeconds) {
    this.#processes = Array.from(
      { length: Math.min(3, availableParallelism()) },
      () => new PictureProcess(seconds),
    );
  }

  /** Starts them before there is work: that takes a while in which who starts them may do something else. */
  start(): void {
    for (const process of this.#processes) process.start();
  }

  /** The pictures of one job. Throws, with half a sentence for people, where there are none. */
  async draw(job: PictureJob): Promise<Uint8Array[]> {
    const outcome = await this.#processes
      .reduce((least, other) => (other.load < least.load ? other : least))
      .ask(job);
    if ("fault" in outcome) throw new Error(outcome.fault);
    return outcome.pictures;
  }

  /** Ends the processes; what they were drawing is lost. */
  close(): void {
    for (const process of this.#processes) process.close();
  }
}

interface Task extends Question {
  settle: (outcome: Outcome) => void;
}

/** One process, started anew after a picture that ended it. It begins with the pictures in the order in which it is asked. */
class PictureProcess {
  readonly #seconds: number;
  /** What is not answered yet. The first ones are being drawn. */
  readonly #tasks: Task[] = [];
  #asked = 0;
  #together = together;
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Jobs that are not answered yet. */
  get load(): number {
    return this.#tasks.length;
  }

  ask(job: PictureJob): Promise<Outcome> {
    return new Promise((settle) => {
      const task = { number: ++this.#asked, job, settle };
      this.#tasks.push(task);
      if (this.#child) send(this.#child, task);
      else this.start();
      if (this.#tasks.length === 1) this.#watch();
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#kill();
  }

  /** Nothing where it is started already: two would both draw what waits. */
  start(): void {
    if (this.#child) return;
    const child = fork(join(import.meta.dirname, "worker.ts"), [String(this.#together)], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // Little memory each: glibc would keep what was freed for every thread by itself, and Node a large part for what is soon gone. There
      // is little to collect: more threads for that keep each other waiting, and others from the processors.
      execArgv: ["--max-semi-space-size=1", "--single-threaded-gc"],
      env: { ...process.env, MALLOC_ARENA_MAX: "1" },
    });
    this.#child = child;
    // The pages, which one process makes, take longest: they go first, and pictures are drawn with what is left of the processors.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    // A process that waits for work does not keep the build from ending.
    child.unref();
    child.channel?.unref();
    child.on("message", (answer: Answer) =>
      "ends" in answer ? this.#ended(answer.ends) : this.#answered(answer),
    );
    child.on("exit", () => this.#ended("the picture library ended at it"));
    child.on("error", () => this.#ended("the picture library ended at it"));
    for (const task of this.#tasks) send(child, task);
  }

  #answered({ number, ...outcome }: Outcome & { number: number }): void {
    const at = this.#tasks.findIndex((task) => task.number === number);
    const [task] = this.#tasks.splice(at, 1);
    if (at === 0) this.#watch();
    task!.settle(outcome);
  }

  /**
   * Another process takes over what this one had not drawn. Where it was at one picture, that one ended it; of two, nobody knows which:
   * they are drawn again one at a time, and so are all that follow.
   */
  #ended(fault: string): void {
    this.#kill();
    const culprit = this.#together === 1 || this.#tasks.length === 1 ? this.#tasks.shift() : undefined;
    if (this.#tasks.length > 0) {
      if (!culprit) this.#together = 1;
      this.start();
    }
    this.#watch();
    culprit?.settle({ fault });
  }

  #kill(): void {
    this.#child?.removeAllListeners();
    // One that could not be started has nothing to kill, and says so only now.
    this.#child?.on("error", () => {});
    if (this.#child?.pid !== undefined) this.#child.kill("SIGKILL");
    this.#child = null;
  }

  /** The first picture has been drawn for as long as it is the first. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#tasks.length === 0) return;
    this.#timer = setTimeout(
      () => this.#ended(`it takes longer than ${this.#seconds} seconds to draw`),
      this.#seconds * 1000,
    );
  }
}

function send(child: ChildProcess, { number, job }: Question): void {
  child.send({ number, job } satisfies Question, () => {});
}
