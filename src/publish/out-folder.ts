import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";

/** The file by which a folder is known as one that this program made and may replace. */
export const markFile = "generator.json";

/** A site is built elsewhere, moved beside the out folder, and takes its place at the end. */
export interface Workplace {
  /** Where pages are rendered. */
  rendered: string;
  /** Folders beside the out folder for what is needed only while building. */
  scratch: (name: string) => string;
  /** Moves what was rendered beside the out folder and returns where it is then. */
  collect: () => string;
  /** Puts what was built in the place of the out folder. What stood there is gone only when the new site stands. */
  replace: () => void;
  /** Removes what was built; harmless after `replace`. */
  discard: () => void;
}

/** Why a folder may not be replaced by a site, in words; null when it may. */
export function refusal(out: string, inputs: readonly string[]): string | null {
  const target = real(out);
  const holds = (inner: string): boolean =>
    real(inner) === target || real(inner).startsWith(target.endsWith(sep) ? target : target + sep);
  if (dirname(target) === target)
    return `${out} is the root of the disk. Name a folder for the site, for instance --out dist.`;
  if (holds(homedir()))
    return `${out} is or holds your home folder. A build replaces the whole folder. Name another with --out.`;
  if (real(tmpdir()) === target)
    return `${out} is the system's folder for temporary files. A build replaces the whole folder. Name one inside it.`;
  const input = inputs.find(holds);
  if (input)
    return `${out} is or holds ${input}, which the site is built from. A build replaces the whole folder. Name another with --out.`;
  const within = inputs.slice(1).find((folder) => target.startsWith(real(folder) + sep));
  if (within)
    return `${out} is inside ${within}, which the site is built from. Name a folder outside it with --out.`;
  const fault = placeFault(target);
  if (fault) return `${out} ${fault}`;
  if (!existsSync(target)) return null;
  if (readdirSync(target).length === 0 || isMarked(target)) return null;
  return `${out} is not empty and was not made by a build (there is no ${markFile} of ours in it). A build replaces the whole folder. Empty it, or name another with --out.`;
}

/** Why no folder can be put in this place, as the rest of a sentence; null where one can. */
function placeFault(target: string): string | null {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) return "is a link that leads nowhere. Name a folder with --out.";
  if (stats && !stats.isDirectory()) return "is no folder. Name a folder with --out.";
  // A mount point, such as a volume of a container, cannot be exchanged for another folder; a folder in it can.
  if (stats && stats.dev !== statSync(dirname(target)).dev)
    return `is the root of a disk or a volume, which cannot be replaced. Name a folder inside it, for instance --out ${join(target, "site")}`;
  return null;
}

/** Whether a build made the folder: other programs, too, write files of the name that the mark has. */
function isMarked(folder: string): boolean {
  try {
    const path = join(folder, markFile);
    if (!lstatSync(path).isFile()) return false;
    const mark = JSON.parse(readFileSync(path, "utf8")) as Partial<
      Record<"generator" | "schemas" | "workspaces", unknown>
    >;
    return (
      typeof mark.generator === "string" && Array.isArray(mark.schemas) && typeof mark.workspaces === "number"
    );
  } catch {
    return false;
  }
}

/**
 * Makes the folders that a site is built in. Leftovers of builds that were killed are removed, and an interrupted exchange is undone.
 * Pages are rendered below `inside`, a folder of this repository: what Astro bundles finds its libraries only from there, and it would
 * otherwise use one folder for all builds, so that two at once mixed their pages.
 */
export function openWorkplace(out: string, inside: string): Workplace {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const parent = dirname(target);
  for (const needed of [parent, inside]) makeFolder(needed);
  recover(target);
  removeLeftovers(inside, "site.");
  const unique = `${process.pid}-${(Date.now() + opened.size).toString(36)}`;
  opened.add(unique);
  const folder = join(parent, `.${basename(target)}.building-${unique}`);
  mkdirSync(folder);
  const site = join(folder, "site");
  const rendered = join(inside, `site.building-${unique}`);
  return {
    rendered,
    scratch: (name) => join(folder, name),
    collect: () => {
      move(rendered, site);
      return site;
    },
    replace: () =>
      exchange(site, target, (attempt) => join(parent, `.${basename(target)}.previous-${unique}${attempt}`)),
    discard: () => {
      for (const path of [folder, rendered]) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The workplaces of this process: two of one millisecond must not share a name, nor the modules that Node remembers by path. */
const opened = new Set<string>();

/** Makes a folder and those that it is in. Node's own `recursive` calls a read-only disk "no such file or directory". */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another build made it first.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Renames, or copies where the two are on different disks. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // With a filter, Node copies file by file and says that a disk is full; without, all that it says is "Input/output error".
    cpSync(from, to, { recursive: true, filter: () => true });
  }
}

/** Two renames with nothing between them: no file system that Node reaches can exchange two folders in one step. `recover` closes the gap. */
function exchange(built: string, target: string, aside: (attempt: number) => string): void {
  const set: string[] = [];
  for (let attempt = 1; ; attempt++) {
    const previous = aside(attempt);
    try {
      if (existsSync(target)) {
        renameSync(target, previous);
        set.push(previous);
      }
      renameSync(built, target);
      break;
    } catch (error) {
      // Another build into the same folder came between; the last one to finish wins.
      if (
        attempt < 20 &&
        ["ENOENT", "ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")
      )
        continue;
      const last = set.at(-1);
      if (!existsSync(target) && last !== undefined) renameSync(last, target);
      throw error;
    }
  }
  for (const previous of set) rmSync(previous, { recursive: true, force: true, maxRetries: 3 });
}

function recover(target: string): void {
  const prefix = `.${basename(target)}.`;
  removeLeftovers(dirname(target), prefix, (leftover, kind) => {
    if (kind !== "previous" || existsSync(target)) return false;
    renameSync(leftover, target);
    return true;
  });
}

/** Removes what builds of processes that are gone have left, unless `rescue` has a use for it. */
function removeLeftovers(
  parent: string,
  prefix: string,
  rescue: (leftover: string, kind: string) => boolean = () => false,
): void {
  for (const name of readdirSync(parent)) {
    const match = name.startsWith(prefix)
      ? /^(building|previous)-((\d+)-[0-9a-z]+)$/.exec(name.slice(prefix.length))
      : null;
    if (!match || isInUse(match[2]!, Number(match[3]))) continue;
    const leftover = join(parent, name);
    if (!rescue(leftover, match[1]!)) rmSync(leftover, { recursive: true, force: true });
  }
}

/** In a container every build may get the same process number: what bears ours, but was not opened by us, is left from an earlier one. */
function isInUse(unique: string, pid: number): boolean {
  if (pid === process.pid) return [...opened].some((ours) => unique.startsWith(ours));
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The path without links, also where its last parts do not exist yet. A link that leads nowhere stays as it is. */
function real(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(real(parent), basename(full));
}
