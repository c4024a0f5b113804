import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { corpus, projectRoot } from "./run.ts";

/** A registry as the official template lays it out: workspaces/, settings.json and the published-list.json that it had online. */
export interface RealRegistry {
  /** owner+repository@branch */
  name: string;
  folder: string;
  /** Content folder. */
  root: string;
}

/**
 * Registries with the defects that real ones have: those of tests/fixtures/registries, whose names are invented and whose lists were
 * made by folder-hash as the official template does; and the real ones where this machine has them.
 */
export const realRegistries: readonly RealRegistry[] = [
  join(projectRoot, "tests", "fixtures", "registries"),
  ...(corpus ? [corpus] : []),
].flatMap((parent) =>
  readdirSync(parent)
    .filter((name) => name.includes("@"))
    .sort()
    .map((name) => ({ name, folder: join(parent, name), root: join(parent, name, "workspaces") })),
);

/** Those with a published list. */
export const publishedRegistries = realRegistries.filter(({ folder }) =>
  existsSync(join(folder, "published-list.json")),
);
