import pLimit from "p-limit";
import { close, createIndex } from "pagefind";
import { parseReadme, readmeText } from "../registry/check/readme.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import { releasesOf, unique } from "../site/facts.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Pagefind's own user interfaces: the store-front has its own. */
const unused = /^pagefind-(component-ui|modular-ui|ui|highlight)\./;

/** Records that Pagefind is given before it has answered: all of a large registry at once would be in memory twice more, as text and as messages. */
const atOnce = 100;

/**
 * Indexes the whole text of every workspace for search, into pagefind/: records made from the data, so that no page has to be read again
 * and Pagefind, a process of its own, works while pages are rendered.
 */
export async function emitSearch(
  { identity, workspaces }: Pick<Registry, "identity" | "workspaces">,
  writer: SiteWriter,
): Promise<void> {
  // One index in one language: names and descriptions are of any, and a search should see them all.
  const { index, errors } = await createIndex({ forceLanguage: identity.lang.split("-")[0] ?? "en" });
  if (!index) throw new Error(`The search index could not be made: ${errors.join("; ")}`);
  const limit = pLimit(atOnce);
  try {
    const added = await Promise.all(
      workspaces.map((workspace) =>
        limit(() =>
          index.addCustomRecord({
            url: `workspaces/${workspace.slug}/`,
            content: textForSearch(workspace),
            language: identity.lang,
            meta: { slug: workspace.slug },
          }),
        ),
      ),
    );
    const made = await index.getFiles();
    const failed = [...added.flatMap(({ errors }) => errors), ...made.errors];
    if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join("; ")}`);
    for (const { path, content } of made.files)
      if (!unused.test(path)) writer.write([`pagefind/${path}`], content);
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
