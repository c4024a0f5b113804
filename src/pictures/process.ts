import { drawJob, type PictureJob } from "./jobs.ts";

/** What the process answers. */
export type Answer = { pictures: Uint8Array[] } | { fault: string; last?: true };

/** Bytes of memory at most: several times what the largest allowed picture needs. */
const mostMemory = 1200 * 1024 * 1024;
const look = 50;

// The process of src/pictures/processes.ts: a drawing can keep the library busy for hours, and only the end of its process stops that.
// One after the other: whoever waits knows which of them takes so long.
let drawn: Promise<void> = Promise.resolve();
process.on("message", (job: PictureJob) => {
  drawn = drawn.then(() => drawJob(job)).then(
    (pictures) => answer({ pictures: pictures.map((picture) => new Uint8Array(picture)) }),
    (error: unknown) => answer({ fault: error instanceof Error ? error.message : String(error) }),
  );
});

// Whoever started it is gone, or has pressed Ctrl-C and ends it in its own time.
process.on("disconnect", end);
process.on("SIGINT", () => {});

setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) answer({ fault: "it takes more than a gigabyte of memory to draw", last: true }, end);
}, look);

function answer(message: Answer, then: () => void = () => {}): void {
  process.send?.(message, undefined, {}, then);
}

/** At once: an orderly exit would wait for the drawing. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}
