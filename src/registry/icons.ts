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

// What every server of every admin loads. The 21 real icons that are made smaller take 28 kB each as PNGs of all colours, 8 kB with palettes of
// 256, and look the same. More effort makes them no smaller and takes three times as long; dithering shows.
const pngOfPalette = { palette: true, effort: 1, dither: 0, compressionLevel: 6 } as const;

// Choosing a palette takes as long as there are different colours: with these steps a fifth less. 42 dB from the original, 44 without them.
const [colourSteps, alphaSteps] = [steps(6), steps(5)];

// The pictures are small: several at once use the processors better than several threads on one.
sharp.concurrency(1);
sharp.cache(false);

/** The published bytes of an icon. Throws where it cannot be decoded. */
export async function publishIcon(bytes: Uint8Array, info: ImageInfo, mode: "fit" | "original"): Promise<Uint8Array> {
  return (await makePictures(bytes, info, mode, null))[0];
}

/** The published bytes of an icon and, where a side in pixels is given, its thumbnail; from one decoding where the format allows it. Throws where it cannot be decoded. */
export async function makePictures(bytes: Uint8Array, info: ImageInfo, mode: "fit" | "original", side: number | null): Promise<[published: Uint8Array, thumbnail?: Uint8Array]> {
  const isStill = info.format === "png" || info.format === "jpeg";
  if (isPublishedAsIs(info, mode) || !isStill) {
    const published = await publishOther(bytes, info, mode);
    return side === null ? [published] : [published, await makeThumbnail(bytes, info, side)];
  }
  const { data, info: { width, height, channels } } = await fit(bytes, false).raw().toBuffer({ resolveWithObject: true });
  // Not all of what is said of the pixels: they are said to be premultiplied where making them smaller did so in between, and are not any more.
  const raw = { width, height, channels };
  const fitted = (): Sharp => sharp(data, { raw });
  const thumbnail = side === null ? null : await toThumbnail(fitted(), side);
  if (info.format === "png") inSteps(data, channels);
  const published = await encode(fitted(), info.format).toBuffer();
  return thumbnail ? [published, thumbnail] : [published];
}

/** A square WebP picture of an icon, `side` pixels wide. Throws where it cannot be decoded. */
export async function makeThumbnail(bytes: Uint8Array, info: ImageInfo, side: number): Promise<Uint8Array> {
  if (info.format !== "svg") return toThumbnail(open(bytes, false).rotate(), side);
  return toThumbnail(open(publishSvg(bytes), false, svgDensity(info, side)), side);
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

/** What is published of anything but a still picture that is too large. */
async function publishOther(bytes: Uint8Array, info: ImageInfo, mode: "fit" | "original"): Promise<Uint8Array> {
  if (info.format === "svg") return publishSvg(bytes);
  return isPublishedAsIs(info, mode) ? bytes : encode(fit(bytes, true), info.format).toBuffer();
}

/** Without what could do anything; byte for byte where nothing is left out. */
function publishSvg(bytes: Uint8Array): Uint8Array {
  const { text, plain } = decodeSvg(bytes);
  const clean = sanitizeSvg(text);
  return plain && clean === text ? bytes : new TextEncoder().encode(withoutDeclaration(clean));
}

/** Upright, and made smaller to fit the square of published icons. */
function fit(bytes: Uint8Array, animated: boolean): Sharp {
  return open(bytes, animated).rotate().resize(publishedSide, publishedSide, { fit: "inside", withoutEnlargement: true }).timeout({ seconds: mostSeconds });
}

function toThumbnail(picture: Sharp, side: number): Promise<Uint8Array> {
  return picture.resize(side, side, square).ensureAlpha().webp(thumbnailQuality).timeout({ seconds: mostSeconds }).toBuffer();
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

/** For each value of a channel the nearest of those that so many bits have, spread from 0 to 255. */
function steps(bits: number): Uint8Array {
  const most = 2 ** bits - 1;
  return Uint8Array.from({ length: 256 }, (_, value) => Math.round((Math.round((value / 255) * most) * 255) / most));
}

/** Changes pixels to fewer different colours. The last of two or four channels is transparency. */
function inSteps(pixels: Uint8Array, channels: number): void {
  const alpha = channels % 2 === 0 ? channels - 1 : -1;
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at % channels === alpha ? alphaSteps : colourSteps)[pixels[at]!]!;
}

/** Dots per inch at which a drawing of this size comes out at `side` pixels; 72 is its own size. */
function svgDensity({ width, height }: ImageInfo, side: number): number {
  const own = Math.max(width ?? side, height ?? side) || side;
  return Math.min(2400, Math.max(1, (72 * side) / own));
}
