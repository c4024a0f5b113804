import sharp, { type Sharp } from "sharp";
import { largestIconSide } from "./image-format.ts";
import { isPublishedAsIs, publishedSide } from "./icon-rules.ts";
import { sanitizeSvg } from "./svg.ts";
import { decodeSvg, withoutDeclaration } from "./svg-encoding.ts";
import type { ImageInfo } from "./types.ts";

/** Pixels of all frames at most, and seconds a picture: a small file can hold a very large one. */
const limits = { limitInputPixels: largestIconSide * largestIconSide * 2, sequentialRead: true } as const;
const mostSeconds = 20;

// Measured on 1,000 icons: effort 4 takes twice the time of 2 and saves 3 % of the bytes; so does PNG's level 9 against 6.
const square = { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
// Side by side with quality 82 and transparency 90 nothing is to be seen, on light or dark; 71 real icons take 243 kB instead of 385.
const thumbnailQuality = { quality: 75, alphaQuality: 70, effort: 2 };

// What every server of every admin loads. The 21 real icons that are made smaller take 28 kB each as PNGs of all colours, 10 kB with palettes of
// 256, and look the same. More effort makes them no smaller and takes three times as long; dithering shows.
const pngOfPalette = { palette: true, effort: 1, dither: 0, compressionLevel: 6 } as const;

// The pictures are small: several at once use the processors better than several threads on one.
sharp.concurrency(1);
sharp.cache(false);

/** The published bytes of an icon. Throws where it cannot be decoded. */
export async function publishIcon(bytes: Uint8Array, info: ImageInfo, mode: "fit" | "original"): Promise<Uint8Array> {
  if (info.format === "svg") {
    const { text, plain } = decodeSvg(bytes);
    const clean = sanitizeSvg(text);
    if (plain && clean === text) return bytes;
    return new TextEncoder().encode(withoutDeclaration(clean));
  }
  if (isPublishedAsIs(info, mode)) return bytes;
  const fitted = open(bytes, true).rotate().resize(publishedSide, publishedSide, { fit: "inside" });
  return encode(fitted, info.format).timeout({ seconds: mostSeconds }).toBuffer();
}

/** Square WebP pictures of an icon, one for each side in pixels, from one decoding. Throws where it cannot be decoded. */
export async function makeThumbnails(bytes: Uint8Array, info: ImageInfo, sides: readonly number[]): Promise<Uint8Array[]> {
  return drawThumbnails(await decode(bytes, info, Math.max(...sides)), sides);
}

/** The published bytes and the thumbnails of an icon, from one decoding where the format allows it. Throws where it cannot be decoded. */
export async function makePictures(bytes: Uint8Array, info: ImageInfo, mode: "fit" | "original", sides: readonly number[]): Promise<{ published: Uint8Array; thumbnails: Uint8Array[] }> {
  const isStill = info.format === "png" || info.format === "jpeg";
  if (sides.length === 0 || isPublishedAsIs(info, mode) || !isStill) {
    return { published: await publishIcon(bytes, info, mode), thumbnails: sides.length === 0 ? [] : await makeThumbnails(bytes, info, sides) };
  }
  const fitted = await decode(bytes, info, publishedSide);
  return { published: await encode(fromPixels(fitted), info.format).toBuffer(), thumbnails: await drawThumbnails(fitted, sides) };
}

/** A WebP that is at most `width` pixels wide, for pictures on pages. Throws where the picture cannot be decoded. */
export async function shrinkPicture(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  return open(bytes, false).rotate().resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).timeout({ seconds: mostSeconds }).toBuffer();
}

/** A PNG of `side` pixels with the picture whole in the middle; a drawing is drawn finely. Throws where it cannot be decoded. */
export async function squarePicture(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  return open(bytes, false, 300).resize(side, side, square).png({ compressionLevel: 9 }).timeout({ seconds: mostSeconds }).toBuffer();
}

/** A WebP of one grey, for the place of a picture that cannot be shown. */
export async function blankPicture(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: "#dfe1dc" } }).webp().toBuffer();
}

interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

/** The first frame, upright, made smaller to fit a square of `side` pixels; a drawing is drawn in that size. */
async function decode(bytes: Uint8Array, info: ImageInfo, side: number): Promise<Pixels> {
  const isDrawing = info.format === "svg";
  const source = isDrawing ? await publishIcon(bytes, info, "fit") : bytes;
  const { data, info: raw } = await open(source, false, isDrawing ? svgDensity(info, side) : undefined)
    .rotate()
    .resize(side, side, { fit: "inside", withoutEnlargement: !isDrawing })
    .timeout({ seconds: mostSeconds })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: raw.width, height: raw.height, channels: raw.channels };
}

// One after the other: whoever has many icons works on several at once.
async function drawThumbnails(pixels: Pixels, sides: readonly number[]): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const side of sides) pictures.push(await fromPixels(pixels).resize(side, side, square).ensureAlpha().webp(thumbnailQuality).toBuffer());
  return pictures;
}

function fromPixels({ data, ...raw }: Pixels): Sharp {
  return sharp(data, { raw });
}

function open(bytes: Uint8Array, animated: boolean, density?: number): Sharp {
  return sharp(bytes, { ...limits, animated, ...(density ? { density } : {}) });
}

function encode(picture: Sharp, format: ImageInfo["format"]): Sharp {
  switch (format) {
    case "png": return picture.png(pngOfPalette);
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
