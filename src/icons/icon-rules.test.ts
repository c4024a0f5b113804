import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ImageInfo } from "../registry/model/types.ts";
import { hashSources, isPublishedAsIs } from "./icon-rules.ts";

const folder = mkdtempSync(join(tmpdir(), "icon-rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("changes the key of the icon cache with code and library, not with tests", () => {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return hashSources(folder, "sharp 1.0.0");
  };
  mkdirSync(join(folder, "inspect"));
  const first = write("draw.ts", "a");
  expect(write("draw.test.ts", "a")).toBe(first);
  expect(write("draw.ts", "a")).toBe(first);
  expect(hashSources(folder, "sharp 1.0.1")).not.toBe(first);
  const second = write("inspect/svg.ts", "a");
  const third = write("draw.ts", "b");
  expect(new Set([first, second, third]).size).toBe(3);
});

test("publishes rasters of up to 256 pixels byte for byte", () => {
  const raster = (width: number, height: number): ImageInfo => ({
    format: "png",
    width,
    height,
    fault: null,
  });
  expect(isPublishedAsIs(raster(256, 256), "fit")).toBe(true);
  expect(isPublishedAsIs(raster(257, 1), "fit")).toBe(false);
  expect(isPublishedAsIs(raster(1, 257), "fit")).toBe(false);
  expect(isPublishedAsIs(raster(4096, 4096), "original")).toBe(true);
  expect(isPublishedAsIs({ ...raster(512, 512), format: "ico" }, "fit")).toBe(true);
  expect(isPublishedAsIs({ ...raster(16, 16), format: "svg" }, "original")).toBe(false);
});
