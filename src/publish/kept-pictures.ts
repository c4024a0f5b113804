import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import type { Painter } from "../icons/jobs.ts";
import { iconRecipe } from "../icons/icon-rules.ts";
import type { BuildCache } from "./build-cache.ts";

/** Draws each picture once: one that an earlier build drew from the same bytes in the same way is taken from there. */
export function keptPictures(painter: Painter, cache: BuildCache | null): Painter {
  return {
    async draw(job) {
      const key = ["picture", iconRecipe, createHash("sha256").update(serialize(job)).digest("hex")];
      const known = cache?.read(key);
      if (known) return known;
      const pictures = await painter.draw(job);
      cache?.write(key, pictures);
      return pictures;
    },
  };
}
