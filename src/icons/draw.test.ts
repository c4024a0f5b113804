import sharp from "sharp";
import { expect, test } from "vitest";
import type { ImageInfo } from "../registry/model/types.ts";
import { makeThumbnail, publishIcon, shrinkPicture, squarePicture } from "./draw.ts";
import { readImage } from "./inspect/format.ts";

const raster = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });
const drawing = (side: number, inside: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${side}" height="${side}"><linearGradient id="g"><stop stop-color="#123"/><stop offset="1" stop-color="#fa4"/></linearGradient>${inside}</svg>`,
    ),
  );

const publish = (bytes: Uint8Array): Promise<Uint8Array> => publishIcon(bytes, readImage(bytes)!, "fit");
const thumbnail = (bytes: Uint8Array): Promise<Uint8Array> => makeThumbnail(bytes, readImage(bytes)!, 128);

/** Red, green, blue and alpha of the pixel this far from the left and the top, 0 to 1. */
async function pixelAt(picture: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture)
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
  return [...data.subarray(at, at + 4)];
}

function expectNear(actual: number[], expected: number[], tolerance: number): void {
  for (const [channel, value] of expected.entries())
    expect(Math.abs(actual[channel]! - value), String(actual)).toBeLessThanOrEqual(tolerance);
}

test.each(["png", "jpeg", "webp", "gif"] as const)(
  "publishes a large %s to fit 256 × 256 in its own format, and a small one byte for byte",
  async (format) => {
    const large = await raster(300, 200).toFormat(format).toBuffer();
    expect(readImage(await publish(large))).toMatchObject({ format, width: 256, height: 171 });
    expect(await publishIcon(large, readImage(large)!, "original")).toBe(large);
    const small = await raster(256).toFormat(format).toBuffer();
    expect(await publish(small)).toBe(small);
    for (const [width, height] of [
      [257, 1],
      [1, 257],
    ] as const) {
      const line = await raster(width, height).toFormat(format).toBuffer();
      expect(readImage(await publish(line))).toMatchObject({
        format,
        width: Math.min(width, 256),
        height: Math.min(height, 256),
      });
    }
  },
);

test("gives a PNG that it makes smaller a palette, and keeps how it looks", async () => {
  const large = await drawing(512, '<circle cx="256" cy="256" r="250" fill="url(#g)"/>').png().toBuffer();
  const published = await publish(large);
  expect(await sharp(published).metadata()).toMatchObject({
    format: "png",
    isPalette: true,
    width: 256,
    height: 256,
  });
  const [before, after] = (await Promise.all(
    [sharp(await sharp(large).resize(256, 256).png().toBuffer()), sharp(published)].map((picture) =>
      picture.flatten({ background: "#888" }).raw().toBuffer(),
    ),
  )) as [Buffer, Buffer];
  const meanError = before.reduce((sum, value, at) => sum + (value - after[at]!) ** 2, 0) / before.length;
  expect(10 * Math.log10(255 ** 2 / meanError)).toBeGreaterThan(35);
});

test("keeps what is opaque opaque and what is clear clear", async () => {
  const large = await drawing(
    512,
    '<rect x="64" y="64" width="384" height="384" fill="url(#g)"/><circle cx="64" cy="64" r="50" fill="#0af" fill-opacity=".4"/>',
  )
    .png()
    .toBuffer();
  for (const picture of [await publish(large), await thumbnail(large)]) {
    expect((await pixelAt(picture, 0.5, 0.5))[3]).toBe(255);
    expect((await pixelAt(picture, 0.97, 0.03))[3]).toBe(0);
  }
});

test.each(["png", "webp"] as const)(
  "keeps the colour of a half-transparent %s, in the icon and in its thumbnail",
  async (format) => {
    const large = await raster(512).toFormat(format).toBuffer();
    for (const picture of [await publish(large), await thumbnail(large)])
      expectNear(await pixelAt(picture, 0.5, 0.5), [200, 80, 20, 128], 7);
  },
);

test("keeps the colours of PNGs of 16 bits, of greys and of a palette", async () => {
  const large = () => raster(300).flatten({ background: "#fff" });
  const kinds: [picture: Buffer, colour: number[]][] = [
    [await large().toColourspace("rgb16").png().toBuffer(), [228, 167, 137, 255]],
    [await raster(300).toColourspace("rgb16").png().toBuffer(), [200, 80, 20, 128]],
    [await large().greyscale().png().toBuffer(), [181, 181, 181, 255]],
    [await large().toColourspace("grey16").png().toBuffer(), [181, 181, 181, 255]],
    [await large().png({ palette: true }).toBuffer(), [228, 167, 137, 255]],
  ];
  expect(await Promise.all(kinds.map(async ([picture]) => (await sharp(picture).metadata()).depth))).toEqual([
    "ushort",
    "ushort",
    "uchar",
    "ushort",
    "uchar",
  ]);
  for (const [picture, colour] of kinds)
    for (const result of [await publish(picture), await thumbnail(picture)])
      expectNear(await pixelAt(result, 0.5, 0.5), colour, 7);
});

