import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./checksums.ts";

/** What pages are made by, besides what they show: the program, its libraries and the version of Node. Folders end in a slash. */
const ingredients = [
  "src/",
  "schema/",
  "astro.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** Changes when pages made from the same data could differ: hex, of every file that takes part. */
export function pageRecipe(projectRoot: string): string {
  const hash = createHash("sha256").update(process.version);
  const files = ingredients.flatMap((path) =>
    path.endsWith("/") ? filesBelow(join(projectRoot, path)).map((file) => path + file) : [path],
  );
  for (const file of files.filter((file) => !/\.test\.ts$/.test(file)))
    hash.update(`\0${file}\0`).update(readFileSync(join(projectRoot, file)));
  return hash.digest("hex");
}
