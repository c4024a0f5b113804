import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import type { ImageInfo } from "../registry/model/types.ts";

/** What is known of the pictures of an icon without drawing them: who draws nothing need not load the picture library. */

/** Larger raster icons are made to fit this square, in pixels; Kasm never shows more. */
export const publishedSide = 256;

const { version } = JSON.parse(readFileSync(findPackageJSON("sharp", import.meta.url)!, "utf8")) as {
  version: string;
};

/** Changes when the bytes that come out for the same bytes that go in would change; part of the key of the cache. A sharp names one libvips. */
export const iconRecipe = `14 sharp ${version} for ${process.platform} ${process.arch}`;

/** Whether the icon is published byte for byte: all but large raster icons and drawings that are not clean. */
export function isPublishedAsIs({ format, width, height }: ImageInfo, mode: "fit" | "original"): boolean {
  if (format === "svg") return false;
  return mode === "original" || format === "ico" || Math.max(width ?? 0, height ?? 0) <= publishedSide;
}
