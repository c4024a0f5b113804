import type { Painter, PictureJob } from "../icons/jobs.ts";

/** Shared in memory like the registry (src/site/registry.ts says why): pages are bundled, and a bundle cannot start our processes. */
const key = Symbol.for("kasm-workspace-registry.pictures");
const shared = globalThis as { [key]?: Painter };

export function sharePictures(painter: Painter): void {
  shared[key] = painter;
}

/** Draws a picture of unknown origin where it can do no harm. Throws where it cannot be drawn. */
export async function drawPictures(job: PictureJob): Promise<Uint8Array[]> {
  const painter = shared[key];
  if (!painter)
    throw new Error("No process draws pictures. Start with npm run build or npm run dev instead of astro.");
  return painter.draw(job);
}

/** The one picture that a job makes. Throws where it cannot be drawn. */
export async function drawPicture(job: PictureJob): Promise<Uint8Array> {
  const [picture] = await drawPictures(job);
  if (!picture) throw new Error(`No picture was drawn (${job.kind}).`);
  return picture;
}
