import sharp from "sharp";
import { expect, test } from "vitest";
import { describeFormat, expectedFormat, properExtension, readImage } from "./format.ts";

const raster = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });
const made = {
  png: () => raster(300, 200).png(),
  jpeg: () => raster(300, 200).jpeg(),
  webp: () => raster(300, 200).webp(),
  gif: () => raster(300, 200).gif(),
} as const;
const formats = Object.keys(made) as (keyof typeof made)[];

test.each(formats)("reads format and size from the header of a %s", async (format) => {
  expect(readImage(await made[format]().toBuffer())).toEqual({
    format,
    width: 300,
    height: 200,
    fault: null,
  });
});

test.each(formats)("reports a %s when it ends too early", async (format) => {
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

test("accepts a Windows icon, and takes the size of its largest picture", async () => {
  const picture = (side: number): Promise<Buffer> => raster(side).png().toBuffer();
  const small = bitmap(16);
  const large = await picture(48);
  expect(readImage(icoOf([[16, small]]))).toEqual({ format: "ico", width: 16, height: 16, fault: null });
  expect(
    readImage(
      icoOf([
        [16, small],
        [48, large],
      ]),
    ),
  ).toEqual({
    format: "ico",
    width: 48,
    height: 48,
    fault: null,
  });
  // 0 means 256 in the list of pictures.
  expect(readImage(icoOf([[0, await picture(256)]]))).toMatchObject({
    format: "ico",
    width: 256,
    fault: null,
  });
});

test.each([
  ["a.png", "png"],
  ["a.jpg", "jpeg"],
  ["a.gif", "gif"],
  ["a.webp", "webp"],
  ["a.svg", "svg"],
  ["a.ico", "ico"],
  ["icon.bmp", "bmp"],
  ["a.tif", "tiff"],
  ["a.tiff", "tiff"],
  ["a.avif", "avif"],
] as const)("expects of %s that it is of format %s", (name, format) => {
  expect(expectedFormat(name)).toBe(format);
  expect(expectedFormat(`a.${properExtension(format)}`)).toBe(format);
  expect(describeFormat(format).toLowerCase()).toContain(format);
});

test("knows a bitmap by its first bytes", () => {
  const header = Buffer.alloc(54);
  header.write("BM");
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(20, 18);
  header.writeInt32LE(10, 22);
  expect(readImage(header)).toEqual({ format: "bmp", width: 20, height: 10, fault: null });
});

/** A Windows icon of these pictures: the side that its list says, and a PNG or a bitmap. */
function icoOf(pictures: [side: number, picture: Buffer][]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [number, [side, picture]] of pictures.entries()) {
    const at = 6 + 16 * number;
    head.set([side, side], at);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures.map(([, picture]) => picture)]);
}

/** A bitmap as Windows icons hold it: no file header, and a height that counts the mask too. */
function bitmap(side: number): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(side, 4);
  header.writeInt32LE(side * 2, 8);
  return Buffer.concat([header, Buffer.alloc(side * side * 4 + side * 4)]);
}