test("turns a photo upright", async () => {
  const upright = sharp({ create: { width: 600, height: 300, channels: 3, background: "#00f" } }).composite([
    {
      input: await sharp({ create: { width: 600, height: 150, channels: 3, background: "#f00" } })
        .png()
        .toBuffer(),
      gravity: "north",
    },
  ]);
  // Orientation 6: to be turned clockwise by a quarter.
  const lying = await sharp(await upright.png().toBuffer())
    .rotate(-90)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const published = await publish(lying);
  expect(await sharp(published).metadata()).toMatchObject({ format: "jpeg", width: 256, height: 128 });
  expect((await sharp(published).metadata()).orientation).toBeUndefined();
  expectNear(await pixelAt(published, 0.5, 0.1), [255, 0, 0], 9);
  expectNear(await pixelAt(published, 0.5, 0.9), [0, 0, 255], 9);
  expectNear(await pixelAt(await thumbnail(lying), 0.5, 0.35), [255, 0, 0], 9);
});

test.each(["gif", "webp"] as const)(
  "keeps the frames of an animated %s, and shows the first in its thumbnail",
  async (format) => {
    const frames = await Promise.all(
      ["#f00", "#0f0", "#00f"].map((background) =>
        sharp({ create: { width: 300, height: 300, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .toFormat(format, { delay: [50, 60, 70], loop: 3 })
      .toBuffer();
    const published = await publish(animation);
    expect(await sharp(published, { animated: true }).metadata()).toMatchObject({
      format,
      pages: 3,
      width: 256,
      pageHeight: 256,
      delay: [50, 60, 70],
      loop: 3,
    });
    const picture = await thumbnail(animation);
    expect((await sharp(picture).metadata()).pages ?? 1).toBe(1);
    expectNear(await pixelAt(picture, 0.5, 0.5), [255, 0, 0], 9);
  },
);

test("puts the whole picture into the middle of a thumbnail", async () => {
  const large = await raster(300, 200).png().toBuffer();
  const picture = await thumbnail(large);
  expect(readImage(picture)).toMatchObject({ format: "webp", width: 128, height: 128 });
  expect((await pixelAt(picture, 0, 0))[3]).toBe(0);
  expect((await pixelAt(picture, 0.5, 0.5))[3]).toBeGreaterThan(100);
  const photo = await thumbnail(await raster(300, 200).jpeg().toBuffer());
  expect((await pixelAt(photo, 0, 0))[3]).toBe(0);
});

test.each([
  [299, 299, 199],
  [300, 300, 200],
  [301, 300, 200],
])(
  "makes a WebP that is no wider than %i pixels and no wider than the picture",
  async (most, width, height) => {
    const picture = await shrinkPicture(await raster(300, 200).png().toBuffer(), most);
    expect(readImage(picture)).toMatchObject({ format: "webp", width, height });
  },
);

test("makes a square PNG of a wide picture", async () => {
  const picture = await squarePicture(await raster(300, 200).png().toBuffer(), 96);
  expect(readImage(picture)).toMatchObject({ format: "png", width: 96, height: 96 });
  expect(await pixelAt(picture, 0, 0)).toEqual([0, 0, 0, 0]);
  const opaque = await raster(300, 200).removeAlpha().jpeg().toBuffer();
  expect((await pixelAt(await squarePicture(opaque, 96), 0, 0))[3]).toBe(0);
  expectNear(await pixelAt(picture, 0.5, 0.5), [200, 80, 20, 128], 3);
});

test("removes scripts from a drawing before it is published or drawn", async () => {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>1</script><rect width="10" height="10"/></svg>';
  const bytes = new TextEncoder().encode(text);
  const info = readImage(bytes)!;
  expect(new TextDecoder().decode(await publishIcon(bytes, info, "fit"))).not.toContain("script");
  expect(readImage(await makeThumbnail(bytes, info, 64))).toMatchObject({ width: 64, height: 64 });
});

test("refuses a picture whose data are damaged", async () => {
  const whole = Buffer.from(await raster(64).png({ compressionLevel: 0 }).toBuffer());
  whole.fill(0xff, 60, whole.length - 20);
  const info: ImageInfo = { ...readImage(whole)!, width: 5000 };
  await expect(publishIcon(whole, info, "fit")).rejects.toThrow();
  await expect(makeThumbnail(whole, info, 64)).rejects.toThrow();
});
