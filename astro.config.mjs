import { oneLanguage } from "./src/publish/astro/one-language.ts";
import { standaloneValidators } from "./src/publish/astro/standalone-validators.ts";

// Astro would take these from the machine's environment into import.meta.env, where they mean the site's own: a BASE_URL of somebody
// else's program breaks every link.
for (const name of ["ASSETS_PREFIX", "BASE_URL", "DEV", "MODE", "PROD", "SITE", "SSR"])
  delete process.env[name];

// Wiring only. scripts/build.ts and scripts/dev.ts add the address (site, base) and the folders, which are detected, never typed here, and
// what only one of the two needs. Not by defineConfig, which loads much that is not used here.
/** @type {import("astro").AstroUserConfig} */
export default {
  trailingSlash: "ignore",
  prerenderConflictBehavior: "error",
  // While one page is written, the next is rendered.
  build: { format: "directory", inlineStylesheets: "never", concurrency: 4 },
  devToolbar: { enabled: false },
  prefetch: true,
  integrations: [standaloneValidators, oneLanguage],
  // No script stands in a page itself: the policy (src/site/policy.ts) allows none. One style sheet for all pages: small, and in the cache from
  // the first page on.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
};
