import { published } from "../../site/links.ts";

/** Full text through Pagefind, loaded by the first search that is more than a few letters. */

interface Pagefind {
  options: (options: object) => Promise<void>;
  search: (
    query: string,
  ) => Promise<{ results: { id: string; data: () => Promise<{ meta: Record<string, string> }> }[] } | null>;
}

/** Each result costs a request of about a kilobyte. */
const maxResults = 20;
let pagefind: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  const library = (await import(/* @vite-ignore */ published("pagefind/pagefind.js"))) as Pagefind;
  await library.options({ basePath: published("pagefind/") });
  return library;
}

/** Slugs of the workspaces whose whole text matches, best first; none where there is no index, as under the dev server. */
export async function findInText(query: string): Promise<string[]> {
  if (import.meta.env.DEV) return [];
  try {
    const found = await (await (pagefind ??= load())).search(query);
    const data = await Promise.all(
      (found?.results ?? []).slice(0, maxResults).map((result) => result.data()),
    );
    return data.flatMap(({ meta }) => meta["slug"] ?? []);
  } catch {
    pagefind = undefined;
    return [];
  }
}
