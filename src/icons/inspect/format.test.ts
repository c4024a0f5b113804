import sharp from "sharp";
import { expect, test } from "vitest";
import { expectedFormat, readImage } from "./format.ts";

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
