import { existsSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { withIdentityOnly } from "../site/registry.ts";
import type { BuildCache } from "./build-cache.ts";
import type { SiteWriter } from "./site-writer.ts";

interface Options {
  /** null where nothing of earlier builds may be used. */
  cache: BuildCache | null;
  /** Whatever all pages depend on. */
  recipe: readonly string[];
  base: string;
  /** Writes into the folder that Astro renders into. */
  writer: SiteWriter;
  outDir: string;
  /** What has to end before a page with a cacheKey is rendered; one that is kept does not wait. */
  after: Promise<unknown>;
}

/**
 * Says when Astro renders what. Pages whose cacheKey (getStaticPaths) is that of an earlier build are taken from there, others with one
 * are rendered when something else has ended, and the rest at once. Astro's own incremental build keeps its state in one folder that
 * builds share and change as they go; this cache is only ever added to, under names made from content, so that builds at the same time,
 * or interrupted ones, cannot harm each other.
 */
export function prerenderer({ cache, recipe, base, writer, outDir, after }: Options): AstroIntegration {
  const keys = new Map<string, readonly string[]>();
  const plain = (pathname: string): string => decodeURI(pathname).replace(/^\/+|\/+$/g, "");
  return {
    name: "prerenderer",
    hooks: {
      "astro:build:start"({ setPrerenderer }) {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            const paths = await astro.getStaticPaths();
            return paths.filter(({ pathname, cacheKey }) => {
              if (cacheKey === undefined) return true;
              const key = ["page", ...recipe, pathname, cacheKey];
              keys.set(plain(pathname), key);
              const [page] = cache?.read(key) ?? [];
              const file = `${plain(pathname)}/index.html`;
              // As Astro does: what public/ holds stays.
              if (!page || existsSync(join(outDir, file))) return true;
              writer.write([file], page);
              return false;
            });
          },
          async render(request, options) {
            const key = keys.get(plain(new URL(request.url).pathname.slice(base.length - 1)));
            if (key === undefined) return astro.render(request, options);
            await after;
            return withIdentityOnly(async () => {
              const result = await astro.render(request, options);
              const response = result instanceof Response ? result : result.response;
              const page = new Uint8Array(await response.arrayBuffer());
              if (response.status === 200) cache?.write(key, [page]);
              return new Response(page, { status: response.status, headers: response.headers });
            });
          },
        }));
      },
    },
  };
}
