import sharp from "sharp";
import { expect, test } from "vitest";
import { encodeIndexedPng } from "./indexed-png.ts";
import { choosePalette, mostPixels, type IndexedPixels } from "./palette.ts";

const side = 256;
const raw = { width: side, height: side, channels: 4 } as const;

const drawing = (inside: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><defs><linearGradient id="g"><stop stop-color="#123"/><stop offset="1" stop-color="#fa4"/></linearGradient><radialGradient id="r"><stop stop-color="#0af"/><stop offset="1" stop-color="#0af" stop-opacity="0"/></radialGradient></defs>${inside}</svg>`,
    ),
  )
    .ensureAlpha()
    .raw()
    .toBuffer();
const drawings = {
  "a gradient": '<rect width="256" height="256" fill="url(#g)"/>',
  "a glow that ends in nothing": '<circle cx="128" cy="128" r="120" fill="url(#r)"/>',
  "flat shapes with soft edges":
    '<circle cx="100" cy="100" r="90" fill="#d33"/><rect x="90" y="90" width="140" height="140" rx="30" fill="#2a6" fill-opacity=".6"/>',
  "a bit of everything":
    '<rect x="8" y="8" width="240" height="240" rx="48" fill="url(#g)"/><circle cx="70" cy="90" r="60" fill="#3ad" fill-opacity=".5"/><circle cx="180" cy="170" r="80" fill="url(#r)"/><text x="128" y="170" font-size="130" text-anchor="middle" fill="#fff">A</text>',
};

function paint({ numbers, colours }: IndexedPixels): Uint8Array {
  return Uint8Array.from([...numbers].flatMap((number) => [...colours[number]!]));
}

/** Decibels between pictures, as they look on black and on white. */
function likeness(one: Uint8Array, other: Uint8Array): number {
  let [sum, count] = [0, 0];
  const on = (pixels: Uint8Array, at: number, channel: number, ground: number): number =>
    (pixels[at + channel]! * pixels[at + 3]! + ground * (255 - pixels[at + 3]!)) / 255;
  for (let at = 0; at < one.length; at += 4)
    for (let channel = 0; channel < 3; channel++)
      for (const ground of [0, 255]) {
        sum += (on(one, at, channel, ground) - on(other, at, channel, ground)) ** 2;
        count++;
      }
  return 10 * Math.log10(255 ** 2 / (sum / count));
}

test.each(Object.entries(drawings))(
  "%s: as near to the original, to a decibel, as with the palette that libimagequant takes longest to choose",
  async (_, inside) => {
    const pixels = await drawing(inside);
    const theirs = await sharp(
      await sharp(pixels, { raw }).png({ palette: true, effort: 10, dither: 0 }).toBuffer(),
    )
      .ensureAlpha()
      .raw()
      .toBuffer();
    const chosen = choosePalette(pixels);
    expect(chosen.colours.length).toBeLessThanOrEqual(256);
    const mine = likeness(pixels, paint(chosen));
    expect(mine).toBeGreaterThan(40);
    expect(mine).toBeGreaterThanOrEqual(likeness(pixels, theirs) - 1);
  },
);

test("a picture of up to 256 colours keeps them, however near each other they are", () => {
  const pixels = new Uint8Array(side * side * 4);
  for (let pixel = 0; pixel < side * side; pixel++)
    pixels.set([100 + (pixel % 16), 200, 50 + (Math.floor(pixel / 16) % 16), 255], pixel * 4);
  expect(paint(choosePalette(pixels))).toEqual(pixels);
});

test("what is opaque stays opaque beside a few pixels that are nearly so, and what is clear stays clear", async () => {
  const pixels = await drawing(drawings["a bit of everything"]);
  const painted = paint(choosePalette(pixels));
  for (let at = 3; at < pixels.length; at += 4) {
    if (pixels[at] === 255) expect(painted[at]).toBeGreaterThan(250);
    if (pixels[at] === 0) expect(painted[at]).toBeLessThan(3);
  }
  expect(painted[3]).toBe(0);
});

test("one picture after the other: none leaves anything behind", async () => {
  const [first, second] = await Promise.all([
    drawing(drawings["a gradient"]),
    drawing(drawings["flat shapes with soft edges"]),
  ]);
  const alone = paint(choosePalette(first));
  choosePalette(second);
  expect(paint(choosePalette(first))).toEqual(alone);
});

test("the smallest and the largest picture; more pixels are refused", () => {
  expect(choosePalette(Uint8Array.from([9, 8, 7, 6]))).toEqual({
    numbers: Uint8Array.from([0]),
    colours: [[9, 8, 7, 6]],
  });
  let state = 1;
  const noise = new Uint8Array(mostPixels * 4).map(
    () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 24,
  );
  expect(choosePalette(noise).colours).toHaveLength(256);
  expect(() => choosePalette(new Uint8Array(mostPixels * 4 + 4))).toThrow(RangeError);
});

test("the PNG is what was put in, for whoever reads it, with and without transparency, at any width", async () => {
  for (const colours of [
    [
      [1, 2, 3, 0],
      [200, 100, 50, 128],
      [9, 9, 9, 255],
    ],
    [
      [1, 2, 3, 255],
      [4, 5, 6, 255],
      [7, 8, 9, 255],
    ],
  ] as const) {
    const numbers = Uint8Array.from({ length: 7 * 5 }, (_, at) => at % 3);
    const png = encodeIndexedPng({ numbers, colours }, { width: 7, height: 5 });
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 7, height: 5 });
    expect(new Uint8Array(data)).toEqual(paint({ numbers, colours }));
  }
});
