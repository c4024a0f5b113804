import sharp, { type Sharp } from "sharp";
import { largestIconSide } from "./image-format.ts";
import { sanitizeSvg } from "./svg.ts";
import type { ImageInfo } from "./types.ts";

/** Larger raster icons are made to fit this square, in pixels; Kasm never shows more. */
export const publishedSide = 256;

/** Changes when the bytes that come out for the same bytes that go in would change; part of the key of the cache. */
export const iconRecipe = `1 sharp ${sharp.versions.sharp ?? ""} vips ${sharp.versions.vips}`;

/** Pixels of all frames at most, and seconds a picture: a small file can hold a very large one. */
const limits = { limitInputPixels: largestIconSide * largestIconSide * 2, sequentialRead: true } as const;
const mostSeconds = 20;

// The pictures are small: several at once use the processors better than several threads on one.
sharp.concurrency(1);
sharp.cache(false);

/** Whether the icon is published byte for byte: all but large raster icons and drawings that are not clean. */
export function isPublishedAsIs({ format, width, height }: ImageInfo, mode: "fit" | "original"): boolean {
  if (format === "svg") return false;
  return mode === "original" || format === "ico" || Math.max(width ?? 0, height ?? 0) <= publishedSide;
}

/** The published bytes of an icon. Throws where it cannot be decoded. */
export async function publishIcon(bytes: Uint8Array, info: ImageInfo, mode: "fit" | "original"): Promise<Uint8Array> {
  if (info.format === "svg") {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const clean = sanitizeSvg(text);
    return clean === text ? bytes : new TextEncoder().encode(clean);
  }
  if (isPublishedAsIs(info, mode)) return bytes;
  const fitted = open(bytes, true).rotate().resize(publishedSide, publishedSide, { fit: "inside" });
  return encode(fitted, info.format).timeout({ seconds: mostSeconds }).toBuffer();
}

/** Square WebP pictures of an icon, one for each side in pixels, from one decoding. Throws where it cannot be decoded. */
export async function makeThumbnails(bytes: Uint8Array, info: ImageInfo, sides: readonly number[]): Promise<Uint8Array[]> {
  const largest = Math.max(...sides);
  const source = info.format === "svg" ? await publishIcon(bytes, info, "fit") : bytes;
  const square = open(source, false, info.format === "svg" ? svgDensity(info, largest) : undefined)
    .rotate()
    .resize(largest, largest, { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .ensureAlpha()
    .timeout({ seconds: mostSeconds });
  const { data, info: raw } = await square.raw().toBuffer({ resolveWithObject: true });
  return Promise.all(sides.map((side) => {
    const picture = sharp(data, { raw: { width: raw.width, height: raw.height, channels: 4 } });
    return (side === largest ? picture : picture.resize(side, side)).webp({ quality: 82, alphaQuality: 90, effort: 4 }).toBuffer();
  }));
}

function open(bytes: Uint8Array, animated: boolean, density?: number): Sharp {
  return sharp(bytes, { ...limits, animated, ...(density ? { density } : {}) });
}

function encode(picture: Sharp, format: ImageInfo["format"]): Sharp {
  switch (format) {
    case "png": return picture.png({ compressionLevel: 9 });
    case "jpeg": return picture.jpeg({ quality: 88 });
    case "webp": return picture.webp({ quality: 90 });
    case "gif": return picture.gif();
    default: throw new Error(`a ${format} picture is not re-encoded`);
  }
}

/** Dots per inch at which a drawing of this size comes out at `side` pixels; 72 is its own size. */
function svgDensity({ width, height }: ImageInfo, side: number): number {
  const own = Math.max(width ?? side, height ?? side) || side;
  return Math.min(2400, Math.max(1, (72 * side) / own));
}
