import { oneLanguage } from "./src/publish/astro/one-language.ts";
import { devFiles } from "./src/publish/astro/dev-files.ts";
import { devReload } from "./src/publish/astro/dev-reload.ts";
import { devReport } from "./src/publish/astro/dev-report.ts";
import { standaloneValidators } from "./src/publish/astro/standalone-validators.ts";
import { workspaceRegistry } from "./src/publish/astro/workspace-registry.ts";

// Astro would take these from the machine's environment into import.meta.env, where they mean the site's own: a BASE_URL of somebody
// else's program breaks every link.
for (const name of ["ASSETS_PREFIX", "BASE_URL", "DEV", "MODE", "PROD", "SITE", "SSR"])
  delete process.env[name];

// Astro tells its makers nothing about builds, and asks for no newer version of itself.
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
process.env["ASTRO_DISABLE_UPDATE_CHECK"] = "true";

// Wiring only. The address (site, base) is detected by workspaceRegistry, never typed here. Not by defineConfig, which loads much that is
// not used here.
/** @type {import("astro").AstroUserConfig} */
export default {
  // With "always", the dev server expects a slash behind the name of an icon.
  trailingSlash: "ignore",
  prerenderConflictBehavior: "error",
  // While one page is written, the next is rendered.
  build: { format: "directory", inlineStylesheets: "never", concurrency: 4 },
  devToolbar: { enabled: false },
  prefetch: true,
  integrations: [workspaceRegistry, standaloneValidators, oneLanguage, devFiles, devReload, devReport],
  // No script stands in a page itself: the policy (src/site/policy.ts) allows none. One style sheet for what pages share,
  // in the cache from the first page on; a page with many styles of its own links them (import … from "….css?url").
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
};
