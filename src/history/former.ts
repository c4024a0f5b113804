import { publishedNames } from "../registry/check/rules/icon-clash.ts";
import type { Retirement } from "../registry/model/retirement.ts";
import { slugOf } from "../registry/model/slug.ts";
import { inListOrder } from "../registry/read/content.ts";
import { findRenames, isSame, type Span } from "./events.ts";
import type { Snapshot, Steps } from "./snapshots.ts";

/** A folder that had a workspace and has none now. */
export interface FormerFolder {
  folder: string;
  /** friendly_name, or the folder where it had none. */
  name: string;
  /** Milliseconds since 1970 of the commits that brought and removed it. */
  added: number;
  left: number;
  /** The folder that has it now, or had it at last; null where it was withdrawn from this one. */
  renamedTo: string | null;
  /** What its README said at last. */
  deprecated: Retirement | null;
  /** Of its last version, each once. */
  images: string[];
  icon: OldIcon | null;
}

/** An icon under the name that it was published with. */
export interface OldIcon {
  name: string;
  /** Id of its content. */
  blob: string;
}

/** A name that no icon is published with any more, with the last content that it had. */
export interface FormerIcon extends OldIcon {
  /** Milliseconds since 1970 of the commit that gave the name up. */
  left: number;
}

/** A workspace that leaves a folder. */
interface Move {
  folder: string;
  added: number;
  left: number;
  last: Snapshot;
  /** Where it comes in; null where it is withdrawn. */
  to: Span | null;
  icon: OldIcon | null;
}

/** The folders that workspaces left, the last one first, and the names that icons gave up, the last one first. */
export function findFormer(
  steps: Steps,
  isLeftOut: (folder: string) => boolean,
): {
  folders: FormerFolder[];
  icons: FormerIcon[];
} {
  const icons = new PublishedIcons(steps);
  const { moves, present } = findMoves(steps, icons, isLeftOut);
  const last = new Map(moves.map((move) => [move.folder, move]));
  const folders = [...last.values()]
    .filter(({ folder }) => !present.has(folder))
    .map((move): FormerFolder => {
      const end = endOf(move, moves, present, steps);
      const version = steps.versions.get(move.last.readable);
      const images = version?.releases.map(({ image }) => image).filter((image) => image !== "") ?? [];
      return {
        folder: move.folder,
        name: version?.name || move.folder,
        added: move.added,
        left: typeof end === "object" ? end.left : move.left,
        renamedTo: typeof end === "object" ? null : end,
        deprecated: steps.deprecationOf(move.last.files),
        images: [...new Set(images)],
        icon: move.icon && icons.holds(move.icon) ? move.icon : null,
      };
    });
  return { folders: folders.sort((a, b) => b.left - a.left), icons: icons.former() };
}

/** Follows the commits. `present` are the workspaces of the last one, by folder. */
function findMoves(
  { steps, versions }: Steps,
  icons: PublishedIcons,
  isLeftOut: (folder: string) => boolean,
): { moves: Move[]; present: Map<string, Snapshot> } {
  const spans = new Map(
    steps.map((step) => [step, { ...step, first: step.commit, last: step.commit } satisfies Span]),
  );
  const renames = findRenames([...spans.values()], versions);
  const arrivals = new Map([...renames].map(([arrival, leaving]) => [leaving, arrival]));
  const moves: Move[] = [];
  const added = new Map<string, number>();
  const present = new Map<string, Snapshot>();
  for (const [step, span] of spans) {
    const { folder, commit, before, after } = step;
    if (isLeftOut(folder)) continue;
    if (before.readable === null)
      added.set(folder, added.get(renames.get(span)?.folder ?? "") ?? commit.time);
    const icon = icons.of(folder);
    icons.apply(step);
    if (after.readable !== null) present.set(folder, after);
    else if (present.delete(folder)) {
      const to = arrivals.get(span) ?? null;
      moves.push({
        folder,
        added: added.get(folder) ?? commit.time,
        left: commit.time,
        last: before,
        to,
        icon,
      });
    }
  }
  return { moves, present };
}

