import sharp, { type Sharp } from "sharp";
import { largestIconSide } from "./inspect/format.ts";
import { halve } from "./halve.ts";
import { isPublishedAsIs, publishedSide } from "./icon-rules.ts";
import { encodeIndexedPng } from "./indexed-png.ts";
import { choosePalette } from "./palette.ts";
import { isAnimatedWebp } from "./inspect/structure.ts";
import type { Pixels } from "./pixels.ts";
import { shrink } from "./shrink.ts";
import { sanitizeSvg } from "./inspect/svg.ts";
import { decodeSvg, withoutDeclaration } from "./inspect/svg-encoding.ts";
import type { ImageInfo } from "../registry/model/types.ts";

/** Pixels of all frames at most, and seconds a picture: a small file can hold a very large one. */
const limits = { limitInputPixels: largestIconSide * largestIconSide * 2, sequentialRead: true } as const;
const mostSeconds = 20;

const square = { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
// Side by side with quality 82 and transparency 90 nothing is to be seen, on light or dark; 71 real icons take 243 kB instead of 385.
// Measured on 1,000 icons: effort 4 takes twice the time of 2 and saves 3 % of the bytes.
const thumbnailQuality = { quality: 75, alphaQuality: 70, effort: 2 };

// The pictures are small: several at once use the processors better than several threads on one.
sharp.concurrency(1);
sharp.cache(false);

/** The published bytes of an icon. Throws where it cannot be decoded. */
export async function publishIcon(
  bytes: Uint8Array,
  info: ImageInfo,
  mode: "fit" | "original",
): Promise<Uint8Array> {
  return (await makePictures(bytes, info, mode, null))[0];
}

/** The published bytes of an icon and, where a side in pixels is given, its thumbnail; from one decoding where the format allows it. Throws where it cannot be decoded. */
export async function makePictures(
  bytes: Uint8Array,
  info: ImageInfo,
  mode: "fit" | "original",
  side: number | null,
): Promise<[published: Uint8Array, thumbnail?: Uint8Array]> {
  if (isPublishedAsIs(info, mode) || !isStill(bytes, info)) {
    const published = await publishOther(bytes, info, mode);
    return side === null ? [published] : [published, await makeThumbnail(bytes, info, side)];
  }
  const pixels = await decode(bytes, info);
  const published =
    info.format === "png"
      ? encodeIndexedPng(choosePalette(pixels.data), pixels)
      : await encode(ofPixels(pixels), info.format).toBuffer();
  return side === null ? [published] : [published, await toThumbnail(pixels, side)];
}

/** A square WebP picture of an icon, `side` pixels wide. Throws where it cannot be decoded. */
export async function makeThumbnail(bytes: Uint8Array, info: ImageInfo, side: number): Promise<Uint8Array> {
  if (info.format !== "svg") return toThumbnail(await decode(bytes, info), side);
  return resize(open(publishSvg(bytes), false, svgDensity(info, side)), side)
    .webp(thumbnailQuality)
    .toBuffer();
}

/** A WebP that is at most `width` pixels wide, for pictures on pages. Throws where the picture cannot be decoded. */
export async function shrinkPicture(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  return open(bytes, false)
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: mostSeconds })
    .toBuffer();
}

/** A PNG of `side` pixels with the picture whole in the middle; a drawing is drawn finely. Throws where it cannot be decoded. */
export async function squarePicture(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  return open(bytes, false, 300)
    .resize(side, side, square)
    .png({ compressionLevel: 9 })
    .timeout({ seconds: mostSeconds })
    .toBuffer();
}

/** A WebP of one grey, for the place of a picture that cannot be shown. */
export async function blankPicture(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: "#dfe1dc" } })
    .webp()
    .toBuffer();
}

/** What is published of anything but a still picture that is too large. */
async function publishOther(
  bytes: Uint8Array,
  info: ImageInfo,
  mode: "fit" | "original",
): Promise<Uint8Array> {
  if (info.format === "svg") return publishSvg(bytes);
  return isPublishedAsIs(info, mode) ? bytes : encode(fit(bytes, true), info.format).toBuffer();
}

/** Without what could do anything; byte for byte where nothing is left out. */
function publishSvg(bytes: Uint8Array): Uint8Array {
  const { text, plain } = decodeSvg(bytes);
  const clean = sanitizeSvg(text);
  return plain && clean === text ? bytes : new TextEncoder().encode(withoutDeclaration(clean));
}

/** One picture, of a format that is written again. */
function isStill(bytes: Uint8Array, { format }: ImageInfo): boolean {
  return format === "png" || format === "jpeg" || (format === "webp" && !isAnimatedWebp(bytes));
}

/** Upright, and made smaller to fit the square of published icons. */
function fit(bytes: Uint8Array, animated: boolean): Sharp {
  return open(bytes, animated)
    .rotate()
    .resize(publishedSide, publishedSide, { fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: mostSeconds });
}

/** Upright, and no larger than what is published. */
async function decode(bytes: Uint8Array, info: ImageInfo): Promise<Pixels> {
  const longest = Math.max(info.width ?? Infinity, info.height ?? Infinity);
  const isWhole = longest <= publishedSide || isMadeHere(longest, publishedSide);
  const picture = isWhole ? open(bytes, false).rotate().timeout({ seconds: mostSeconds }) : fit(bytes, false);
  // Not all of what is said of the pixels: they are said to be premultiplied where making them smaller did so in between, and are not any more.
  const {
    data,
    info: { width, height },
  } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const scale = publishedSide / Math.max(width, height);
  const pixels = { data, width, height };
  return scale >= 1
    ? pixels
    : smaller(pixels, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
}

function toThumbnail(pixels: Pixels, side: number): Promise<Uint8Array> {
  const { width, height } = pixels;
  return (
    width === height && isMadeHere(width, side)
      ? ofPixels(smaller(pixels, side, side))
      : resize(ofPixels(pixels), side)
  )
    .webp(thumbnailQuality)
    .toBuffer();
}

/**
 * Whether means of areas do for making a side of this length one of that: of less than a quarter more, some lines would come out sharp and
 * others not. The library is even there; for a transparent picture it calculates with fractions, and takes three times as long, five times for half.
 */
function isMadeHere(length: number, side: number): boolean {
  return length >= 1.25 * side && length <= 2 * side;
}

function smaller(pixels: Pixels, width: number, height: number): Pixels {
  return pixels.width === 2 * width && pixels.height === 2 * height
    ? halve(pixels)
    : shrink(pixels, width, height);
}

function resize(picture: Sharp, side: number): Sharp {
  return picture.resize(side, side, square).ensureAlpha().timeout({ seconds: mostSeconds });
}

function ofPixels({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } });
}

function open(bytes: Uint8Array, animated: boolean, density?: number): Sharp {
  return sharp(bytes, { ...limits, animated, ...(density ? { density } : {}) });
}

function encode(picture: Sharp, format: ImageInfo["format"]): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality: 88 });
    // Half the time of effort 4, for 4 % more bytes.
    case "webp":
      return picture.webp({ quality: 90, effort: 2 });
    case "gif":
      return picture.gif();
    default:
      throw new Error(`a ${format} picture is not re-encoded`);
  }
}

/** Dots per inch at which a drawing of this size comes out at `side` pixels; 72 is its own size. */
function svgDensity({ width, height }: ImageInfo, side: number): number {
  const own = Math.max(width ?? side, height ?? side) || side;
  return Math.min(2400, Math.max(1, (72 * side) / own));
}
