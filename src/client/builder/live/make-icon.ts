import { describeFormat, mediaTypeOf, properExtension, readImage } from "../../../icons/inspect/format.ts";
import { messageOf, quote } from "../../../registry/model/text.ts";
import { icons } from "../../../strings/check.ts";
import { cleanSvg } from "../../../icons/inspect/clean-svg.ts";
import type { ImageInfo } from "../../../registry/model/types.ts";
import type { IconFile } from "../draft.ts";

/** Pixels a side at most: what Kasm and the store-front show is smaller. */
const maxSide = 256;
/** Bytes up to which a picture that is fine is left alone. */
const maxUnchangedBytes = 100_000;
/** Bytes of a picture that is read at all. */
const maxFileBytes = 20_000_000;

/** An icon, or why there is none, in the words of `check`. */
export type MadeIcon =
  | { icon: IconFile; extension: string; width: number; height: number; before: ImageInfo }
  | { problem: string };

/** Makes an icon of a picture file: square, at most 256 pixels a side. One that is so already stays the same, byte for byte. */
export async function makeIcon(file: File): Promise<MadeIcon> {
  const name = quote(file.name || "icon");
  if (file.size > maxFileBytes)
    return {
      problem: messageOf({
        code: "file-too-large",
        args: { name, size: `${Math.ceil(file.size / 1e6)} MB`, limit: `${maxFileBytes / 1e6} MB` },
      }),
    };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const before = readImage(bytes);
  if (!before)
    return {
      problem: messageOf({
        code: "icon-type",
        args: { name, found: icons.noFormat },
      }),
    };
  if (before.fault)
    return { problem: messageOf({ code: "icon-broken", args: { name, cause: before.fault } }) };
  try {
    return before.format === "svg" ? await fromSvg(bytes, before) : await fromPixels(bytes, before);
  } catch {
    return {
      problem: messageOf({ code: "icon-type", args: { name, found: describeFormat(before.format) } }),
    };
  }
}

/** A drawing stays one: squared by its frame alone, and without what would not be published anyway. Large ones become pixels. */
async function fromSvg(bytes: Uint8Array<ArrayBuffer>, before: ImageInfo): Promise<MadeIcon> {
  const clean = new TextDecoder().decode(cleanSvg(bytes));
  const square = squareSvg(clean, before);
  const encoded = new TextEncoder().encode(square);
  const side = Math.round(Math.max(before.width ?? maxSide, before.height ?? maxSide));
  if (encoded.length <= maxUnchangedBytes)
    return {
      icon: { bytes: encoded, type: "image/svg+xml" },
      extension: "svg",
      width: side,
      height: side,
      before,
    };
  const address = URL.createObjectURL(new Blob([encoded], { type: "image/svg+xml" }));
  try {
    const image = new Image(maxSide, maxSide);
    image.src = address;
    await image.decode();
    return await toPng(image, maxSide, maxSide, before, maxSide);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The same drawing in a square frame, centred, as browsers do it when width and height differ from the view box. */
function squareSvg(text: string, { width, height }: ImageInfo): string {
  if (width === null || height === null || Math.abs(width - height) <= 1) return text;
  const tree = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = tree.documentElement;
  if (!root.hasAttribute("viewBox")) root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  root.removeAttribute("preserveAspectRatio");
  for (const side of ["width", "height"]) root.setAttribute(side, String(Math.max(width, height)));
  return new XMLSerializer().serializeToString(tree);
}

async function fromPixels(bytes: Uint8Array<ArrayBuffer>, before: ImageInfo): Promise<MadeIcon> {
  const { format, width, height } = before;
  const isFine =
    width !== null &&
    width === height &&
    width <= maxSide &&
    bytes.length <= maxUnchangedBytes &&
    ["png", "jpeg", "gif", "webp"].includes(format);
  if (isFine)
    return {
      icon: { bytes, type: mediaTypeOf(format) },
      extension: properExtension(format),
      width,
      height,
      before,
    };
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaTypeOf(format) }));
  return toPng(
    bitmap,
    bitmap.width,
    bitmap.height,
    before,
    Math.min(maxSide, Math.max(bitmap.width, bitmap.height)),
  );
}

/** Draws a picture into the middle of a transparent square. */
async function toPng(
  picture: CanvasImageSource,
  width: number,
  height: number,
  before: ImageInfo,
  side: number,
): Promise<MadeIcon> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  // Null only for a canvas that was drawn on otherwise before.
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  const scale = side / Math.max(width, height);
  context.drawImage(
    picture,
    (side - width * scale) / 2,
    (side - height * scale) / 2,
    width * scale,
    height * scale,
  );
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture");
  return {
    icon: { bytes: new Uint8Array(await blob.arrayBuffer()), type: "image/png" },
    extension: "png",
    width: side,
    height: side,
    before,
  };
}
