import { pictures as words } from "../strings/check.ts";
import sharp, { type Sharp } from "sharp";
import type { ImageInfo } from "../registry/model/types.ts";
import { isPublishedAsIs } from "./icon-rules.ts";
import { mostPixels, publishedSide } from "./inspect/format.ts";
import { cleanSvg } from "./inspect/clean-svg.ts";

const limits = { limitInputPixels: mostPixels, sequentialRead: true } as const;
const maxSeconds = 20;

const square = { fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
// Thumbnails show no difference to quality 82 and transparency 90, on light or dark, and take two thirds of the bytes.
const thumbnailQuality = { quality: 75, alphaQuality: 70, effort: 2 };

// Each process draws one small picture at a time: threads and a cache would only cost memory.
sharp.concurrency(1);
sharp.cache(false);

/** Returns the bytes that are published of an icon. Throws if it cannot be decoded. */
export async function publishIcon(
  bytes: Uint8Array,
  info: ImageInfo,
  mode: "fit" | "original",
): Promise<Uint8Array> {
  if (info.format === "svg") return cleanSvg(bytes);
  if (isPublishedAsIs(info, mode)) return bytes;
  const fitted = open(bytes, { animated: true })
    .autoOrient()
    .resize(publishedSide, publishedSide, { fit: "inside", withoutEnlargement: true });
  return encode(fitted, info.format).timeout({ seconds: maxSeconds }).toBuffer();
}

/** Returns a square WebP of an icon, `side` pixels wide. Throws if it cannot be decoded. */
export async function makeThumbnail(bytes: Uint8Array, info: ImageInfo, side: number): Promise<Uint8Array> {
  const picture =
    info.format === "svg"
      ? open(cleanSvg(bytes), { density: svgDensity(info, side) })
      : open(bytes).autoOrient();
  return picture
    .resize(side, side, square)
    .webp(thumbnailQuality)
    .timeout({ seconds: maxSeconds })
    .toBuffer();
}

/** Returns a WebP at most `width` pixels wide, for pictures on pages. Throws if the picture cannot be decoded. */
export async function shrinkPicture(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  return open(bytes)
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: maxSeconds })
    .toBuffer();
}

/** Returns a PNG of `side` pixels with the whole picture in its middle. Throws if it cannot be decoded. */
export async function squarePicture(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  return open(bytes, { density: 300 })
    .resize(side, side, square)
    .png({ compressionLevel: 9 })
    .timeout({ seconds: maxSeconds })
    .toBuffer();
}

/** Returns a grey WebP, a placeholder for a picture that cannot be shown. */
export async function blankPicture(width: number, height: number): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: "#dfe1dc" } })
    .webp()
    .toBuffer();
}

function open(bytes: Uint8Array, options: { animated?: boolean; density?: number } = {}): Sharp {
  return sharp(bytes, { ...limits, ...options });
}

function encode(picture: Sharp, format: ImageInfo["format"]): Sharp {
  switch (format) {
    // A gradient takes twice the bytes with dithering, and ten times the time at effort 4.
    case "png":
      return picture.png({ palette: true, effort: 1, dither: 0 });
    case "jpeg":
      return picture.jpeg({ quality: 88 });
    // Half the time of effort 4, for 4 % more bytes.
    case "webp":
      return picture.webp({ quality: 90, effort: 2 });
    case "gif":
      return picture.gif();
    default:
      throw new Error(words.notEncoded(format));
  }
}

/** Dots per inch at which a drawing of this size comes out at `side` pixels; 72 is its own size. */
function svgDensity({ width, height }: ImageInfo, side: number): number {
  const ownSide = Math.max(width ?? side, height ?? side) || side;
  return Math.min(2400, Math.max(1, (72 * side) / ownSide));
}
