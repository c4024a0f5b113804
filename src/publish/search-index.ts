import { refusals as words } from "../strings/publish.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pLimit from "p-limit";
import { close, createIndex } from "pagefind";
import { parseReadme } from "../registry/check/readme.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import { releasesOf, unique } from "../site/facts.ts";
import { readmeText } from "../site/readme-html.ts";

/** Pagefind's own user interfaces: the store-front has its own. */
const unused = /^pagefind-(component-ui|modular-ui|ui|highlight)\./;

/** Records that Pagefind is given before it has answered; all of a large registry would be in memory twice more, as text and as messages. */
const recordsAtOnce = 100;

/** Indexes the whole text of every workspace for search, into pagefind/ of the site: records made from the data, so that no page is read again. */
export async function writeSearchIndex(
  { identity, workspaces }: Pick<Registry, "identity" | "workspaces">,
  site: string,
): Promise<void> {
  // One index in one language: names and descriptions are of any, and a search should see them all.
  const { index, errors } = await createIndex({ forceLanguage: identity.lang.split("-")[0] ?? "en" });
  if (!index) throw new Error(words.noSearchIndex(errors.join("; ")));
  const limit = pLimit(recordsAtOnce);
  try {
    const added = await Promise.all(
      workspaces.map((workspace) =>
        limit(() =>
          index.addCustomRecord({
            // Pagefind requires one; the page finds the card by its slug.
            url: workspace.slug,
            content: textForSearch(workspace),
            language: identity.lang,
            meta: { slug: workspace.slug },
          }),
        ),
      ),
    );
    const made = await index.getFiles();
    const failed = [...added.flatMap(({ errors }) => errors), ...made.errors];
    if (failed.length > 0) throw new Error(words.noSearchIndex(failed.join("; ")));
    for (const { path, content } of made.files.filter(({ path }) => !unused.test(path))) {
      const file = join(site, "pagefind", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  } finally {
    // After one has failed, a record more would start Pagefind again.
    limit.clearQueue();
    await close();
  }
}

/** Everything about a workspace that somebody may search for. */
function textForSearch(workspace: FlaggedWorkspace): string {
  const { data } = workspace;
  const { facts, body } =
    workspace.readme === null ? { facts: null, body: "" } : parseReadme(workspace.readme, null);
  const images = [...new Set(releasesOf(workspace).map(({ image }) => image))];
  return [
    data.friendly_name.trim(),
    data.description.trim(),
    unique(data.categories).join(", "),
    ...images,
    data.notes?.trim(),
    facts?.maintainer,
    facts?.license,
    readmeText(body),
  ]
    .filter(Boolean)
    .join(". ");
}
