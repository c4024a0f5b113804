import { crc32, deflateSync } from "node:zlib";
import type { IndexedPixels } from "./palette.ts";

const signature = [137, 80, 78, 71, 13, 10, 26, 10];

/** A PNG of colour type 3, eight bits a pixel, as https://www.w3.org/TR/png-3/ has it; filters do not help numbers of colours. */
export function encodeIndexedPng(
  { numbers, colours }: IndexedPixels,
  { width, height }: { width: number; height: number },
): Uint8Array {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(numbers.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const alphas = colours.map(([, , , alpha]) => alpha).filter((alpha) => alpha < 255);
  return Buffer.concat([
    Buffer.from(signature),
    chunk("IHDR", head),
    chunk("PLTE", Uint8Array.from(colours.flatMap(([red, green, blue]) => [red, green, blue]))),
    ...(alphas.length > 0 ? [chunk("tRNS", Uint8Array.from(alphas))] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, "latin1");
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}
