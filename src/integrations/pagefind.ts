import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { close, createIndex } from "pagefind";
import { parseReadme, readmeText } from "../registry/readme.ts";
import type { FlaggedWorkspace } from "../registry/types.ts";
import { releasesOf, textOf, textsOf } from "../site/facts.ts";
import { getRegistry } from "../site/registry.ts";

/** Pagefind's own user interfaces: the store-front has its own. */
const unused = /^pagefind-(component-ui|modular-ui|ui|highlight)\./;

/** Indexes the whole text of every workspace for search: records made from the data, so that no page has to be read again. */
export const pagefind: AstroIntegration = {
  name: "pagefind",
  hooks: {
    async "astro:build:done"({ dir }) {
      const { identity, workspaces } = getRegistry();
      // One index in one language: names and descriptions are of any, and a search should see them all.
      const { index, errors } = await createIndex({ forceLanguage: identity.lang.split("-")[0] ?? "en" });
      if (!index) throw new Error(`The search index could not be made: ${errors.join("; ")}`);
      for (const workspace of workspaces) {
        await index.addCustomRecord({ url: `workspaces/${workspace.slug}/`, content: textForSearch(workspace), language: identity.lang, meta: { slug: workspace.slug } });
      }
      const made = await index.getFiles();
      await close();
      if (made.errors.length > 0) throw new Error(`The search index could not be made: ${made.errors.join("; ")}`);
      const folder = fileURLToPath(new URL("pagefind/", dir));
      for (const { path, content } of made.files.filter(({ path }) => !unused.test(path))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    },
  },
};

/** Everything about a workspace that somebody may search for. */
function textForSearch(workspace: FlaggedWorkspace): string {
  const { data } = workspace;
  const { facts, body } = parseReadme(workspace.readme ?? "", null);
  const images = [...new Set(releasesOf(workspace).map(({ image }) => image))];
  return [
    textOf(data, "friendly_name"), textOf(data, "description"), textsOf(data, "categories").join(", "), ...images, textOf(data, "notes"),
    facts.maintainer, facts.license, readmeText(body), workspace.findings.map(({ rule }) => rule).join(" "),
  ].filter(Boolean).join(". ");
}
