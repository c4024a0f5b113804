import { fork, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { Painter, PictureJob } from "./jobs.ts";
import type { Answer } from "./process.ts";

/** Seconds for one picture: a sound one takes a tenth of one. */
const mostSeconds = 20;

/**
 * Draws pictures in processes of their own, so that one that would take hours or all memory is stopped, and the others go on. A process
 * is started when there is work for it.
 */
export class PictureProcesses implements Painter {
  readonly #limit = pLimit(Math.min(3, availableParallelism()));
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #seconds: number;

  constructor(seconds = mostSeconds) {
    this.#seconds = seconds;
  }

  /** The pictures of one job. Throws, with half a sentence for people, where there are none. */
  draw(job: PictureJob): Promise<Uint8Array[]> {
    return this.#limit(async () => {
      const child = this.#idle.pop() ?? this.#start();
      const answer = await this.#ask(child, job);
      if ("fault" in answer) throw new Error(answer.fault);
      return answer.pictures;
    });
  }

  /** Ends the processes; what they were drawing is lost. */
  close(): void {
    for (const child of this.#all) child.kill("SIGKILL");
  }

  #start(): ChildProcess {
    const child = fork(join(import.meta.dirname, "process.ts"), [], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      // Little memory each: glibc would keep what was freed for every thread by itself, and Node a large part for what is soon gone.
      execArgv: ["--max-semi-space-size=2"],
      env: { ...process.env, MALLOC_ARENA_MAX: "1" },
    });
    this.#all.add(child);
    // A process that waits for work does not keep the build from ending.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #ask(child: ChildProcess, job: PictureJob): Promise<Answer> {
    return new Promise((resolve) => {
      const settle = (answer: Answer, alive: boolean): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (alive) this.#idle.push(child);
        else {
          this.#all.delete(child);
          child.kill("SIGKILL");
        }
        resolve(answer);
      };
      const timer = setTimeout(() => settle({ fault: `it takes longer than ${this.#seconds} seconds to draw` }, false), this.#seconds * 1000);
      child.once("message", (answer: Answer) => settle(answer, !("last" in answer)));
      child.once("exit", () => settle({ fault: "the picture library ended at it" }, false));
      child.once("error", () => settle({ fault: "the picture library ended at it" }, false));
      child.send(job, () => {});
    });
  }
}
