import type { PictureJob } from "../pictures/jobs.ts";
import type { PictureProcesses } from "../pictures/processes.ts";

/** Shared in memory like the registry (src/site/registry.ts says why): pages are bundled, and a bundle cannot start our processes. */
const key = Symbol.for("kasm-workspace-registry.pictures");
const shared = globalThis as { [key]?: PictureProcesses };

export function sharePictures(processes: PictureProcesses): void {
  shared[key] = processes;
}

/** Draws a picture of unknown origin where it can do no harm. Throws where it cannot be drawn. */
export async function drawPictures(job: PictureJob): Promise<Uint8Array[]> {
  const processes = shared[key];
  if (!processes) throw new Error("No process draws pictures. Start with npm run build or npm run dev instead of astro.");
  return processes.draw(job);
}
