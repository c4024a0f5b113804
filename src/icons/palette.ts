import { asWords } from "./pixels.ts";

/** Pixels as numbers of colours. */
export interface IndexedPixels {
  /** The number of the colour of each pixel, row by row. */
  numbers: Uint8Array;
  /** Red, green, blue and alpha of each colour, 0 to 255. Those that are not opaque come first. */
  colours: readonly Colour[];
}
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A palette has at most so many colours, so that a pixel is one byte. */
const mostColours = 256;

/** Pixels at most: cells are numbered with two bytes. */
export const mostPixels = 65_536;

/** Bits a channel by which colours are told apart, and how many different ones are few enough to look more closely. */
const coarsest = 6;
const few = 1000;

/** How far an error is seen in red, green and blue (all times alpha), and alpha itself; as libimagequant weighs them. */
const seen = [0.5, 1, 0.45, 0.9] as const;

/** Pixels of about the same colour, which are of one colour in the end. */
interface Cells {
  count: number;
  /** The cell of each pixel. */
  of: Uint16Array;
  /** Pixels of each cell. */
  pixels: Uint32Array;
  /** For each cell four sums over its pixels: red, green and blue times alpha, and alpha. */
  sums: Float64Array;
}

/** Cells that are to have one colour: a part of the order of cells. */
interface Box {
  from: number;
  to: number;
  /** What giving them one colour costs. */
  error: number;
  /** Where to divide: the channel that varies most, at its mean. */
  channel: number;
  mean: number;
}

/**
 * Chooses at most 256 colours and gives each pixel one of them. Exact where a picture has no more than that, but
 * that an alpha of 1 becomes 0 and 254 becomes 255. Takes 8-bit RGBA, not premultiplied, of at most 65,536 pixels; throws RangeError at more.
 *
 * Of all boxes, the one with the largest error is divided at the mean of the channel that varies most: X. Wan, P. Prusinkiewicz and
 * S. Wong, "Variance-based color image quantization for frame buffer display", Color Research & Application 15 (1), 1990.
 */
export function choosePalette(rgba: Uint8Array): IndexedPixels {
  if (rgba.length > mostPixels * 4)
    throw new RangeError(`${rgba.length / 4} pixels are more than ${mostPixels}`);
  const pixels = asWords(rgba);
  let cells = gather(pixels, coarsest);
  for (let bits = coarsest + 1; bits <= 8 && cells.count <= few; bits++) cells = gather(pixels, bits);
  const { order, boxes } = divide(cells);
  const coloured = boxes.map((box) => ({ box, colour: colourOf(box, order, cells) }));
  // A list of transparencies ends at the last colour that needs one.
  coloured.sort((a, b) => Number(a.colour[3] === 255) - Number(b.colour[3] === 255));
  const numberOf = new Uint8Array(cells.count);
  for (const [number, { box }] of coloured.entries())
    for (let at = box.from; at < box.to; at++) numberOf[order[at]!] = number;
  const { of } = cells;
  const numbers = new Uint8Array(of.length);
  for (let pixel = 0; pixel < numbers.length; pixel++) numbers[pixel] = numberOf[of[pixel]!]!;
  return { numbers, colours: coloured.map(({ colour }) => colour) };
}

// Used again for every picture: to have such arrays made and cleared takes as long as filling them.
const room = {
  of: new Uint16Array(mostPixels),
  counts: new Uint32Array(mostPixels),
  sums: new Float64Array(4 * mostPixels),
};
/** The key of each cell; and where a key is, by hashing: 0 for nowhere yet, else the number of its cell and 1. */
const keys = new Int32Array(mostPixels);
const slots = new Int32Array(2 * mostPixels);