/** The folder in which a workspace is, or whose page says that it was withdrawn; the withdrawal where no page does. */
function endOf(
  move: Move,
  moves: readonly Move[],
  present: ReadonlyMap<string, Snapshot>,
  steps: Steps,
): string | Move {
  if (!move.to) return move;
  const { folder, last: arrived } = move.to;
  const next = moves.find((other) => other.folder === folder && other.left >= arrived.time && other !== move);
  if (!next) return folder;
  if (next.to) return endOf(next, moves, present, steps);
  const now = present.get(folder);
  // Another workspace may have come into the folder.
  if (now) return isSame(next.last, now, steps.versions) ? folder : next;
  return moves.findLast((other) => other.folder === folder) === next ? folder : next;
}

/** Names of icons as the lists have them after each commit. */
class PublishedIcons {
  readonly #versions: Steps["versions"];
  /** What each folder's image_src names. */
  readonly #authored = new Map<string, OldIcon>();
  /** The folders of an image_src. */
  readonly #sharing = new Map<string, Set<string>>();
  readonly #published = new Map<string, OldIcon>();
  readonly #blobs = new Map<string, string>();
  readonly #former = new Map<string, FormerIcon>();

  constructor({ versions }: Steps) {
    this.#versions = versions;
  }

  of(folder: string): OldIcon | null {
    return this.#published.get(folder) ?? null;
  }

  /** Whether this content is, or is to be, published under this name. */
  holds({ name, blob }: OldIcon): boolean {
    return (this.#blobs.get(name) ?? this.#former.get(name)?.blob) === blob;
  }

  former(): FormerIcon[] {
    return [...this.#former.values()].sort((a, b) => b.left - a.left);
  }

  apply({ folder, commit, after }: Steps["steps"][number]): void {
    const before = this.#authored.get(folder);
    const now = this.#iconOf(after, before);
    if (before?.name === now?.name && before?.blob === now?.blob) return;
    if (before) this.#sharing.get(before.name)?.delete(folder);
    this.#authored.delete(folder);
    if (now) {
      this.#authored.set(folder, now);
      this.#sharing.set(now.name, (this.#sharing.get(now.name) ?? new Set()).add(folder));
    }
    const folders = new Set(
      [before, now].flatMap((icon) => [...(this.#sharing.get(icon?.name ?? "") ?? [])]),
    );
    this.#publish([folder, ...folders], commit.time);
  }

  /** A workspace without its icon is not published, so the one before goes on being. */
  #iconOf({ readable, files }: Snapshot, before: OldIcon | undefined): OldIcon | undefined {
    if (readable === null) return undefined;
    const name = String(this.#versions.get(readable)?.data["image_src"] ?? "");
    const blob = files.get(name) ?? (before?.name === name ? before.blob : undefined);
    return blob === undefined ? before : { name, blob };
  }

  #publish(folders: readonly string[], time: number): void {
    const old = folders.flatMap((folder) => this.#published.get(folder) ?? []);
    for (const folder of folders) this.#published.delete(folder);
    const icons = [...new Set(folders)].sort(inListOrder).flatMap((folder) => {
      const icon = this.#authored.get(folder);
      return icon ? [{ folder, slug: slugOf(folder), ...icon }] : [];
    });
    const names = publishedNames(icons.map(({ slug, name, blob }) => ({ slug, name, sha1: blob })));
    for (const { name } of old) this.#blobs.delete(name);
    icons.forEach(({ folder, blob }, place) => {
      const name = names[place]!;
      this.#published.set(folder, { name, blob });
      this.#blobs.set(name, blob);
      this.#former.delete(name);
    });
    for (const { name, blob } of old)
      if (!this.#blobs.has(name)) this.#former.set(name, { name, blob, left: time });
  }
}
