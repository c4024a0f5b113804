import type { Registry } from "../registry/model/types.ts";

/**
 * The registry that the pages show. The command that read it shares it here, in memory: pages are rendered in the same process, but
 * bundled, so a module variable would exist twice; and 5,000 workspaces with their findings would otherwise be written to Astro's
 * data store and parsed again.
 */
interface Shared {
  registry: Registry;
  reread: (() => Registry) | null;
}

const key = Symbol.for("kasm-workspace-registry");
const shared = globalThis as { [key]?: Shared };

/** Makes this registry the one that pages and endpoints show. `reread` is for the dev server. */
export function shareRegistry(registry: Registry, reread: (() => Registry) | null = null): void {
  shared[key] = { registry, reread };
}

/** Whether a registry has been shared. */
export function hasRegistry(): boolean {
  return shared[key] !== undefined;
}

/** The registry that pages and endpoints show; throws where none has been read. */
export function getRegistry(): Registry {
  return current().registry;
}

/** Reads the registry again, where the command that shared it knows how. */
export function rereadRegistry(): void {
  const { reread } = current();
  if (reread) shared[key] = { registry: reread(), reread };
}

function current(): Shared {
  const found = shared[key];
  if (!found)
    throw new Error(
      "No registry has been read: the integration workspaceRegistry is missing from astro.config.mjs.",
    );
  return found;
}
