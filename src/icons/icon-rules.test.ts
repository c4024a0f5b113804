import { expect, test } from "vitest";
import type { ImageInfo } from "../registry/model/types.ts";
import { isPublishedAsIs } from "./icon-rules.ts";

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
