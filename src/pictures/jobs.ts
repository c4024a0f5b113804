import { makePictures, shrinkPicture, squarePicture } from "../registry/icons.ts";
import type { ImageInfo } from "../registry/types.ts";

/** Work on a picture of unknown origin. Only plain data: it goes to another process. */
export type PictureJob =
  /** The published bytes of an icon, then a thumbnail for each side. */
  | { kind: "icon"; bytes: Uint8Array; image: ImageInfo; mode: "fit" | "original"; sides: readonly number[] }
  /** A WebP that is at most so many pixels wide. */
  | { kind: "shrink"; bytes: Uint8Array; width: number }
  /** A PNG of this side, the picture whole in the middle. */
  | { kind: "square"; bytes: Uint8Array; side: number };

/** Does the work, in this process. Throws where the picture cannot be decoded. */
export async function drawJob(job: PictureJob): Promise<Uint8Array[]> {
  switch (job.kind) {
    case "icon": {
      const { published, thumbnails } = await makePictures(job.bytes, job.image, job.mode, job.sides);
      return [published, ...thumbnails];
    }
    case "shrink": return [await shrinkPicture(job.bytes, job.width)];
    case "square": return [await squarePicture(job.bytes, job.side)];
  }
}
