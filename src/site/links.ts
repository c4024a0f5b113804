/** Every address inside the site, below its base path. Pure. */

// Commands that Astro does not run know no base path.
const base = (import.meta.env?.BASE_URL ?? "/").replace(/\/?$/, "/");
const segment = encodeURIComponent;

/** A published file or folder, by its path below the root of the site: `published("1.0/list.json")`. */
export const published = (path: string): string => base + path;
export const home = base;
export const allWorkspaces = (page = 1): string => `${base}all/${page > 1 ? `${page}/` : ""}`;
export const category = (slug: string, page = 1): string =>
  `${base}categories/${segment(slug)}/${page > 1 ? `${page}/` : ""}`;
export const kasmVersion = (version: string, page = 1): string =>
  `${base}kasm/${segment(version)}/${page > 1 ? `${page}/` : ""}`;
/** Below the base path; without a slug, what the paths of all workspaces begin with. */
export const workspacePath = (slug = ""): string => `workspaces/${slug && `${segment(slug)}/`}`;
export const workspace = (slug: string): string => base + workspacePath(slug);
export const workspaceJson = (schema: string, slug: string): string =>
  `${base}${schema}/workspaces/${segment(slug)}.json`;
export const icon = (file: string): string => `${base}1.0/icons/${segment(file)}`;
/** The page of flags and findings, or the entry of one identifier, property or rule there. */
export const flags = (anchor = ""): string => `${base}flags/${anchor && `#${segment(anchor)}`}`;
/** The page of flags and findings with its filter set to a query. */
export const guide = (query: string): string => `${base}flags/?${new URLSearchParams({ q: query })}`;
/** Below the base path. */
export const comparePath = "compare";
export const compare = (...slugs: string[]): string => {
  const named = ["a", "b", "c"].slice(0, slugs.length).map((name, place) => [name, slugs[place] ?? ""]);
  return `${base}${comparePath}/${slugs.length > 0 ? `?${new URLSearchParams(named)}` : ""}`;
};
export const builder = (from = ""): string => `${base}new/${from && `?from=${segment(from)}`}`;
/** The home page with something chosen: `search({ flag: "flag_user" })`. */
export const search = (chosen: Record<string, string>): string => `${base}?${new URLSearchParams(chosen)}`;
/** The page of all changes. */
export const changes = `${base}changes/`;
export const workspaceChanges = (slug: string): string => `${workspace(slug)}changes.json`;
export const feed = (name: "feed.xml" | "feed.json" | "feed-security.xml"): string => base + name;
export const imageLock = `${base}images.lock.json`;
export const cardIndex = `${base}search/cards.json`;
export const guideIndex = `${base}search/guide.json`;
/** The page of all files for programs, or a file beside it. */
export const api = (file: "" | "v1/index.json" | "v1/openapi.json" = ""): string => `${base}api/${file}`;
export const badge = (name: string): string => `${base}badges/${segment(name)}.json`;
export const oembed = (slug: string): string => `${workspace(slug)}oembed.json`;
/** The page about adding the registry to Kasm. */
export const add = (): string => `${base}add/`;
