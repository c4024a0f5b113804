import { createHash } from "node:crypto";
import { changesOf, readBlobs } from "../history/index.ts";
import { readImage } from "../icons/inspect/format.ts";
import { checkIcon } from "../registry/check/rules/icon.ts";
import { retirementJson } from "../registry/lists/assemble.ts";
import { severities, type ProblemCode } from "../registry/model/problem.ts";
import { dayOf } from "../registry/model/day.ts";
import { workspaceFinder } from "../registry/model/retirement.ts";
import type { ImageInfo, Registry, Workspace } from "../registry/model/types.ts";
import { largestFile } from "../registry/read/open-file.ts";

/** A workspace that the registry has no more, for the page at its old address. */
export interface FormerWorkspace {
  slug: string;
  name: string;
  /** The day on which it was withdrawn, YYYY-MM-DD; "" where nobody knows. */
  since: string;
  /** The first and the last day of it here; "" where nobody knows. */
  added: string;
  until: string;
  because: string;
  replacement: Workspace | null;
  images: readonly string[];
  /** The name of its icon among those that are published; "" where there is none. */
  icon: string;
}

/** An icon under a name that no workspace uses, which the browsers of those who installed one still load. */
export interface FormerIconFile {
  name: string;
  bytes: Uint8Array;
  image: ImageInfo;
}

/** All that goes on answering after a workspace is gone. */
export interface Former {
  withdrawn: FormerWorkspace[];
  /** The slug of the page to which the one of an old slug leads. */
  renamed: ReadonlyMap<string, string>;
  icons: FormerIconFile[];
}

/** How long an address goes on answering, in milliseconds, and how many of them. */
const longest = 3 * 365 * 86_400_000;
const most = 500;

const cache = new WeakMap<Registry, Former>();

/** The former workspaces and icons of a registry, by its history and registry.json, cached. The author's words go before the history, and have no age. */
export function formerOf(registry: Registry): Former {
  let former = cache.get(registry);
  if (!former) cache.set(registry, (former = findFormer(registry)));
  return former;
}

function findFormer(registry: Registry): Former {
  const { workspaces, former: names, modified } = registry;
  const { former } = changesOf(registry);
  const bySlug = new Map(workspaces.map((workspace) => [workspace.slug, workspace]));
  const find = workspaceFinder(
    workspaces.map(({ folder, slug, data }) => ({ folder, slug, name: data.friendly_name })),
  );
  const all = new Map(former.map((folder) => [folder.slug, folder]));
  const known = former.filter(({ left, slug }) => modified - left <= longest && !names.withdrawn.has(slug));
  const renamed = new Map(names.renamed);
  for (const { slug, renamedTo } of known) {
    const target = [...workspaces, ...former].find(({ folder }) => folder === renamedTo)?.slug;
    if (target !== undefined && !renamed.has(slug)) renamed.set(slug, target);
  }
  const icons = readIcons(registry);
  const iconNames = new Set(
    [...icons, ...workspaces.map(({ icon }) => ({ name: icon.published }))].map(({ name }) => name),
  );
  const withdrawn = [...names.withdrawn.keys(), ...known.map(({ slug }) => slug)]
    .filter((slug) => !renamed.has(slug) && !bySlug.has(slug))
    .map((slug): FormerWorkspace => {
      const folder = all.get(slug);
      const said = names.withdrawn.get(slug);
      const until = folder ? dayOf(folder.left) : "";
      const replacedBy = said?.replacedBy || (find(folder?.deprecated?.replacedBy ?? "") ?? "");
      const icon = folder?.icon?.name ?? "";
      return {
        slug,
        name: folder?.name ?? said?.name ?? slug,
        since: said?.since || until,
        added: folder ? dayOf(folder.added) : "",
        until,
        because: said?.because || (folder?.deprecated?.because ?? ""),
        replacement: bySlug.get(replacedBy) ?? null,
        images: folder?.images ?? [],
        icon: iconNames.has(icon) ? icon : "",
      };
    })
    .sort((a, b) => (a.since > b.since ? -1 : Number(a.since < b.since)))
    .slice(0, most);
  return { withdrawn, renamed, icons };
}

/** Icons as the history has them; without those that check would refuse today. */
function readIcons(registry: Registry): FormerIconFile[] {
  const { workspaces, modified, root } = registry;
  // Astro writes names in one form (NFC).
  const taken = new Set(workspaces.map(({ icon }) => icon.published.normalize()));
  const former = changesOf(registry)
    .formerIcons.filter(({ name, left }) => modified - left <= longest && isFirst(taken, name.normalize()))
    .slice(0, most);
  const blobs = readContents(
    root,
    former.map(({ blob }) => blob),
  );
  return former.flatMap(({ name, blob }): FormerIconFile[] => {
    const bytes = blobs.get(blob);
    const image = bytes ? readImage(bytes) : null;
    return bytes && image && isPublishable(name, bytes, image) ? [{ name, bytes, image }] : [];
  });
}

/** Whether nothing like it came before; it is known from then on. */
function isFirst(known: Set<string>, name: string): boolean {
  return known.size < known.add(name).size;
}

/** None where they are too large together: that is no reason to stop a build. */
function readContents(root: string, ids: readonly string[]): Map<string, Uint8Array> {
  try {
    return readBlobs(root, ids, { largest: largestFile });
  } catch {
    return new Map();
  }
}

function isPublishable(name: string, bytes: Uint8Array, image: ImageInfo): boolean {
  const sha1 = createHash("sha1").update(bytes).digest("hex");
  const file = { name, path: "", size: bytes.length, sha1, kind: "file", image } as const;
  const codes: ProblemCode[] = [];
  checkIcon({ data: { image_src: name }, files: [file] }, (code) => void codes.push(code));
  return codes.every((code) => severities[code] === "warning");
}

/** A withdrawn workspace for machines, without what nobody knows. `added` is the day of its first version, `icon` a path below the site. */
export function formerEntry(workspace: FormerWorkspace): object {
  const { slug, name, added, images, icon, replacement } = workspace;
  return {
    slug,
    name,
    ...retirementJson({ ...workspace, replacedBy: replacement?.slug ?? "" }),
    ...(added && { added }),
    ...(images.length > 0 && { images }),
    ...(icon && { icon: `1.1/icons/${encodeURIComponent(icon)}` }),
  };
}

/** The names of all pages below workspaces/, by slug; that of an old slug is the workspace's name now. */
export function pageNames(registry: Registry): ReadonlyMap<string, string> {
  const { withdrawn, renamed } = formerOf(registry);
  const names = new Map([
    ...withdrawn.map(({ slug, name }) => [slug, name] as const),
    ...registry.workspaces.map(({ slug, data }) => [slug, data.friendly_name] as const),
  ]);
  for (const [slug, now] of renamed) names.set(slug, names.get(now) ?? now);
  return names;
}

/** The slugs of all pages below workspaces/. */
export const workspaceAddresses = (registry: Registry): { slug: string }[] =>
  [...pageNames(registry).keys()].map((slug) => ({ slug }));
