import { createHash } from "node:crypto";
import { changesOf, readBlobs, type FormerFolder } from "../history/index.ts";
import { readImage } from "../icons/inspect/format.ts";
import { checkIcon } from "../registry/check/rules/icon.ts";
import { retirementJson } from "../registry/lists/assemble.ts";
import { severities, type ProblemCode } from "../registry/model/problem.ts";
import { dayOf } from "../registry/model/retirement.ts";
import type { ImageInfo, Registry, Workspace } from "../registry/model/types.ts";
import { largestFile } from "../registry/read/open-file.ts";

/** A workspace that the registry has no more, for the page at its old address. */
export interface FormerWorkspace {
  slug: string;
  name: string;
  /** Its former folder; "" where only registry.json tells of it. */
  folder: string;
  /** The day on which it was withdrawn, YYYY-MM-DD; "" where nobody knows. */
  since: string;
  /** The first day of it here; "" where nobody knows. */
  added: string;
  because: string;
  replacement: Workspace | null;
  images: readonly string[];
  /** The name of its icon among those that are published; "" where there is none. */
  icon: string;
}

/** An icon under a name that no workspace uses, which the browsers of those who installed one still load. */
export interface FormerIcon {
  name: string;
  bytes: Uint8Array;
  image: ImageInfo;
}

/** All that goes on answering after a workspace is gone. */
export interface Former {
  withdrawn: FormerWorkspace[];
  /** The slug of the page to which the one of an old slug leads. */
  renamed: ReadonlyMap<string, string>;
  icons: FormerIcon[];
}

/** How long an address goes on answering, in milliseconds, and how many of them. */
const longest = 3 * 365 * 86_400_000;
const most = 500;

const cache = new WeakMap<Registry, Former>();

/** The former workspaces and icons of a registry, by its history and registry.json, cached. The author's words go before the history. */
export function formerOf(registry: Registry): Former {
  let former = cache.get(registry);
  if (!former) cache.set(registry, (former = findFormer(registry)));
  return former;
}

function findFormer(registry: Registry): Former {
  const { workspaces, former: names, modified } = registry;
  const icons = readIcons(registry);
  const iconNames = new Set([
    ...icons.map(({ name }) => name),
    ...workspaces.map(({ icon }) => icon.published),
  ]);
  const bySlug = new Map(workspaces.map((workspace) => [workspace.slug, workspace]));
  const known = new Map(
    changesOf(registry)
      .former.filter(({ left, slug }) => modified - left <= longest && !bySlug.has(slug))
      .slice(0, most)
      .map((folder) => [folder.slug, folder]),
  );
  const renamed = new Map(names.renamed);
  for (const { slug, renamedTo } of known.values()) {
    if (renamedTo === null || renamed.has(slug) || names.withdrawn.has(slug)) continue;
    const target = endOf(renamedTo, known, workspaces);
    if (target !== null) renamed.set(slug, target);
  }
  const withdrawn = [...new Set([...names.withdrawn.keys(), ...known.keys()])]
    .filter((slug) => !renamed.has(slug) && !bySlug.has(slug))
    .map((slug): FormerWorkspace => {
      const folder = known.get(slug);
      const said = names.withdrawn.get(slug);
      const icon = folder && iconNames.has(folder.icon) ? folder.icon : "";
      return {
        slug,
        name: folder?.name ?? said?.name ?? slug,
        folder: folder?.folder ?? "",
        since: said?.since || (folder ? dayOf(folder.left) : ""),
        added: folder ? dayOf(folder.added) : "",
        because: said?.because ?? "",
        replacement: bySlug.get(said?.replacedBy ?? "") ?? null,
        images: folder?.images ?? [],
        icon,
      };
    });
  return { withdrawn, renamed, icons };
}

/** The slug of the folder to which a workspace went at last; null where nobody knows that folder any more. */
function endOf(
  folder: string,
  known: ReadonlyMap<string, FormerFolder & { slug: string }>,
  workspaces: readonly Workspace[],
): string | null {
  const there = workspaces.find((workspace) => workspace.folder === folder);
  if (there) return there.slug;
  const next = [...known.values()].find((former) => former.folder === folder);
  if (!next) return null;
  return next.renamedTo === null ? next.slug : endOf(next.renamedTo, known, workspaces);
}

/** Icons as the history has them; without those that check would refuse today. */
function readIcons(registry: Registry): FormerIcon[] {
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
  return former.flatMap(({ name, blob }): FormerIcon[] => {
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

/** The slugs of all pages below workspaces/, those of former workspaces included. */
export function workspaceAddresses(registry: Registry): { slug: string }[] {
  const { withdrawn, renamed } = formerOf(registry);
  return [...registry.workspaces, ...withdrawn, ...[...renamed.keys()].map((slug) => ({ slug }))];
}
