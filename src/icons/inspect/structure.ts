import { pictures as words } from "../../strings/check.ts";
import type { ImageFormat } from "../../registry/model/types.ts";

/** Facts from all parts of a picture's file: whether it is whole, and the largest picture inside it, in pixels. */
export interface Structure {
  /** Half a sentence; null where the file is whole. */
  fault: string | null;
  /** Of a frame or an entry that is larger than the header says; 0 where none is known. */
  width: number;
  height: number;
  /** Pictures of an animation; 0 where none are counted. */
  frames: number;
}

const whole: Structure = { fault: null, width: 0, height: 0, frames: 0 };

/** Walks from part to part of the file, decodes nothing and never throws. Linear in the number of parts. */
export function readStructure(bytes: Uint8Array, format: ImageFormat): Structure {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    switch (format) {
      case "png":
        return readPng(view);
      case "gif":
        return readGif(view);
      case "ico":
        return readIco(view);
      case "webp":
        return readWebp(view);
      // Some cameras append a few bytes; what counts is that the end mark is there.
      case "jpeg":
        return hasEndMark(bytes) ? whole : { ...whole, fault: words.endsEarly };
      default:
        return whole;
    }
  } catch {
    // Reading beyond the end of a DataView throws.
    return { ...whole, fault: words.endsEarly };
  }
}

/** Bits a sample that each kind of colour can have, by its number in the header. */
const pngDepths: Partial<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function readPng(view: DataView): Structure {
  const damaged = { ...whole, fault: words.damagedParts };
  let hasPixels = false;
  for (let at = 8; ;) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (type === 0x49454e44 /* IEND */) return hasPixels ? whole : { ...whole, fault: words.empty };
    // The four bytes of the check sum belong to the part.
    const sum = view.getUint32(at + 8 + length);
    if (type === 0x49484452 /* IHDR */) {
      const isKnown = pngDepths[view.getUint8(at + 17)]?.includes(view.getUint8(at + 16));
      if (!isKnown) return { ...whole, fault: words.damagedHeader };
    }
    // Browsers pass over the parts with a small first letter.
    if ((type & 0x20000000) === 0 && crc32(view, at + 4, at + 8 + length) !== sum) return damaged;
    hasPixels ||= type === 0x49444154; /* IDAT */
    at += length + 12;
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(view: DataView, from: number, to: number): number {
  let sum = -1;
  for (let at = from; at < to; at++) sum = (crcTable[(sum ^ view.getUint8(at)) & 255] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

function readGif(view: DataView): Structure {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const found = { ...whole };
  for (let at = 13 + table(view.getUint8(10)); ;) {
    // Browsers show a picture that only lacks the mark at its end.
    if (at === view.byteLength && found.frames > 0) return found;
    const kind = view.getUint8(at);
    if (kind === 0x3b) return found.frames > 0 ? found : { ...found, fault: words.empty };
    if (kind === 0x2c) {
      found.frames++;
      found.width = Math.max(found.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
      found.height = Math.max(found.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
      at = skipBlocks(view, at + 11 + table(view.getUint8(at + 9)));
    } else if (kind === 0x21) at = skipBlocks(view, at + 2);
    else return { ...found, fault: words.damagedParts };
  }
}

function readWebp(view: DataView): Structure {
  const end = view.getUint32(4, true) + 8;
  if (end > view.byteLength) return { ...whole, fault: words.endsEarly };
  let frames = 0;
  // Parts begin at even bytes.
  for (
    let at = 12;
    at + 8 <= end;
    at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) % 2)
  )
    if (view.getUint32(at) === 0x414e4d46 /* ANMF */) frames++;
  return { ...whole, frames };
}

function skipBlocks(view: DataView, start: number): number {
  let at = start;
  for (let size = view.getUint8(at); size !== 0; size = view.getUint8(at)) at += size + 1;
  return at + 1;
}

/** Entries of 16 bytes; each is a bitmap or a PNG, and a PNG's own header says how large it is. */
function readIco(view: DataView): Structure {
  const found = { ...whole };
  const count = view.getUint16(4, true);
  if (count === 0) return { ...found, fault: words.empty };
  for (let i = 0; i < count; i++) {
    const size = view.getUint32(6 + i * 16 + 8, true);
    const at = view.getUint32(6 + i * 16 + 12, true);
    if (size < 16 || at + size > view.byteLength) return { ...found, fault: words.endsEarly };
    const isPng = view.getUint32(at) === 0x89504e47;
    found.width = Math.max(
      found.width,
      isPng ? view.getUint32(at + 16) : Math.abs(view.getInt32(at + 4, true)),
    );
    // The height of a bitmap counts its mask as well.
    found.height = Math.max(
      found.height,
      isPng ? view.getUint32(at + 20) : Math.abs(view.getInt32(at + 8, true)) / 2,
    );
  }
  return found;
}

function hasEndMark(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= Math.max(0, bytes.length - 4096); at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
