import { defineCollection } from "astro:content";
import { z } from "astro/zod";
import type { Loader } from "astro/loaders";
import { getRegistry, hasRegistry, rereadRegistry } from "./site/registry.ts";

/**
 * Hands the engine's result to Astro. The entries carry only what Astro needs to know when a page is stale; the pages take the
 * workspaces themselves from memory (src/site/registry.ts says why).
 */
const loader: Loader = {
  name: "workspace-registry",
  load({ store, watcher }) {
    const fill = (): void => {
      store.clear();
      for (const { slug, sha } of getRegistry().workspaces) store.set({ id: slug, data: { sha }, digest: sha });
    };
    // `astro check` and `astro sync` look at code only, and no command has read a registry for them.
    if (!hasRegistry()) return Promise.resolve();
    fill();
    const { root } = getRegistry();
    watcher?.add(root);
    for (const event of ["add", "change", "unlink"] as const) {
      watcher?.on(event, (path) => {
        if (!path.startsWith(root)) return;
        rereadRegistry();
        fill();
      });
    }
    return Promise.resolve();
  },
};

export const collections = { workspaces: defineCollection({ loader, schema: z.object({ sha: z.string() }) }) };
