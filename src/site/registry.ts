import type { Registry } from "../registry/types.ts";

/**
 * The registry that the pages show. The command (or the content loader) that read it shares it here, in memory: pages are
 * rendered in the same process, but bundled, so a module variable would exist twice; and 5,000 workspaces with their
 * findings would otherwise be written to Astro's data store and parsed again.
 */
const key = Symbol.for("kasm-workspace-registry");
const shared = globalThis as { [key]?: Registry };

/** Makes this registry the one that pages and endpoints show. */
export function shareRegistry(registry: Registry): void {
  shared[key] = registry;
}

/** Whether a registry has been shared in this process. */
export function hasRegistry(): boolean {
  return shared[key] !== undefined;
}

/** The registry that pages and endpoints show; throws where none has been read. */
export function getRegistry(): Registry {
  const registry = shared[key];
  if (!registry) throw new Error("No registry has been read yet: src/content.config.ts reads it before any page is rendered.");
  return registry;
}