/** Tells pixels apart by the upper bits of each channel. What is returned holds until the next call. */
function gather(pixels: Int32Array, bits: number): Cells {
  const { of, counts, sums } = room;
  const upper = ((0xff << (8 - bits)) & 0xff) * 0x01010101;
  let [count, cell, before] = [0, -1, 0];
  slots.fill(0);
  for (let at = 0; at < pixels.length;) {
    const pixel = pixels[at]!;
    const alpha = pixel >>> 24;
    // What is not seen at all is one colour.
    const key = alpha === 0 ? 0 : pixel & upper;
    if (key !== before || cell < 0) {
      before = key;
      let slot = Math.imul(key, 0x9e3779b1) >>> 15;
      while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & (slots.length - 1);
      if (slots[slot] === 0) {
        keys[count] = key;
        counts[count] = 0;
        sums.fill(0, count * 4, count * 4 + 4);
        slots[slot] = ++count;
      }
      cell = slots[slot]! - 1;
    }
    const start = at;
    do of[at++] = cell;
    while (at < pixels.length && pixels[at] === pixel);
    const run = at - start;
    const weight = alpha * run;
    const sum = cell * 4;
    counts[cell]! += run;
    sums[sum]! += (pixel & 255) * weight;
    sums[sum + 1]! += ((pixel >>> 8) & 255) * weight;
    sums[sum + 2]! += ((pixel >>> 16) & 255) * weight;
    sums[sum + 3]! += weight;
  }
  return { count, of: of.subarray(0, pixels.length), pixels: counts, sums };
}

function divide({ count, pixels, sums }: Cells): { order: Uint16Array; boxes: Box[] } {
  const order = new Uint16Array(count);
  for (let cell = 0; cell < count; cell++) order[cell] = cell;
  const means = [0, 1, 2, 3].map((channel) => {
    const values = new Float32Array(count);
    for (let cell = 0, sum = channel; cell < count; cell++, sum += 4)
      values[cell] = sums[sum]! / pixels[cell]! / (channel === 3 ? 1 : 255);
    return values;
  });
  const boxes = [boxOf(0, count, order, pixels, means)];
  while (boxes.length < mostColours) {
    const worst = boxes.reduce((most, box) => (box.error > most.error ? box : most));
    if (worst.error === 0) break;
    const middle = partition(order, worst, means[worst.channel]!);
    // Nothing is on one side where the values are as good as one.
    if (middle === worst.from || middle === worst.to) worst.error = 0;
    else {
      boxes.push(boxOf(middle, worst.to, order, pixels, means));
      Object.assign(worst, boxOf(worst.from, middle, order, pixels, means));
    }
  }
  return { order, boxes };
}

function boxOf(
  from: number,
  to: number,
  order: Uint16Array,
  pixels: Uint32Array,
  means: readonly Float32Array[],
): Box {
  let all = 0;
  for (let at = from; at < to; at++) all += pixels[order[at]!]!;
  const box = { from, to, error: 0, channel: 0, mean: 0 };
  let most = -1;
  for (const [channel, values] of means.entries()) {
    let [sum, squares] = [0, 0];
    for (let at = from; at < to; at++) {
      const cell = order[at]!;
      const value = values[cell]!;
      sum += value * pixels[cell]!;
      squares += value * value * pixels[cell]!;
    }
    const error = to - from > 1 ? Math.max(0, squares - (sum * sum) / all) * seen[channel]! : 0;
    box.error += error;
    if (error <= most) continue;
    most = error;
    box.channel = channel;
    box.mean = sum / all;
  }
  return box;
}

/** Puts the cells of a box that are not above its mean before the others. Where those begin. */
function partition(order: Uint16Array, { from, to, mean }: Box, values: Float32Array): number {
  let [low, high] = [from, to];
  while (low < high) {
    const cell = order[low]!;
    if (values[cell]! <= mean) low++;
    else {
      order[low] = order[--high]!;
      order[high] = cell;
    }
  }
  return low;
}

/** The mean of all pixels in a box. */
function colourOf({ from, to }: Box, order: Uint16Array, { pixels, sums }: Cells): Colour {
  let all = 0;
  const total = [0, 0, 0, 0];
  for (let at = from; at < to; at++) {
    all += pixels[order[at]!]!;
    for (let channel = 0; channel < 4; channel++) total[channel]! += sums[order[at]! * 4 + channel]!;
  }
  const alpha = total[3]!;
  // A few pixels of an edge do not make what is clear beside them seen, nor let the background through what is opaque.
  const mean = Math.round(alpha / all);
  if (mean < 2) return [0, 0, 0, 0];
  return [
    Math.round(total[0]! / alpha),
    Math.round(total[1]! / alpha),
    Math.round(total[2]! / alpha),
    mean > 253 ? 255 : mean,
  ];
}
