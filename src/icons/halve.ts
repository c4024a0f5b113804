import { asWords, type Pixels } from "./pixels.ts";

/** Two channels of a pixel that is read as one number, each with room for the sum of four. */
const twoChannels = 0x00ff00ff;

/** Half as wide and half as high. Each pixel is the mean of four, their colours by how far they are seen. Width and height are even. */
export function halve({ data, width, height }: Pixels): Pixels {
  const from = asWords(data);
  const half = { data: new Uint8Array(data.length / 4), width: width / 2, height: height / 2 };
  const to = asWords(half.data);
  for (let y = 0, next = 0; y < height; y += 2) {
    for (let at = y * width, end = at + width; at < end; at += 2, next++) {
      to[next] = meanOf(from[at]!, from[at + 1]!, from[at + width]!, from[at + width + 1]!);
    }
  }
  return half;
}

function meanOf(a: number, b: number, c: number, d: number): number {
  // Most of an icon is of one colour or, next often, all to be seen.
  if (a === b && a === c && a === d) return a >>> 24 === 0 ? 0 : a;
  if ((a & b & c & d) >>> 24 === 255) {
    const redBlue =
      (a & twoChannels) + (b & twoChannels) + (c & twoChannels) + (d & twoChannels) + 0x00020002;
    const green = ((a >>> 8) & 255) + ((b >>> 8) & 255) + ((c >>> 8) & 255) + ((d >>> 8) & 255) + 2;
    return 0xff000000 | ((redBlue >>> 2) & twoChannels) | ((green >>> 2) << 8);
  }
  const [alphaA, alphaB, alphaC, alphaD] = [a >>> 24, b >>> 24, c >>> 24, d >>> 24];
  const alpha = alphaA + alphaB + alphaC + alphaD;
  if (alpha === 0) return 0;
  let mean = ((alpha + 2) >> 2) << 24;
  for (let shift = 0; shift < 24; shift += 8) {
    const sum =
      ((a >>> shift) & 255) * alphaA +
      ((b >>> shift) & 255) * alphaB +
      ((c >>> shift) & 255) * alphaC +
      ((d >>> shift) & 255) * alphaD;
    mean |= (sum / alpha + 0.5) << shift;
  }
  return mean;
}
