import { pictures as words } from "../../strings/check.ts";
import { imageSize } from "image-size";
import type { ImageFormat, ImageInfo } from "../../registry/model/types.ts";
import { examineSvg } from "./svg.ts";
import { decodeSvg } from "./svg-encoding.ts";
import { readStructure } from "./structure.ts";

/** Formats that every browser shows and that Kasm's documentation or real registries use for icons. */
export const shownTypes: ReadonlySet<ImageFormat> = new Set(["png", "jpeg", "gif", "webp", "svg", "ico"]);

/** Pixels a side at most: a larger picture costs every builder and every visitor memory, and may be a decompression bomb. */
export const largestIconSide = 4096;

/** Larger raster icons are made to fit this square, in pixels; Kasm never shows more. */
export const publishedSide = 256;

/** Pixels of all frames together that are drawn: a small file can hold a very large picture. */
export const mostPixels = largestIconSide * largestIconSide * 2;

/** The extensions of each format, the proper one first. */
const extensions: Record<ImageFormat, readonly [string, ...string[]]> = {
  png: ["png"],
  jpeg: ["jpg", "jpeg"],
  gif: ["gif"],
  webp: ["webp"],
  svg: ["svg"],
  ico: ["ico"],
  bmp: ["bmp"],
  tiff: ["tif", "tiff"],
  avif: ["avif"],
  // The text that git keeps in place of a file in its Large File Storage; its name is that of the picture.
  lfs: ["lfs"],
};

/** The media types of each format that a browser shows, the proper one first. */
export const mediaTypes: Partial<Record<ImageFormat, readonly [string, ...string[]]>> = {
  png: ["image/png"],
  jpeg: ["image/jpeg", "image/jpg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  svg: ["image/svg+xml"],
  ico: ["image/x-icon", "image/vnd.microsoft.icon"],
};

/** The proper media type of a format. */
export const mediaTypeOf = (format: ImageFormat): string => mediaTypes[format]?.[0] ?? `image/${format}`;

/** The part after the last dot in small letters, "" where there is none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

const allFormats = Object.keys(extensions) as ImageFormat[];

/** The format that a file name announces, or null. */
export function expectedFormat(name: string): ImageFormat | null {
  const extension = extensionOf(name);
  return allFormats.find((format) => extensions[format].includes(extension)) ?? null;
}

export function properExtension(format: ImageFormat): string {
  return extensions[format][0];
}

/** "a JPEG picture". */
export function describeFormat(format: ImageFormat): string {
  return words.formats[format];
}

/** Examines a picture's bytes, whatever its name; null where they are of no known format. Reads headers, decodes nothing, never throws. */
export function readImage(bytes: Uint8Array): ImageInfo | null {
  const format = sniff(bytes);
  if (format === null) return null;
  if (format === "svg") return readSvg(bytes);
  const { fault, frames, ...inside } = readStructure(bytes, format);
  try {
    const { width, height, images = [] } = imageSize(bytes);
    const largest = images.reduce((a, b) => (b.width > a.width ? b : a), { width, height });
    return {
      format,
      width: Math.max(largest.width, inside.width),
      height: Math.max(largest.height, inside.height),
      fault,
      ...(frames > 1 && { frames }),
    };
  } catch {
    return { format, width: null, height: null, fault: fault ?? words.damagedHeader };
  }
}

function readSvg(bytes: Uint8Array): ImageInfo {
  try {
    return examineSvg(decodeSvg(bytes));
  } catch (error) {
    return { format: "svg", width: null, height: null, fault: (error as Error).message };
  }
}

/** The format that the first bytes show. */
function sniff(bytes: Uint8Array): ImageFormat | null {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (ascii(0, 100).startsWith("version https://git-lfs.github.com/spec/")) return "lfs";
  if (ascii(0, 4) === "\x89PNG") return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return "gif";
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return "webp";
  if (ascii(0, 4) === "\x00\x00\x01\x00") return "ico";
  if (ascii(0, 2) === "BM" && bytes.length > 26) return "bmp";
  if (ascii(0, 4) === "II*\x00" || ascii(0, 4) === "MM\x00*") return "tiff";
  if (ascii(4, 8) === "ftyp") return "avif";
  const head = ascii(0, 4096).replace(/^\xef\xbb\xbf/, "");
  return /^\s*(<\?xml|<!--|<!DOCTYPE\s+svg|<([\w-]+:)?svg[\s>])/i.test(head) &&
    /<([\w-]+:)?svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 65536)))
    ? "svg"
    : null;
}
