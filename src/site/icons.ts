import type { FlaggedWorkspace, SourceFile } from "../registry/types.ts";

/** Sides of the thumbnails in pixels: what cards and pages show, and the same for screens of double density. */
export const thumbnailSizes = [64, 128] as const;
export type ThumbnailSize = (typeof thumbnailSizes)[number];

/** A picture that is small enough is shown as it is; making a smaller one would cost more than it saves. */
const smallEnough = { side: 128, bytes: 6 * 1024 };

/** Where a picture of the icon is, relative to the root of the site, and its size in pixels. */
export interface Thumbnail {
  src: string;
  width: number;
  height: number;
}

/** The picture of a workspace's icon in one of the sizes; null where there is none that a browser shows. */
export function thumbnail({ icon }: Pick<FlaggedWorkspace, "icon">, size: ThumbnailSize): Thumbnail | null {
  const { file, published } = icon;
  if (!file.image) return null;
  const src = needsThumbnail(file) ? thumbnailName(file, size) : `1.0/icons/${encodeURIComponent(published)}`;
  return { src, width: size, height: size };
}

/** Whether a smaller picture is made. Windows icons are shown as they are: browsers read them, and our image library does not. */
export function needsThumbnail({ image, size }: SourceFile): boolean {
  if (!image || image.format === "ico") return false;
  const isSmall = image.format !== "svg" && Math.max(image.width ?? Infinity, image.height ?? Infinity) <= smallEnough.side && size <= smallEnough.bytes;
  return !isSmall;
}

/** Named by content: equal pictures share a file, and a changed one gets another address. */
export function thumbnailName({ sha1 }: Pick<SourceFile, "sha1">, size: ThumbnailSize): string {
  return `thumbs/${sha1.slice(0, 16)}-${size}.webp`;
}
