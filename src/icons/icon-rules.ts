import { publishedSide } from "./inspect/format.ts";
import type { ImageInfo } from "../registry/model/types.ts";

/** Rules for icons that need no picture library. */

/** Whether the icon is published byte for byte: all but large raster icons and drawings that are not clean. */
export function isPublishedAsIs({ format, width, height }: ImageInfo, mode: "fit" | "original"): boolean {
  if (format === "svg") return false;
  return mode === "original" || format === "ico" || Math.max(width ?? 0, height ?? 0) <= publishedSide;
}
