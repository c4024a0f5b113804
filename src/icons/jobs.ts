import { blankPicture, makePictures, shrinkPicture, squarePicture } from "./draw.ts";
import { readAgain } from "../registry/read/read-again.ts";
import type { ImageInfo, SourceFile } from "../registry/model/types.ts";
import { drawSocialCard, type SocialCard } from "./social-card.ts";

/** Whoever draws pictures: the pictures of one job; throws, with half a sentence for people, where there are none. */
export interface Painter {
  draw: (job: PictureJob) => Promise<Uint8Array[]>;
}

/** Work on pictures, most of them of unknown origin. Only plain data: it goes to another process. */
export type PictureJob =
  /** The published bytes of an icon, then its thumbnail where a side is given. The bytes of a file that was checked need not be sent: it is read where it is drawn. */
  | {
      kind: "icon";
      icon: Uint8Array | Pick<SourceFile, "path" | "sha1">;
      image: ImageInfo;
      mode: "fit" | "original";
      side: number | null;
    }
  /** A WebP that is at most so many pixels wide. */
  | { kind: "shrink"; bytes: Uint8Array; width: number }
  /** A PNG of this side, the picture whole in the middle. */
  | { kind: "square"; bytes: Uint8Array; side: number }
  /** A WebP of one grey. */
  | { kind: "blank"; width: number; height: number }
  /** The picture that a shared link shows, a PNG. */
  | { kind: "card"; card: SocialCard };

/** Does the work, in this process. Throws where the picture cannot be decoded. */
export async function drawJob(job: PictureJob): Promise<Uint8Array[]> {
  switch (job.kind) {
    case "icon": {
      const bytes = job.icon instanceof Uint8Array ? job.icon : readAgain(job.icon);
      return (await makePictures(bytes, job.image, job.mode, job.side)).filter(
        (picture) => picture !== undefined,
      );
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
