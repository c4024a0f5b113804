import { writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroConfig, AstroIntegration } from "astro";
import { reportText } from "../../report/text.ts";
import { loadRegistry } from "../../registry/load.ts";
import { severityOf } from "../../registry/model/problem.ts";
import type { Registry } from "../../registry/model/types.ts";
import { getRegistry, hasRegistry, shareRegistry } from "../../site/registry.ts";
import { ownCacheFolder } from "../cache-folder.ts";
import { prepareDev } from "../dev.ts";
import { drawIcons, iconProblem, startBrandPictures } from "../draw-icons.ts";
import { checkPublicFolder, finishSite } from "../finish-site.ts";
import { addressFault, gatherLoadOptions, projectFault } from "../load-options.ts";
import { endPictures, startPictures } from "../shared-pictures.ts";

/**
 * Gives Astro the registry. The commands of scripts/ have read it before; under plain `astro build` and `astro dev` it is read here, and
 * errors end the process with the report of `npm run check`, because Astro would print a stack trace.
 */
export const workspaceRegistry: AstroIntegration = {
  name: "workspace-registry",
  hooks: {
    async "astro:config:setup"({ command, config, updateConfig }) {
      if (command === "sync") return;
      // A NODE_ENV of the machine (test) would build the site for debugging, and keep the dev server from loading pages again.
      process.env["NODE_ENV"] = command === "dev" ? "development" : "production";
      if (!hasRegistry()) await prepare(command, config).catch((error: Error) => stop(`${error.message}\n`));
      if (command === "build") checkPublicFolder(fileURLToPath(config.publicDir));
      if (command === "dev") return;
      const { origin, pathname } = new URL(getRegistry().identity.url);
      updateConfig({ site: origin, base: pathname });
    },
    async "astro:build:done"({ dir }) {
      endPictures();
      await finishSite(getRegistry(), fileURLToPath(dir));
    },
    "astro:server:done": endPictures,
  },
};

async function prepare(
  command: "dev" | "build" | "preview",
  { root, publicDir, server }: AstroConfig,
): Promise<void> {
  const projectRoot = fileURLToPath(root);
  const fault = projectFault(projectRoot);
  if (fault) throw new Error(fault);
  const options = gatherLoadOptions(projectRoot);
  if (command === "dev") return prepareDev(options, server.port);
  const registry = loadRegistry(options);
  shareRegistry(registry);
  if (command === "preview") return;
  const unknown = addressFault(registry.identity.url, options);
  if (unknown) throw new Error(unknown);
  reportOrStop(registry);
  startPictures(join(projectRoot, ownCacheFolder, "icons"));
  const failures = await drawIcons(registry, () => {});
  reportOrStop({ ...registry, problems: failures.map(iconProblem) });
  startBrandPictures(registry, fileURLToPath(publicDir));
}

function reportOrStop(registry: Registry): void {
  if (registry.problems.length === 0) return;
  const text = reportText(registry, { findings: "none", color: false });
  if (registry.problems.some((problem) => severityOf(problem) === "error")) stop(text);
  process.stderr.write(text);
}

function stop(text: string): never {
  writeSync(2, text);
  process.exit(1);
}
