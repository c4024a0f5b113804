import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { monogramOf, tints } from "./monogram.ts";

test.each([
  ["Visual Studio Code", "V"],
  ["firefox", "F"],
  ["7-Zip", "7"],
  ["中文桌面", "中"],
  ["<&>", "?"],
  ["", "?"],
])("the letter of %j is %j", (name, letter) => {
  expect(monogramOf(name).letter).toBe(letter);
});

test.each([
  ["", 1],
  ["Firefox", 0],
  ["Chromium", 3],
  ["中文桌面", 5],
])("the tint of %j is %i", (name, tint) => {
  expect(monogramOf(name).tint).toBe(tint);
});

test("white letters are readable on every tint, and cards have the same tints", () => {
  const css = readFileSync(new URL("../../styles/card.css", import.meta.url), "utf8");
  expect(css.match(/(?<=\.tint-\d \{\s+background: )#\w+/g)).toEqual([...tints]);
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const tint of tints) expect(1.05 / (luminance(tint) + 0.05)).toBeGreaterThanOrEqual(4.5);
});
