import sharp from "sharp";
import { expect, test } from "vitest";
import { pictures as words } from "../../strings/check.ts";
import {
  describeFormat,
  expectedFormat,
  extensionOf,
  mediaTypeOf,
  mediaTypes,
  properExtension,
  readImage,
  shownTypes,
} from "./format.ts";

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

const bytesOf = (ascii: string): Uint8Array => new Uint8Array(Buffer.from(ascii, "latin1"));
const tail = "\0".repeat(30);
test.each([
  ["\x89PNG", "png"],
  ["\xff\xd8\xff", "jpeg"],
  ["GIF87a", "gif"],
  ["GIF89a", "gif"],
  ["RIFF....WEBP", "webp"],
  ["\0\0\x01\0", "ico"],
  ["II*\0", "tiff"],
  ["MM\0*", "tiff"],
  ["....ftyp", "avif"],
])("takes what begins with %j for a damaged %s", (head, format) => {
  expect(readImage(bytesOf(head + tail))).toMatchObject({ format, fault: expect.any(String) });
});

test.each([
  "\x88PNG",
  "\xff\xd8\0",
  "\xff\0\xff",
  "GIF88a",
  "xGIF89a",
  "RIFF....WAVE",
  "RIFX....WEBP",
  "\0\0\x02\0",
  "BX",
  "II*\x01",
  "ftyp",
  "svg <svg>",
  "<!-- <svgs>",
  "<!DOCTYPE html><svg>",
  "<?xml version='1.0'?><html>",
  "<svgx",
])("takes what begins with %j for no picture", (head) => expect(readImage(bytesOf(head + tail))).toBeNull());

test("takes BM for a bitmap when it has a header", () => {
  expect(readImage(bytesOf("BM".padEnd(26)))).toBeNull();
  expect(readImage(bytesOf("BM".padEnd(27)))).toMatchObject({ format: "bmp" });
});

test.each([
  "<svg>",
  "<svg ",
  " \n<svg\n",
  "<!-- a --><svg>",
  "<!doctype  SVG><svg>",
  "<?xml?><s:svg>",
  "\xef\xbb\xbf<svg>",
])("takes what begins with %j for a drawing", (head) =>
  expect(readImage(bytesOf(head))).toMatchObject({ format: "svg" }),
);

test("says why a drawing cannot be decoded", () =>
  expect(readImage(bytesOf("<svg>\xe9"))).toEqual({
    format: "svg",
    width: null,
    height: null,
    fault: words.otherEncoding,
  }));

test.each([
  ["a.PNG", "png"],
  ["a.b.c", "c"],
  ["a", ""],
  ["a.", ""],
  [".hidden", "hidden"],
])("the extension of %s is %j", (name, extension) => expect(extensionOf(name)).toBe(extension));

test.each([
  ["png", "image/png"],
  ["jpeg", "image/jpeg"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["svg", "image/svg+xml"],
  ["ico", "image/x-icon"],
  ["bmp", "image/bmp"],
  ["avif", "image/avif"],
] as const)("the media type of %s is %s, and a browser shows those of the first six", (format, type) => {
  expect(mediaTypeOf(format)).toBe(type);
  expect(shownTypes.has(format)).toBe(mediaTypes[format]?.includes(type) ?? false);
});

test("knows the other media types of JPEG and of Windows icons", () => {
  expect([mediaTypes.jpeg, mediaTypes.ico]).toEqual([
    ["image/jpeg", "image/jpg"],
    ["image/x-icon", "image/vnd.microsoft.icon"],
  ]);
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

test("reads a drawing whose elements have a prefix, without a declaration", () =>
  expect(
    readImage(
      bytesOf('<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="64" height="32"><svg:path/></svg:svg>'),
    ),
  ).toEqual({ format: "svg", width: 64, height: 32, fault: null }));

test("a pointer of Git LFS is told from a text", () => {
  const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 5\n";
  expect(readImage(new TextEncoder().encode(pointer))?.format).toBe("lfs");
  expect(readImage(new TextEncoder().encode("version 1"))).toBeNull();
});
