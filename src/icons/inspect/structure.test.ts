import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { pictures as words } from "../../strings/check.ts";
import type { ImageFormat } from "../../registry/model/types.ts";
import { readStructure, type Structure } from "./structure.ts";

type Bytes = readonly number[];
const text = (ascii: string): number[] => [...Buffer.from(ascii, "latin1")];
const zeros = (count: number): number[] => Array<number>(count).fill(0);
const whole: Structure = { fault: null, width: 0, height: 0, frames: 0 };
const early: Structure = { ...whole, fault: words.endsEarly };
const read = (bytes: Bytes, format: ImageFormat): Structure => readStructure(Uint8Array.from(bytes), format);

const signature = [0x89, ...text("PNG\r\n\x1a\n")];
const chunk = (
  name: string,
  content: number[],
  sum = crc32(Buffer.from([...text(name), ...content])),
): number[] => [
  ...[0, 0, 0, content.length, ...text(name), ...content],
  ...[sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255],
];
const headerOf = (depth: number, colours: number): number[] =>
  chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, depth, colours, 0, 0, 0]);
const header = headerOf(8, 2);
const pixels = chunk("IDAT", [1, 2, 3]);
const end = chunk("IEND", []);
const damaged: Structure = { ...whole, fault: words.damagedParts };
const wrongHeader: Structure = { ...whole, fault: words.damagedHeader };
test.each<[name: string, bytes: Bytes, structure: Structure]>([
  ["with its end", [...signature, ...header, ...pixels, ...end], whole],
  ["with more after its end", [...signature, ...header, ...pixels, ...end, 1], whole],
  ["without its end", [...signature, ...header, ...pixels], early],
  ["that ends in a part", [...signature, ...header.slice(0, -1)], early],
  ["without parts", signature, early],
  ["without pixels", [...signature, ...header, ...end], { ...whole, fault: words.empty }],
  ["of a kind of colour that is none", [...signature, ...headerOf(8, 1), ...pixels, ...end], wrongHeader],
  ["of 99 bits", [...signature, ...headerOf(99, 2), ...pixels, ...end], wrongHeader],
  [
    "with a wrong sum of its header",
    [...signature, ...chunk("IHDR", header.slice(8, 21), 7), ...pixels, ...end],
    damaged,
  ],
  ["with a wrong sum of its pixels", [...signature, ...header, ...chunk("IDAT", [1], 7), ...end], damaged],
  [
    "with a wrong sum of a note",
    [...signature, ...header, ...chunk("tEXt", [65], 7), ...pixels, ...end],
    whole,
  ],
])("reads a PNG %s", (_, bytes, structure) => expect(read(bytes, "png")).toEqual(structure));

const gif = (flags: number, ...rest: number[]): number[] => [
  ...text("GIF89a"),
  9,
  0,
  9,
  0,
  flags,
  0,
  0,
  ...rest,
];
const frame = (flags: number, ...rest: number[]): number[] => [
  ...[0x2c, 1, 1, 2, 1, 3, 0, 4, 0, flags],
  ...rest,
  ...[2, 1, 0xff, 2, 1, 1, 0],
];
const framed: Structure = { fault: null, width: 0x101 + 3, height: 0x102 + 4, frames: 1 };
test.each<[name: string, bytes: Bytes, structure: Structure]>([
  ["with a frame", gif(0, ...frame(0), 0x3b), framed],
  ["with a table of colours", gif(0x81, ...zeros(12), ...frame(0), 0x3b), framed],
  ["with a table of 256 colours in its frame", gif(0x01, ...frame(0x87, ...zeros(768)), 0x3b), framed],
  ["with a note before its frame", gif(0, 0x21, 0xfe, 1, 7, 0, ...frame(0), 0x3b), framed],
  [
    "with a smaller second frame",
    gif(0, ...frame(0), 0x2c, ...zeros(9), 2, 0, 0x3b),
    { ...framed, frames: 2 },
  ],
  ["without a frame", gif(0, 0x3b), { ...whole, fault: words.empty }],
  ["with an unknown part", gif(0, ...frame(0), 7), { ...framed, fault: words.damagedParts }],
  ["without the mark at its end", gif(0, ...frame(0)), framed],
  ["without the end of its frame", gif(0, ...frame(0).slice(0, -1)), early],
  ["without anything behind its header", gif(0), early],
  ["that ends in a frame", gif(0, ...frame(0).slice(0, -1)), early],
])("reads a GIF %s", (_, bytes, structure) => expect(read(bytes, "gif")).toEqual(structure));

