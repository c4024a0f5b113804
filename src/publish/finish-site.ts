import { build, refusals as words } from "../strings/publish.ts";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assembleList, schemaVersions } from "../registry/lists/assemble.ts";
import type { Registry } from "../registry/model/types.ts";
import { formerOf } from "../site/former.ts";
import { writeChecksums } from "./checksums.ts";
import { writeSearchIndex } from "./search-index.ts";
import { stopwatch } from "./stopwatch.ts";

/** Paths that the registry itself publishes: Astro would publish a file of public/ in their place without a word. */
const ownPaths = [
  ...schemaVersions.flatMap((schema) => [`${schema}/icons`, `${schema}/workspaces`]),
  "generator.json",
  "pagefind",
  "thumbs",
];

/** Throws where public/ holds what the registry itself publishes. */
export function checkPublicFolder(publicFolder: string): void {
  const path = ownPaths.find((path) => existsSync(join(publicFolder, path)));
  if (path !== undefined) throw new Error(words.publicPath(path));
}

/** Completes what Astro wrote: the search index, and the checksums of everything. */
export async function finishSite(registry: Registry, site: string): Promise<void> {
  restoreIconNames(registry, site);
  verifyLists(registry, site);
  // GitHub Pages would leave out _astro/, were the site served from a branch.
  writeFileSync(join(site, ".nojekyll"), "");
  await stopwatch.time(build.stages.search, () => writeSearchIndex(registry, site));
  await stopwatch.time(build.stages.checksums, () => writeChecksums(site));
}

/** Astro normalises file names to NFC; the lists name an icon as its author does. */
function restoreIconNames(registry: Registry, site: string): void {
  const names = [
    ...registry.workspaces.map(({ icon }) => icon.published),
    ...formerOf(registry).icons.map(({ name }) => name),
  ];
  for (const name of names)
    for (const folder of schemaVersions.map((schema) => join(site, schema, "icons")))
      if (!existsSync(join(folder, name))) renameSync(join(folder, name.normalize()), join(folder, name));
}

/** Throws unless the lists on the disk are what was validated. */
function verifyLists(registry: Registry, site: string): void {
  for (const schema of schemaVersions) {
    if (readFileSync(join(site, schema, "list.json"), "utf8") !== assembleList(registry, schema))
      throw new Error(words.changedList(`${schema}/list.json`));
  }
}
