import { build as words } from "../strings/publish.ts";
import { join } from "node:path";
import type { Registry } from "../registry/model/types.ts";
import { shareRegistry } from "../site/registry.ts";
import { ownCacheFolder } from "./cache-folder.ts";
import { filesBelow } from "./checksums.ts";
import { drawIcons, iconProblem, startBrandPictures } from "./draw-icons.ts";
import { openWorkplace, type Workplace } from "./out-folder.ts";
import { endPictures, startPictures } from "./shared-pictures.ts";
import { stopwatch } from "./stopwatch.ts";

export interface SiteOptions {
  /** Folder of this repository. */
  projectRoot: string;
  /** Absolute path of the folder that the site takes. */
  out: string;
  /** Absolute path of the folder with the icons of earlier builds; null where none may be used. */
  cache: string | null;
  /** Called with a stage and how far it is. */
  progress: (stage: string, done?: number, total?: number) => void;
  /** Called with the registry without the workspaces whose icons cannot be drawn, and with their problems. Says whether to build it. */
  acceptRest: (rest: Registry) => boolean;
}

/**
 * Builds the whole site beside the out folder and puts it in its place at the end. On any error, and when it is interrupted, the out
 * folder stays as it was. Returns what was built; null where acceptRest stopped it.
 */
export async function buildSite(
  registry: Registry,
  { projectRoot, out, cache, progress, acceptRest }: SiteOptions,
): Promise<{ workspaces: number; files: number } | null> {
  const workplace = openWorkplace(out, join(projectRoot, ownCacheFolder));
  const stopListening = onInterrupt(() => {
    endPictures();
    workplace.discard();
  });
  try {
    startPictures(cache && join(cache, "icons"));
    const failures = await stopwatch.time(words.stages.icons, () =>
      drawIcons(registry, (done, total) => progress(words.stages.icons, done, total)),
    );
    const failed = new Set(failures.map(({ workspace }) => workspace));
    const rest = {
      ...registry,
      workspaces: registry.workspaces.filter((workspace) => !failed.has(workspace)),
      problems: failures.map(iconProblem),
    };
    if (failures.length > 0 && !acceptRest(rest)) return null;
    shareRegistry(rest);
    startBrandPictures(rest, join(projectRoot, "public"));
    progress(words.stages.pages);
    await stopwatch.time(words.stages.pages, () => runAstro(projectRoot, workplace));
    return { workspaces: rest.workspaces.length, files: filesBelow(workplace.exchange()).length };
  } finally {
    stopListening();
    endPictures();
    workplace.discard();
  }
}

/** Renders every page and endpoint of src/pages. The address comes from the integration (src/publish/astro/workspace-registry.ts). */
async function runAstro(projectRoot: string, { rendered, cache }: Workplace): Promise<void> {
  // Astro takes the folder it is started in for the project.
  process.chdir(projectRoot);
  // Loaded here: an author with an error in a workspace need not wait for it.
  const { build } = await import("astro");
  // The cache folder is this build's own: two builds at once must not read each other's half-written data.
  await build({ root: projectRoot, outDir: rendered, cacheDir: cache, logLevel: "error" });
}

/** Cleans up when the build is interrupted, which then ends by the signal itself. Returns a function that stops listening. */
function onInterrupt(discard: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const stopListening = (): void => signals.forEach((signal) => process.off(signal, stop));
  const stop = (signal: NodeJS.Signals): void => {
    discard();
    stopListening();
    // Not process.exit(): that waits for threads of V8, which may wait for a collection of garbage, for ever (nodejs/node#54918).
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  return stopListening;
}
