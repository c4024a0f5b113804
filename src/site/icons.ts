import type { FlaggedWorkspace, Identity, SourceFile } from "../registry/model/types.ts";
import { mediaTypeOf } from "../icons/inspect/format.ts";
import { drawPictures } from "./pictures.ts";

/**
 * Side of the thumbnails in pixels: what cards (56) and pages (96) show on screens of single and double density. A second size for single
 * density would save 1.3 kB an icon there, and cost a fifth of the time of drawing.
 */
const thumbnailSide = 128;

/** Bytes up to which a picture of no more pixels is shown as it is; making a smaller one would cost more than it saves. */
const smallEnough = 6 * 1024;

/** Where a small picture of a workspace's icon is, relative to the root of the site; "" where there is none that a browser shows. */
export function thumbnail({ icon: { file, published } }: Pick<FlaggedWorkspace, "icon">): string {
  if (!file.image) return "";
  return needsThumbnail(file)
    ? `thumbs/${thumbnailId(file)}.webp`
    : `1.0/icons/${encodeURIComponent(published)}`;
}

/** Whether a smaller picture is made. Windows icons are shown as they are: browsers read them, and our image library does not. */
export function needsThumbnail({ image, size }: SourceFile): boolean {
  if (!image || image.format === "ico") return false;
  const isSmall =
    image.format !== "svg" &&
    Math.max(image.width ?? Infinity, image.height ?? Infinity) <= thumbnailSide &&
    size <= smallEnough;
  return !isSmall;
}

/** Named by content: equal pictures share a file, and a changed one gets another address. */
export function thumbnailId({ sha1 }: Pick<SourceFile, "sha1">): string {
  return sha1.slice(0, 16);
}

/** The published bytes of an icon, then those of its thumbnail where it has one. Throws, with half a sentence, where it cannot be drawn. */
export async function iconPictures(
  { icon: { file } }: Pick<FlaggedWorkspace, "icon">,
  mode: Identity["icons"],
): Promise<[published: Uint8Array, thumbnail?: Uint8Array]> {
  const side = needsThumbnail(file) ? thumbnailSide : null;
  const icon = { path: file.path, sha1: file.sha1 };
  // Check refuses an icon that is no picture; the job makes one picture, and the thumbnail where a side is given.
  const pictures = await drawPictures({ kind: "icon", icon, image: file.image!, mode, side });
  return pictures as [Uint8Array, Uint8Array?];
}

export function contentTypeOf({ image }: Pick<SourceFile, "image">): string {
  return image ? mediaTypeOf(image.format) : "application/octet-stream";
}
