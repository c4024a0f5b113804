import { readAgain } from "../registry/read/read-again.ts";
import type { ImageInfo, SourceFile } from "../registry/model/types.ts";
import { blankPicture, makeThumbnail, publishIcon, shrinkPicture, squarePicture } from "./draw.ts";
import { drawSocialCard, type SocialCard } from "./social-card.ts";

/** Draws pictures. Throws with half a sentence for people if a picture cannot be drawn. */
export interface Painter {
  draw: (job: PictureJob) => Promise<Uint8Array[]>;
}

/** Work on pictures, most of them of unknown origin. Holds plain data only, because another process does it. */
export type PictureJob =
  /** The published bytes of an icon, then its thumbnail if a side is given. A checked file is read where it is drawn, so that its bytes need not be sent. */
  | {
      kind: "icon";
      icon: Uint8Array | Pick<SourceFile, "path" | "sha1">;
      image: ImageInfo;
      mode: "fit" | "original";
      side: number | null;
    }
  /** A WebP at most so many pixels wide. */
  | { kind: "shrink"; bytes: Uint8Array; width: number }
  /** A PNG of this side with the whole picture in its middle. */
  | { kind: "square"; bytes: Uint8Array; side: number }
  /** A grey WebP. */
  | { kind: "blank"; width: number; height: number }
  /** The PNG that a shared link shows. */
  | { kind: "card"; card: SocialCard };

/** Does the work in this process. Throws if the picture cannot be decoded. */
export async function drawJob(job: PictureJob): Promise<Uint8Array[]> {
  switch (job.kind) {
    case "icon": {
      const { icon, image, mode, side } = job;
      const bytes = icon instanceof Uint8Array ? icon : readAgain(icon);
      const published = await publishIcon(bytes, image, mode);
      return side === null ? [published] : [published, await makeThumbnail(bytes, image, side)];
    }
    case "shrink":
      return [await shrinkPicture(job.bytes, job.width)];
    case "square":
      return [await squarePicture(job.bytes, job.side)];
    case "blank":
      return [await blankPicture(job.width, job.height)];
    case "card":
      return [await drawSocialCard(job.card)];
  }
}
