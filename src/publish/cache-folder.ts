import { join } from "node:path";

/** Relative to the repository: what builds keep for later ones, and where pages are rendered. */
export const ownCacheFolder = join("node_modules", ".cache", "workspace-registry");

/** In it: what Node compiled, of any command. */
export const compiledFolder = join(ownCacheFolder, "compiled");
