import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import type { ImageInfo } from "../registry/model/types.ts";

/** What is known of icons without loading the picture library. */

/** Larger raster icons are made to fit this square, in pixels; Kasm never shows more. */
export const publishedSide = 256;

/** Changes when the code or the library that draws icons changes: part of every key of the icon cache. */
export const iconRecipe = hashSources(import.meta.dirname, sharpVersion());

/** Whether the icon is published byte for byte: all but large raster icons and drawings that are not clean. */
export function isPublishedAsIs({ format, width, height }: ImageInfo, mode: "fit" | "original"): boolean {
  if (format === "svg") return false;
  return mode === "original" || format === "ico" || Math.max(width ?? 0, height ?? 0) <= publishedSide;
}

/** Hashes the code below a folder, tests apart, and what else decides the bytes. */
export function hashSources(folder: string, library: string): string {
  const hash = createHash("sha256").update(`${library} ${process.platform} ${process.arch}`);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /(?<!\.test)\.ts$/.test(name)).sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}

/** A version of sharp comes with one version of libvips. */
function sharpVersion(): string {
  const { version } = JSON.parse(readFileSync(findPackageJSON("sharp", import.meta.url)!, "utf8")) as {
    version: string;
  };
  return version;
}
