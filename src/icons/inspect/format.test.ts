import sharp from "sharp";
import { expect, test } from "vitest";
import { makePictures, makeThumbnail, publishIcon } from "../draw.ts";
import { expectedFormat, readImage } from "./format.ts";
import type { ImageInfo } from "../../registry/model/types.ts";

const raster = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });
const made = {
  png: () => raster(300, 200).png(),
  jpeg: () => raster(300, 200).jpeg(),
  webp: () => raster(300, 200).webp(),
  gif: () => raster(300, 200).gif(),
} as const;
const formats = Object.keys(made) as (keyof typeof made)[];

test.each(formats)("%s: format and size from the header, whatever the name", async (format) => {
  expect(readImage(await made[format]().toBuffer())).toEqual({
    format,
    width: 300,
    height: 200,
    fault: null,
  });
});

test.each(formats)("%s: a file that ends too early is named", async (format) => {
  const whole = await made[format]().toBuffer();
  expect(readImage(whole.subarray(0, Math.floor(whole.length * 0.6)))?.fault).toBe("the file ends too early");
});

test.each(formats)(
  "%s: published to fit 256 × 256 in its own format; small ones stay byte for byte",
  async (format) => {
    const large = await made[format]().toBuffer();
    expect(readImage(await publishIcon(large, readImage(large)!, "fit"))).toMatchObject({
      format,
      width: 256,
      height: 171,
    });
    expect(await publishIcon(large, readImage(large)!, "original")).toBe(large);
    const small = await raster(256).toFormat(format).toBuffer();
    expect(await publishIcon(small, readImage(small)!, "fit")).toBe(small);
  },
);

test("a PNG that is made smaller has a palette, and looks as it did", async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><linearGradient id="g"><stop stop-color="#123"/><stop offset="1" stop-color="#fa4"/></linearGradient><circle cx="256" cy="256" r="250" fill="url(#g)"/></svg>',
  );
  const large = await sharp(svg).png().toBuffer();
  const published = await publishIcon(large, readImage(large)!, "fit");
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
  const mean = before.reduce((sum, value, at) => sum + (value - after[at]!) ** 2, 0) / before.length;
  expect(10 * Math.log10(255 ** 2 / mean)).toBeGreaterThan(35);
});

test("a colour that the background shines through stays what it is, in the icon and in its thumbnail", async () => {
  const large = await raster(512).png().toBuffer();
  const [published, beside] = await makePictures(large, readImage(large)!, "fit", 128);
  for (const picture of [published, beside!]) {
    const pixels = await sharp(picture).raw().toBuffer();
    const middle = [...pixels.subarray(pixels.length / 2 + 256, pixels.length / 2 + 260)];
    for (const [channel, value] of [200, 80, 20, 128].entries())
      expect(Math.abs(middle[channel]! - value), String(middle)).toBeLessThan(8);
  }
});

test.each(["gif", "webp"] as const)("an animated %s stays one", async (format) => {
  const frames = await Promise.all(
    [0, 1, 2].map((i) =>
      raster(300)
        .tint({ r: i * 100, g: 0, b: 0 })
        .png()
        .toBuffer(),
    ),
  );
  const animation = await sharp(frames, { join: { animated: true } })
    .toFormat(format, { delay: [50, 50, 50] })
    .toBuffer();
  const published = await publishIcon(animation, readImage(animation)!, "fit");
  expect(await sharp(published).metadata()).toMatchObject({ pages: 3, width: 256 });
});

test("a thumbnail is a square WebP picture of the wanted side, with the picture whole in the middle, whatever becomes of the icon", async () => {
  const large = await made.png().toBuffer();
  const picture = await makeThumbnail(large, readImage(large)!, 128);
  const [published, beside] = await makePictures(large, readImage(large)!, "fit", 128);
  expect([picture, beside!, published].map(readImage)).toMatchObject([
    { format: "webp", width: 128, height: 128 },
    { format: "webp", width: 128, height: 128 },
    { format: "png", width: 256 },
  ]);
  const { data } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([data[3], data[(64 * 128 + 64) * 4 + 3]! > 100]).toEqual([0, true]);
});

test("a drawing is cleaned before anything looks at it", async () => {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>1</script><rect width="10" height="10"/></svg>';
  const bytes = new TextEncoder().encode(text);
  const info = readImage(bytes)!;
  expect(new TextDecoder().decode(await publishIcon(bytes, info, "fit"))).not.toContain("script");
  expect(readImage(await makeThumbnail(bytes, info, 64))).toMatchObject({ width: 64, height: 64 });
});

test("a picture that is larger than it says, or damaged inside, is refused", async () => {
  const whole = Buffer.from(await raster(64).png({ compressionLevel: 0 }).toBuffer());
  whole.fill(0xff, 60, whole.length - 20);
  const info: ImageInfo = { ...readImage(whole)!, width: 5000 };
  await expect(publishIcon(whole, info, "fit")).rejects.toThrow();
  await expect(makeThumbnail(whole, info, 64)).rejects.toThrow();
});

test("text, an empty file and a page are no pictures", () => {
  for (const text of ["", "hello", "<!doctype html><svg></svg>", "{}"])
    expect(readImage(new TextEncoder().encode(text))).toBeNull();
  expect(
    readImage(
      new TextEncoder().encode(
        '\ufeff<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="5" height="5"/>',
      ),
    ),
  ).toMatchObject({ format: "svg", width: 5 });
  expect([
    expectedFormat("a.JPG"),
    expectedFormat("a.jpeg"),
    expectedFormat("a"),
    expectedFormat("a.txt"),
  ]).toEqual(["jpeg", "jpeg", null, null]);
});
