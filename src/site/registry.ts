import type { Registry } from "../registry/types.ts";

/**
 * The registry that the pages show. The command that read it shares it here, in memory: pages are rendered in the same process, but
 * bundled, so a module variable would exist twice; and 5,000 workspaces with their findings would otherwise be written to Astro's
 * data store and parsed again.
 */
const key = Symbol.for("kasm-workspace-registry");
const shared = globalThis as { [key]?: { registry: Registry; reread: (() => Registry) | null } };

/** Makes this registry the one that pages and endpoints show. `reread` reads it again when a file changes, for the dev server. */
export function shareRegistry(registry: Registry, reread: (() => Registry) | null = null): void {
  shared[key] = { registry, reread };
}

/** Whether a command has read a registry in this process. */
export function hasRegistry(): boolean {
  return shared[key] !== undefined;
}

/** The registry that pages and endpoints show; throws where none has been read. */
export function getRegistry(): Registry {
  const current = shared[key];
  if (!current) throw new Error("No registry has been read. Start with npm run build or npm run dev, which read it, instead of astro.");
  return current.registry;
}

/** Reads the registry again after a change on the disk, where the command that shared it knows how. */
export function rereadRegistry(): void {
  const current = shared[key];
  if (current?.reread) current.registry = current.reread();
}
