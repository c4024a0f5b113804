import { join } from "node:path";

/** Relative to the repository: the icons of earlier builds, and where pages are rendered. */
export const ownCacheFolder = join("node_modules", ".cache", "workspace-registry");
