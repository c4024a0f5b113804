import pLimit from "p-limit";
import { drawJob, type PictureJob } from "./jobs.ts";

/** What the process is asked. The number comes back with the answer. */
export interface Question {
  number: number;
  job: PictureJob;
}

/** What comes of a job. */
export type Outcome = { pictures: Uint8Array[] } | { fault: string };

/** What the process answers; without a number, that it ends, and why. */
export type Answer = (Outcome & { number: number }) | { ends: string };

/** Bytes of memory at most: several times what the largest allowed picture needs. */
const mostMemory = 1200 * 1024 * 1024;
const look = 50;

// The process of src/icons/pool.ts: a drawing can keep the library busy for hours, and only the end of its process stops that.
// In the order in which they are asked for, and as many at once as the argument says.
const limit = pLimit(Number(process.argv[2]));
process.on("message", ({ number, job }: Question) => {
  void limit(() => drawJob(job)).then(
    (pictures) => answer({ number, pictures: pictures.map((picture) => new Uint8Array(picture)) }),
    (error: unknown) => answer({ number, fault: error instanceof Error ? error.message : String(error) }),
  );
});

// Whoever started it is gone, or has pressed Ctrl-C and ends it in its own time.
process.on("disconnect", end);
process.on("SIGINT", () => {});

setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory)
    answer({ ends: "it takes more than a gigabyte of memory to draw" }, end);
}, look);

function answer(message: Answer, then: () => void = () => {}): void {
  process.send?.(message, undefined, {}, then);
}

/** At once: an orderly exit would wait for the drawing. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}
