import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { listParts, schemaVersions } from "../registry/lists/assemble.ts";
import type { Registry } from "../registry/model/types.ts";
import { keepOffline } from "./astro/keep-offline.ts";
import type { PictureProcesses } from "../icons/pool.ts";
import { sharePictures } from "../site/pictures.ts";
import { shareRegistry } from "../site/registry.ts";
import { cachedIcons } from "./icon-cache.ts";
import { ownCacheFolder } from "./cache-folder.ts";
import { sumFiles, sumOf, writeChecksums } from "./checksums.ts";
import { emitIcons, type IconFailure } from "./emit-icons.ts";
import { emitSearch } from "./search-index.ts";
import { emitWorkspaces } from "./emit-workspaces.ts";
import { markFile, openWorkplace, type Workplace } from "./out-folder.ts";
import { SiteWriter } from "./site-writer.ts";
import type { Stopwatch } from "./stopwatch.ts";

export interface SiteOptions {
  /** Folder of this repository. */
  projectRoot: string;
  /** Absolute path of the folder that the site takes. */
  out: string;
  /** "name version" of this program, written into the mark. */
  generator: string;
  stopwatch: Stopwatch;
  /** Called with a stage and how far it is. */
  progress: (stage: string, done?: number, total?: number) => void;
  /** Absolute path of the folder with what earlier builds made; null where nothing of them may be used. */
  cache: string | null;
  /** Draws the icons. Whoever gives it closes it; only an interrupted build does that itself. */
  processes: PictureProcesses;
}

/** What is written here and not by Astro: many files, of which a page is not the right maker. */
const ownFolders = [
  ...schemaVersions.flatMap((schema) => [`${schema}/icons`, `${schema}/workspaces`]),
  "pagefind",
  "thumbs",
];

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
    const published = workplace.scratch("published");
    const writer = new SiteWriter(published);
    for (const folder of ownFolders) writer.makeFolder(join(published, folder));
    const painter = cachedIcons(processes, options.cache && join(options.cache, "icons"));
    sharePictures(painter);
    const searched = stopwatch.time("search", () => emitSearch(registry, writer));
    const rendered = stopwatch.time("pages", () => renderPages(registry, options, workplace));
    const drawn = stopwatch.time("icons", () =>
      emitIcons(registry, {
        writer,
        painter,
        progress: (done, total) => progress("icons", done, total),
        pages: rendered,
      }),
    );
    const written = searched.then(() => stopwatch.time("workspaces", () => emitWorkspaces(registry, writer)));
    // While the last icons are drawn.
    const collected = Promise.all([rendered, written]).then(() =>
      stopwatch.time("checksums", () => {
        const site = workplace.collect();
        writeFileSync(
          join(site, markFile),
          `${JSON.stringify({ generator: options.generator, schemas: schemaVersions, workspaces: registry.workspaces.length })}\n`,
        );
        const sums = sumFiles(site, new Map());
        verifyLists(registry, sums);
        return { site, sums };
      }),
    );
    // All of them, also where one fails: what is still at work would write into a folder that has been removed.
    await Promise.allSettled([drawn, searched, rendered, written, collected]);
    // Icons come first: they are all named, and what is wrong with one may be what a page stumbled over.
    const failures = await drawn;
    if (failures.length > 0) throw new IconError(failures);
    const { site, sums } = await collected;
    for (const folder of ownFolders) moveInto(join(published, folder), join(site, folder));
    const files = writeChecksums(site, [sums, writer.sums]);
    workplace.replace();
    return files + 1;
  } finally {
    stopListening();
    workplace.discard();
  }
}

/** Renders every page and endpoint of src/pages with Astro, and copies public/. */
async function renderPages(
  { identity }: Registry,
  { projectRoot, progress }: SiteOptions,
  { rendered, scratch }: Workplace,
): Promise<void> {
  const { origin, pathname } = new URL(identity.url);
  progress("pages");
  // Astro takes the folder it is started in for the project.
  process.chdir(projectRoot);
  process.env["MIMALLOC_ARENA_EAGER_COMMIT"] ??= "0";
  // A NODE_ENV of the machine (test, development) would build the site for debugging.
  process.env["NODE_ENV"] = "production";
  keepOffline();
  // The processes for pictures and search are started first: loading Astro leaves nothing else a turn for half a second.
  await setImmediate();
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

/** public/ may hold anything but what the registry itself publishes. */
function moveInto(from: string, to: string): void {
  if (existsSync(to))
    throw new Error(
      `public/ holds a folder that the registry itself publishes (${to.split(/[\\/]/).slice(-2).join("/")}). Rename the one in public/.`,
    );
  renameSync(from, to);
}

/** What is on the disk is what was validated, whatever stood between. `sums` are of what is there. */
function verifyLists(registry: Registry, sums: ReadonlyMap<string, string>): void {
  for (const schema of schemaVersions) {
    if (sums.get(`${schema}/list.json`) !== sumOf(listParts(registry, schema)))
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
