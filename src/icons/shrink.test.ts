import sharp from "sharp";
import { expect, test } from "vitest";
import { halve } from "./halve.ts";
import { shrink } from "./shrink.ts";

/** Numbers from 0 to 1, the same ones each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Pixels of a few colours, so that equal neighbours are there, and of these alphas. */
function somePicture(pixels: number, alphas: readonly number[], random: () => number): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: pixels }, () => [
      ...[0, 0, 0].map(() => Math.floor(random() * 4) * 85),
      alphas[Math.floor(random() * alphas.length)]!,
    ]).flat(),
  );
}

/** Opaque, half transparent, clear and mixed. */
const kindsOfAlpha = [[255], [128], [0], [0, 255], [0, 1, 2, 254, 255], [...Array(256).keys()]];

test("half a picture: the mean of four pixels, in which what is not seen has no colour", () => {
  const data = Uint8Array.from(
    [
      [200, 0, 0, 255],
      [100, 0, 0, 255],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [200, 0, 0, 255],
      [100, 0, 0, 255],
      [0, 0, 0, 0],
      [40, 80, 120, 200],
    ].flat(),
  );
  expect(halve({ data, width: 4, height: 2 })).toEqual({
    data: Uint8Array.from([150, 0, 0, 255, 40, 80, 120, 50]),
    width: 2,
    height: 1,
  });
});

test("any picture is halved as its definition says, wherever it is in memory", () => {
  const side = 32;
  const random = randomFrom(1);
  for (const alphas of kindsOfAlpha) {
    const data = somePicture(side * side, alphas, random);
    const unaligned = new Uint8Array(data.length + 1).subarray(1);
    unaligned.set(data);
    const expected = Uint8Array.from({ length: data.length / 4 }, (_, at) => {
      const [x, y, channel] = [(at >> 2) % (side / 2), Math.floor((at >> 2) / (side / 2)), at % 4];
      const four = [0, 1, side, side + 1].map((step) => data.subarray((2 * y * side + 2 * x + step) * 4));
      const alpha = four.reduce((sum, pixel) => sum + pixel[3]!, 0);
      if (channel === 3) return Math.floor(alpha / 4 + 0.5);
      return alpha === 0
        ? 0
        : Math.floor(four.reduce((sum, pixel) => sum + pixel[channel]! * pixel[3]!, 0) / alpha + 0.5);
    });
    expect(halve({ data, width: side, height: side }).data).toEqual(expected);
    expect(halve({ data: unaligned, width: side, height: side }).data).toEqual(expected);
  }
});

/** What is seen of a picture on black and on white. */
function seen(rgba: ArrayLike<number>): number[] {
  return [0, 255].flatMap((ground) =>
    Array.from(rgba, (_, at) => {
      const alpha = rgba[at | 3]!;
      return at % 4 === 3 ? alpha : (rgba[at]! * alpha + ground * (255 - alpha)) / 255;
    }),
  );
}

/** Each channel of each pixel by the definition: what the area of a pixel covers, weighed by how much of it and by its alpha; not rounded. */
function areaMeans(
  rgba: Uint8Array,
  [width, height]: readonly [number, number],
  [toWidth, toHeight]: readonly [number, number],
): number[] {
  const cover = (at: number, from: number, to: number, part: number): number =>
    Math.max(0, Math.min(((at + 1) * from) / to, part + 1) - Math.max((at * from) / to, part));
  const means: number[] = [];
  for (let y = 0; y < toHeight; y++)
    for (let x = 0; x < toWidth; x++) {
      const sums = [0, 0, 0, 0, 0];
      for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++) {
          const area = cover(y, height, toHeight, row) * cover(x, width, toWidth, column);
          const at = (row * width + column) * 4;
          const alpha = rgba[at + 3]!;
          for (let channel = 0; channel < 3; channel++) sums[channel]! += rgba[at + channel]! * alpha * area;
          sums[3]! += alpha * area;
          sums[4]! += area;
        }
      means.push(
        ...[0, 1, 2].map((channel) => (sums[3] === 0 ? 0 : sums[channel]! / sums[3]!)),
        sums[3]! / sums[4]!,
      );
    }
  return means;
}

test.each([
  [
    [40, 40],
    [32, 32],
  ],
  [
    [48, 48],
    [32, 32],
  ],
  [
    [33, 33],
    [32, 32],
  ],
  [
    [63, 63],
    [32, 32],
  ],
  [
    [64, 64],
    [32, 32],
  ],
  [
    [32, 32],
    [32, 32],
  ],
  [
    [40, 25],
    [32, 20],
  ],
  [
    [9, 1],
    [5, 1],
  ],
  [
    [1, 9],
    [1, 5],
  ],
  [
    [2, 2],
    [1, 1],
  ],
  [
    [3, 2],
    [2, 1],
  ],
  [
    [1, 1],
    [1, 1],
  ],
] as const)("a picture of %j pixels made one of %j: each pixel is the mean of its area", (from, to) => {
  const random = randomFrom(from[0] * 100 + to[0]);
  for (const alphas of kindsOfAlpha) {
    const rgba = somePicture(from[0] * from[1], alphas, random);
    const before = rgba.slice();
    const made = shrink({ data: rgba, width: from[0], height: from[1] }, to[0], to[1]);
    expect([made.width, made.height, made.data.length]).toEqual([to[0], to[1], to[0] * to[1] * 4]);
    expect(rgba).toEqual(before);
    const expected = seen(areaMeans(rgba, from, to));
    const farthest = seen(made.data).reduce(
      (most, value, at) => Math.max(most, Math.abs(value - expected[at]!)),
      0,
    );
    // Two roundings to 8 bits, shares of a 256th, and to premultiplied and back.
    expect(farthest).toBeLessThan(3);
  }
});

test.each([320, 350, 384, 430, 500])(
  "a drawing of %i pixels: as near to lanczos3 as the library's mitchell, to half a decibel",
  async (side) => {
    const drawing = sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="${side}" height="${side}"><defs><linearGradient id="g"><stop stop-color="#123"/><stop offset="1" stop-color="#fa4"/></linearGradient></defs><rect x="8" y="8" width="240" height="240" rx="48" fill="url(#g)"/><circle cx="70" cy="90" r="60" fill="#3ad" fill-opacity=".5"/><path d="M40 220L128 30L216 220Z" fill="none" stroke="#fff" stroke-width="9"/></svg>`,
      ),
    ).ensureAlpha();
    const data = new Uint8Array(await drawing.clone().raw().toBuffer());
    const png = await drawing.png().toBuffer();
    const by = async (kernel: "lanczos3" | "mitchell"): Promise<number[]> =>
      seen(new Uint8Array(await sharp(png).resize(256, 256, { kernel }).ensureAlpha().raw().toBuffer()));
    const [wanted, mitchell] = [await by("lanczos3"), await by("mitchell")];
    const decibels = (picture: readonly number[]): number =>
      10 *
      Math.log10(
        255 ** 2 / (picture.reduce((sum, value, at) => sum + (value - wanted[at]!) ** 2, 0) / picture.length),
      );
    const mine = decibels(seen(shrink({ data, width: side, height: side }, 256, 256).data));
    expect(mine).toBeGreaterThan(decibels(mitchell) - 0.5);
    expect(mine).toBeGreaterThan(38);
  },
);
