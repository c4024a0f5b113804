import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { jpeg, png } from "../support/made-up-registry.ts";
import { generateRegistry } from "../support/generate-registry.ts";

/** A workspace folder that cases start from. */
export interface Base {
  folder: string;
  files: ReadonlyMap<string, Uint8Array>;
  /** Whether it belongs to somebody else and must not get into this repository. */
  foreign: boolean;
}

/** Bytes of a file at most: to read the same large picture a hundred thousand times finds nothing. */
const largest = 24 * 1024;

const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#345"/></svg>\n',
);
const small: Readonly<Record<string, Uint8Array>> = {
  ".png": png(),
  ".jpg": jpeg,
  ".jpeg": jpeg,
  ".svg": drawing,
};

/** Every workspace below these content folders, those of the first folder first: shrinking goes towards them. */
export function readBases(own: readonly string[], foreign: readonly string[]): Base[] {
  return [...own.flatMap((root) => basesIn(root, false)), ...foreign.flatMap((root) => basesIn(root, true))];
}

/** The content folders of the real registries, where this machine has them. */
export function corpusFolders(corpus: string): string[] {
  if (!existsSync(corpus)) return [];
  return readdirSync(corpus)
    .map((name) => join(corpus, name, "workspaces"))
    .filter((folder) => existsSync(folder))
    .sort();
}

/** This repository's workspaces, six generated ones in both schemas (written below `scratch`), and those of the corpus where it is given and here. */
export async function gatherBases(
  projectRoot: string,
  scratch: string,
  corpus: string | null,
): Promise<Base[]> {
  const generated = join(scratch, "generated");
  await generateRegistry(generated, 6, { seed: 5 });
  return readBases(
    [join(projectRoot, "workspaces"), generated],
    corpus === null ? [] : corpusFolders(corpus),
  );
}

function basesIn(root: string, foreign: boolean): Base[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  return folders.map((folder) => {
    const names = readdirSync(join(root, folder))
      .filter((name) => lstatSync(join(root, folder, name)).isFile())
      .sort();
    return {
      folder,
      foreign,
      files: new Map(names.map((name) => [name, lighten(name, readFileSync(join(root, folder, name)))])),
    };
  });
}

/** A picture of the same format in the place of a large one. */
function lighten(name: string, bytes: Uint8Array): Uint8Array {
  return bytes.length <= largest ? bytes : (small[extname(name).toLowerCase()] ?? bytes.subarray(0, largest));
}
