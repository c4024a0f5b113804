import type { ImageReference } from "../registry/model/image-reference.ts";
import type { ImageClient } from "./client.ts";

/** A layer as its manifest has it; `size` in bytes, compressed. */
export interface Layer {
  digest: string;
  size: number;
  mediaType: string;
  /** Whether it is packed in parts that can be fetched by themselves: what says a size is that of one part. */
  isInParts: boolean;
}

/** Bytes of an unpacked layer for one packed: the mean over Kasm's own images. */
const usualRatio = 2.6;

/**
 * The size of a layer's tar, of which no more is downloaded than the bytes that say it: the last four of gzip (RFC 1952, ISIZE), or the
 * header of zstd (RFC 8878). Estimated where those are not to be had, or cannot be true.
 */
export async function unpackedSize(
  client: ImageClient,
  image: ImageReference,
  { digest, size, mediaType, isInParts }: Layer,
): Promise<{ bytes: number; estimated: boolean }> {
  const exact = isInParts
    ? null
    : /\+zstd$/.test(mediaType)
      ? contentSize(await client.part(image, digest, 0, Math.min(18, size)), size)
      : /[+.]gzip$/.test(mediaType)
        ? isize(await client.part(image, digest, Math.max(0, size - 4), 4), size)
        : size;
  return exact === null
    ? { bytes: Math.round(size * usualRatio), estimated: true }
    : { bytes: exact, estimated: false };
}

/** ISIZE counts up to 4 GiB and then begins anew, so it says nothing of a layer that may be larger; and tars are hardly smaller than packed. */
function isize(end: Uint8Array | null, packed: number): number | null {
  if (!end) return null;
  const bytes = new DataView(end.buffer, end.byteOffset).getUint32(0, true);
  const mayBeLarger = packed * usualRatio > 2 ** 32 || (packed > 5e8 && bytes < packed * 1.2);
  return mayBeLarger || (bytes < packed && packed > 1000) ? null : bytes;
}

/** The frame's content size; null where the header leaves it out. */
function contentSize(start: Uint8Array | null, packed: number): number | null {
  const bytes = start && start.length >= 14 ? frameSize(start) : null;
  return bytes === null || (bytes < packed && packed > 1000) ? null : bytes;
}

function frameSize(start: Uint8Array): number | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (view.getUint32(0, true) !== 0xfd2fb528) return null;
  const descriptor = view.getUint8(4);
  const isSingle = (descriptor & 0x20) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!;
  switch (descriptor >> 6) {
    case 0:
      return isSingle ? view.getUint8(at) : null;
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}
