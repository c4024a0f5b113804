import workerpool from "workerpool";
import { drawJob, type PictureJob } from "./jobs.ts";

/** The process that src/icons/pool.ts starts. Its argument is the memory that it may take, in bytes. */

const maxMemory = Number(process.argv[2]);
const milliseconds = 50;

/** Ends this process at once, because an orderly exit waits for the drawing, which may take hours. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}

function endIfTooLarge(): void {
  if (process.memoryUsage.rss() <= maxMemory) return;
  workerpool.workerEmit({ isTooLarge: true });
  end();
}

async function draw(job: PictureJob): Promise<Uint8Array[]> {
  const watch = setInterval(endIfTooLarge, milliseconds);
  try {
    return await drawJob(job);
  } finally {
    clearInterval(watch);
  }
}

// The parent is gone.
process.on("disconnect", end);
// Ctrl-C reaches this process as well, but the parent decides when it ends.
process.on("SIGINT", () => {});
workerpool.worker({ draw }, { onTerminate: end });
