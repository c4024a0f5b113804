import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Surroundings } from "./case.ts";
import type { FuzzFailure } from "./run.ts";
import { treeFromJson, treeToJson, type Tree } from "./tree.ts";

/** Folder of the found cases, each in a folder of its own. */
export const fixturesFolder = join("tests", "fixtures", "fuzz");

/**
 * Keeps a found case: `tree.json` holds the files as data, because there are names among them that no checkout would take;
 * `surroundings.json` what was there beside them; `found.txt` what was wrong, for people. Returns the folder's name.
 */
export function saveFixture(
  projectRoot: string,
  { tree, options, wrong }: Pick<FuzzFailure, "tree" | "options" | "wrong">,
): string {
  const json = treeToJson(tree);
  const words =
    (wrong[0] ?? "")
      .toLowerCase()
      .replace(/"[^"]*"/g, "")
      .match(/[a-z]{3,}/g) ?? [];
  const name = `${words.slice(0, 5).join("-")}-${createHash("sha256").update(json).digest("hex").slice(0, 6)}`;
  const folder = join(projectRoot, fixturesFolder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "tree.json"), json);
  writeFileSync(join(folder, "surroundings.json"), `${JSON.stringify(options, null, 2)}\n`);
  writeFileSync(join(folder, "found.txt"), `${wrong.join("\n").replaceAll(projectRoot, ".")}\n`);
  return join(fixturesFolder, name);
}

export interface Fixture {
  name: string;
  tree: Tree;
  options: Surroundings;
}

/** All that were ever found. */
export function readFixtures(projectRoot: string): Fixture[] {
  const root = join(projectRoot, fixturesFolder);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .map((name) => ({
      name,
      tree: treeFromJson(readFileSync(join(root, name, "tree.json"), "utf8")),
      options: JSON.parse(readFileSync(join(root, name, "surroundings.json"), "utf8")) as Surroundings,
    }));
}
