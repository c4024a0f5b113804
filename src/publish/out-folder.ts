import { refusals as words } from "../strings/publish.ts";
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
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";

/** The file by which a folder is known as one that this program made and may replace. */
const markFile = "generator.json";

/** Where a site is built. Only the last step touches the out folder. */
export interface Workplace {
  /** Where Astro writes the site, a folder that does not exist yet. */
  rendered: string;
  /** A folder for what is needed only while building. */
  cache: string;
  /** Puts the site in the place of the out folder and returns where that is. */
  exchange: () => string;
  /** Removes what was built; harmless after `exchange`. */
  discard: () => void;
}

/** Why a folder may not be replaced by a site, in words; null when it may. */
export function refusal(out: string, inputs: readonly string[]): string | null {
  const target = real(out);
  const holds = (inner: string): boolean =>
    real(inner) === target || real(inner).startsWith(target.endsWith(sep) ? target : target + sep);
  if (dirname(target) === target) return words.root(out);
  if (holds(homedir())) return words.home(out);
  if (real(tmpdir()) === target) return words.temporary(out);
  const input = inputs.find(holds);
  if (input) return words.holdsInput({ out, input });
  const within = inputs.slice(1).find((folder) => target.startsWith(real(folder) + sep));
  if (within) return words.insideInput({ out, input: within });
  const fault = placeFault(target, out);
  if (fault) return fault;
  if (!existsSync(target)) return null;
  if (readdirSync(target).length === 0 || isMarked(target)) return null;
  return words.notOurs({ out, mark: markFile });
}

/** Why no folder can be put in this place, which `out` names; null where one can. */
function placeFault(target: string, out: string): string | null {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink()) return words.deadLink(out);
  if (stats && !stats.isDirectory()) return words.noFolder(out);
  // A mount point, such as a volume of a container, cannot be exchanged for another folder; a folder in it can.
  if (stats && stats.dev !== statSync(dirname(target)).dev)
    return words.volume({ out, inside: join(target, "site") });
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
 * Makes the folders that a site is built in; throws where another build is at work on the same out folder. Astro renders below `inside`, a
 * folder of this repository: its bundles find their libraries only from there.
 */
export function openWorkplace(out: string, inside: string): Workplace {
  const { target, building, previous } = placesOf(out);
  for (const needed of [dirname(target), inside]) makeFolder(needed);
  claim(building, out);
  restorePrevious(out);
  removeDeadRenderings(inside);
  const rendered = join(inside, `${renderingPrefix}${process.pid}-${++opened}`);
  return {
    rendered,
    cache: join(building, "cache"),
    exchange() {
      const site = join(building, "site");
      move(rendered, site);
      // Two renames: no file system that Node reaches exchanges two folders in one step. restorePrevious closes the gap.
      if (existsSync(target)) renameSync(target, previous);
      try {
        renameSync(site, target);
      } catch (error) {
        if (existsSync(previous)) renameSync(previous, target);
        throw error;
      }
      remove(previous);
      return target;
    },
    discard() {
      claimed.delete(building);
      for (const path of [building, rendered]) remove(path);
    },
  };
}

/** Undoes an exchange that was killed between its two renames. True where the old site was put back. */
export function healExchange(out: string): boolean {
  const { building } = placesOf(out);
  return !isInUse(building) && restorePrevious(out);
}

/** Puts back the site that an exchange took away; removes it where the new one is in its place. True where it was put back. */
function restorePrevious(out: string): boolean {
  const { target, previous } = placesOf(out);
  if (!existsSync(previous)) return false;
  if (existsSync(target)) {
    remove(previous);
    return false;
  }
  renameSync(previous, target);
  return true;
}

/** The out folder, and two folders beside it: that of the build at work, and the old site during the exchange. */
function placesOf(out: string): { target: string; building: string; previous: string } {
  const target = existsSync(out) ? realpathSync(out) : resolve(out);
  const beside = (kind: string): string => join(dirname(target), `.${basename(target)}.${kind}`);
  return { target, building: beside("building"), previous: beside("previous") };
}

const renderingPrefix = "site.building-";
let opened = 0;
/** The folders of builds of this process: in a container, a build that was killed may have had the same process number. */
const claimed = new Set<string>();

/** Makes the folder of the build, which no second one can do while this one lives. */
function claim(building: string, out: string): void {
  if (!isMade(building)) {
    if (isInUse(building))
      throw new Error(
        words.anotherBuild({
          out,
          process: String(ownerOf(building) ?? words.unknownProcess),
          folder: building,
        }),
      );
    remove(building);
    mkdirSync(building);
  }
  writeFileSync(join(building, ownerFile), String(process.pid));
  claimed.add(building);
}

/** Makes the folder; false where it exists. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

const ownerFile = "process";

function isInUse(building: string): boolean {
  if (!existsSync(building)) return false;
  const owner = ownerOf(building);
  return owner === process.pid ? claimed.has(building) : owner === null || isAlive(owner);
}

/** The process that builds there; null where it has not said so yet. */
function ownerOf(building: string): number | null {
  try {
    return Number(readFileSync(join(building, ownerFile), "utf8")) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function removeDeadRenderings(inside: string): void {
  for (const name of readdirSync(inside)) {
    const pid = name.startsWith(renderingPrefix)
      ? Number.parseInt(name.slice(renderingPrefix.length), 10)
      : 0;
    if (pid > 0 && (pid === process.pid ? opened === 0 : !isAlive(pid))) remove(join(inside, name));
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

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

/** The path without links, also where its last parts do not exist yet. A link that leads nowhere stays as it is. */
function real(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(real(parent), basename(full));
}
