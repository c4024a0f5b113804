import { textsIn } from "./json.ts";
import { slugOf } from "./slug.ts";

export const oldAddressesFile = "old-addresses.json";

/**
 * Addresses of pages that the official template published (`1.0/new/<base64>/`), by the folder of the workspace that each showed.
 * `old-addresses.json` in the content folder holds them after an import; the site redirects them, so that links and bookmarks live on.
 */
export type OldAddresses = Readonly<Record<string, string>>;

export interface Redirect {
  schema: "1.0" | "1.1";
  /** The base64 part as written in the address. */
  id: string;
  /** Where it leads, relative to the page itself: holds wherever the site is served. */
  target: string;
}

const form = /^(1\.[01])\/new\/([A-Za-z0-9+/]{1,400}={0,2})\/$/;

/** The path of a workspace's old page, or null where the template could not make one. 1.0 used the image's name, 1.1 the friendly name. */
export function oldAddress(schema: "1.0" | "1.1", data: Readonly<Record<string, unknown>>): string | null {
  const text = data[schema === "1.0" ? "name" : "friendly_name"];
  // btoa, which made them, knows Latin-1 only.
  if (typeof text !== "string" || text === "" || /[^\u0000-\u00ff]/.test(text)) return null;
  const path = `${schema}/new/${btoa(text)}/`;
  return isOldAddress(path) ? path : null;
}

/** Whether the site can have a page there: the base64 may hold slashes, and each part becomes a folder, of 255 bytes at most. */
function isOldAddress(path: string): boolean {
  return (
    form.test(path) &&
    path
      .slice(0, -1)
      .split("/")
      .every((part) => part !== "" && part.length <= 255)
  );
}

/** Reads old-addresses.json; what is no such map, or no such address, is left out. */
export function parseOldAddresses(text: string | null): OldAddresses {
  return Object.fromEntries(textsIn(text).filter(([path]) => isOldAddress(path)));
}

/**
 * A redirect for each old address; to the store-front where nothing tells of the workspace. `pages` are the slugs that have a page, those of
 * workspaces that are gone included; `pathOf` is the path of a workspace's page, below the base path.
 */
export function redirectsOf(
  addresses: OldAddresses,
  workspaces: readonly { folder: string; slug: string }[],
  pathOf: (slug: string) => string,
  pages: ReadonlySet<string> = new Set(),
): Redirect[] {
  const slugs = new Map(workspaces.map(({ folder, slug }) => [folder, slug]));
  const bySlug = (folder: string): string | undefined => {
    const slug = slugOf(folder);
    return pages.has(slug) ? slug : undefined;
  };
  return Object.entries(addresses).flatMap(([path, folder]) => {
    const [, schema, id] = form.exec(path) ?? [];
    if (id === undefined) return [];
    const up = "../".repeat(path.split("/").length - 1);
    const slug = slugs.get(folder) ?? bySlug(folder);
    const target = slug === undefined ? up : up + pathOf(slug);
    return [{ schema: schema as Redirect["schema"], id, target }];
  });
}
