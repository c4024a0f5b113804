import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { assembleList, schemaVersions } from "../registry/lists/assemble.ts";
import type { Registry } from "../registry/model/types.ts";
import { keepOffline } from "./astro/keep-offline.ts";
import type { PictureProcesses } from "../icons/pool.ts";
import { sharePictures } from "../site/pictures.ts";
import { shareRegistry } from "../site/registry.ts";
import { cachedIcons } from "./icon-cache.ts";
import { ownCacheFolder } from "./cache-folder.ts";
import { filesBelow, writeChecksums } from "./checksums.ts";
import { drawIcons, type IconFailure } from "./draw-icons.ts";
import { openWorkplace, type Workplace } from "./out-folder.ts";
import { writeSearchIndex } from "./search-index.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface SiteOptions {
  /** Folder of this repository. */
  projectRoot: string;
  /** Absolute path of the folder that the site takes. */
  out: string;
  stopwatch: Stopwatch;
  /** Called with a stage and how far it is. */
  progress: (stage: string, done?: number, total?: number) => void;
  /** Absolute path of the folder with what earlier builds made; null where nothing of them may be used. */
  cache: string | null;
  /** Draws the icons. Whoever gives it closes it; only an interrupted build does that itself. */
  processes: PictureProcesses;
}

/** Icons that cannot be published stop a build, like any other error; nothing is written then. */
export class IconError extends Error {
  readonly failures: IconFailure[];
  constructor(failures: IconFailure[]) {
    super("Some icons cannot be published.");
    this.failures = failures;
  }
}

/**
 * Builds the whole site beside the out folder and puts it in its place at the end. On any error, and when it is interrupted, what
 * stood in the out folder stays as it was. Returns the number of files.
 */
export async function buildSite(registry: Registry, options: SiteOptions): Promise<number> {
  const { out, stopwatch, progress, projectRoot, processes } = options;
  const workplace = openWorkplace(out, join(projectRoot, ownCacheFolder));
  const stopListening = onInterrupt(() => {
    processes.close();
    workplace.discard();
  });
  try {
    shareRegistry(registry);
    sharePictures(cachedIcons(processes, options.cache && join(options.cache, "icons")));
    const failures = await stopwatch.time("icons", () =>
      drawIcons(registry, (done, total) => progress("icons", done, total)),
    );
    if (failures.length > 0) throw new IconError(failures);
    progress("pages");
    await stopwatch.time("pages", () => renderPages(registry, options, workplace));
    const site = workplace.collect();
    progress("search");
    await stopwatch.time("search", () => writeSearchIndex(registry, site));
    await stopwatch.time("checksums", () => {
      restoreIconNames(registry, site);
      verifyLists(registry, site);
      writeChecksums(site);
    });
    const files = filesBelow(site).length;
    workplace.replace();
    return files;
  } finally {
    stopListening();
    workplace.discard();
  }
}

/** Renders every page and endpoint of src/pages with Astro, and copies public/. */
async function renderPages(
  { identity }: Registry,
  { projectRoot }: SiteOptions,
  { rendered, scratch }: Workplace,
): Promise<void> {
  const { origin, pathname } = new URL(identity.url);
  // Astro takes the folder it is started in for the project.
  process.chdir(projectRoot);
  // A NODE_ENV of the machine (test, development) would build the site for debugging.
  process.env["NODE_ENV"] = "production";
  keepOffline();
  // Loaded here: whoever has an error in a workspace need not wait for it.
  const { build } = await import("astro");
  // The cache folder is this build's own: two builds at once must not read each other's half-written data.
  await build({
    root: projectRoot,
    site: origin,
    base: pathname,
    outDir: rendered,
    cacheDir: scratch("cache"),
    logLevel: "error",
  });
}

/** Astro normalises file names to NFC; the lists name an icon as its author does. */
function restoreIconNames({ workspaces }: Registry, site: string): void {
  for (const { icon } of workspaces)
    for (const folder of schemaVersions.map((schema) => join(site, schema, "icons")))
      if (!existsSync(join(folder, icon.published)))
        renameSync(join(folder, icon.published.normalize()), join(folder, icon.published));
}

/** What is on the disk is what was validated, whatever stood between. */
function verifyLists(registry: Registry, site: string): void {
  for (const schema of schemaVersions) {
    if (readFileSync(join(site, schema, "list.json"), "utf8") !== assembleList(registry, schema))
      throw new Error(`${schema}/list.json was not written as it was validated.`);
  }
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