const long = (value: number): number[] => [...Buffer.from(Int32Array.of(value).buffer)];
const entry = (size: number, at: number): number[] => [...zeros(8), ...long(size), ...long(at)];
const icon = (count: number, ...rest: number[]): number[] => [0, 0, 1, 0, count, 0, ...rest];
const bitmap = (width: number, height: number): number[] => [
  ...long(40),
  ...long(width),
  ...long(height),
  ...zeros(4),
];
const png = (width: number, height: number): number[] => [
  ...[0x89, ...text("PNG"), ...zeros(12)],
  ...long(width).reverse(),
  ...long(height).reverse(),
];
test.each<[name: string, bytes: Bytes, structure: Structure]>([
  ["with a bitmap", icon(1, ...entry(16, 22), ...bitmap(20, 60)), { ...whole, width: 20, height: 30 }],
  [
    "with a bitmap from top to bottom",
    icon(1, ...entry(16, 22), ...bitmap(-20, -60)),
    { ...whole, width: 20, height: 30 },
  ],
  ["with a PNG", icon(1, ...entry(24, 22), ...png(300, 200)), { ...whole, width: 300, height: 200 }],
  [
    "with a smaller second picture",
    icon(2, ...entry(16, 38), ...entry(16, 54), ...bitmap(20, 60), ...bitmap(10, 20)),
    { ...whole, width: 20, height: 30 },
  ],
  ["without a picture", icon(0), { ...whole, fault: words.empty }],
  ["with a picture of too few bytes", icon(1, ...entry(15, 22), ...bitmap(20, 60)), early],
  ["with a picture that ends a byte too late", icon(1, ...entry(17, 22), ...bitmap(20, 60)), early],
  ["without the list that it announces", icon(1), early],
])("reads a Windows icon %s", (_, bytes, structure) => expect(read(bytes, "ico")).toEqual(structure));

test.each<[format: ImageFormat, name: string, bytes: Bytes, structure: Structure]>([
  ["webp", "as long as it says", [...text("RIFF"), 4, 0, 0, 0, ...text("WEBP")], whole],
  ["webp", "shorter than it says", [...text("RIFF"), 5, 0, 0, 0, ...text("WEBP")], early],
  ["webp", "without a length", text("RIFF"), early],
  [
    "webp",
    "of two frames, the first of an odd length",
    [...text("RIFF"), 22, 0, 0, 0, ...text("WEBPANMF"), 1, 0, 0, 0, 7, 0, ...text("ANMF"), 0, 0, 0, 0],
    { ...whole, frames: 2 },
  ],
  ["jpeg", "with its end mark", [0xff, 0xd8, 0xff, 0xd9], whole],
  ["jpeg", "of nothing but its end mark", [0xff, 0xd9], whole],
  ["jpeg", "with 4,094 bytes after its end mark", [0xff, 0xd9, ...zeros(4094)], whole],
  ["jpeg", "with 4,095 bytes after its end mark", [0xff, 0xd9, ...zeros(4095)], early],
  ["jpeg", "without its end mark", [0xff, 0xd8, 0xff, 0xd8, 0xd9], early],
  ["bmp", "of any content", [], whole],
])("reads a %s %s", (format, _, bytes, structure) => expect(read(bytes, format)).toEqual(structure));
