import { readdir, stat } from "node:fs/promises";
import {
  compareVersions,
  kasmServers,
  minorVersion,
  newestKasm,
} from "../../registry/model/kasm-versions.ts";
import { lastTime } from "../../registry/read/git-log.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import type { List } from "./list.ts";
import { details } from "../../strings/doctor.ts";
import { makeGet, type FetchOptions } from "./fetch.ts";
import { askVersions, examineRoot } from "./examine-root.ts";
import { severityOf, type Diagnosis } from "./faults.ts";
import { viewOf, type KasmView } from "./kasm.ts";
import { printable, some } from "./printable.ts";
import { folderReader, joinAddress, webReader } from "./site-reader.ts";
import { readTyped } from "./typed-url.ts";
import { verifySite, type Verification, type VerifyOptions } from "../verify/verify-site.ts";

export interface ExamineOptions extends FetchOptions {
  /** Kasm releases such as "1.18.1"; empty for every known one. */
  kasm: string[];
  /** Compares the files with their checksums as well. */
  verify?: VerifyOptions;
}

export interface Examination {
  /** As typed. */
  typed: string;
  /** The root that was examined, with a slash at its end for an address; null where there was none. */
  examined: string | null;
  faults: Diagnosis[];
  /** When its lists last changed, as they say; milliseconds since 1970, null where they do not. */
  modified: number | null;
  /** Result of each Kasm release for the address as typed, oldest first. */
  kasm: KasmView[];
  /** The same for `examined`, where that is another address than the typed one; else null. */
  kasmThere: KasmView[] | null;
  /** Releases asked for by name that would show no workspace. */
  failing: string[];
  /** Only where it was asked for; its faults are among the others. */
  verified?: Verification;
}

/** Examines an address or a folder as a Kasm server and its admin would. Reads only; never throws for what it finds. */
export async function examine(typed: string, options: ExamineOptions): Promise<Examination> {
  const versions = options.kasm.length > 0 ? [...options.kasm].sort(compareVersions) : [...kasmServers];
  const folder = await isFolder(typed);
  if (folder || meansFolder(typed)) return examineFolder(typed, folder, versions, options);
  return examineAddress(typed, versions, options);
}

async function examineAddress(
  typed: string,
  versions: string[],
  options: ExamineOptions,
): Promise<Examination> {
  const get = makeGet(options);
  const address = readTyped(typed);
  const faults = [...address.form];
  // Kasm uses the address as typed, so that is asked first.
  const first = address.asTyped === null ? null : await askVersions(webReader(address.asTyped, get));
  const foundAsTyped = first?.versions?.state === "read";
  const moved =
    address.suggested !== null &&
    (address.asTyped === null ||
      (!foundAsTyped && (address.path.length > 0 || joinAddress(address.asTyped, "") !== address.suggested)));
  if (!foundAsTyped) faults.push(...address.path);
  const obstacle = first ? first.obstacle : "address-unusable";
  const root = moved ? address.suggested : address.asTyped;
  if (root === null)
    return summary(
      typed,
      null,
      faults,
      versions.map((version) => viewOf(version, obstacle, null, {})),
      null,
      options,
    );
  const asked = first && !moved ? first : await askVersions(webReader(root, get));
  const there = await examineRoot(webReader(root, get), asked, root, get);
  const verified = options.verify && (await verifySite(webReader(root, get), options.verify));
  faults.push(...there.faults, ...(verified?.faults ?? []));
  const viewsThere = versions.map((version) => viewOf(version, asked.obstacle, asked.versions, there.lists));
  faults.push(...newestFault(viewOf(newestRelease, asked.obstacle, asked.versions, there.lists)));
  const modified = modifiedOf(there.lists);
  const more = verified && { verified };
  if (!moved) return { ...summary(typed, root, faults, viewsThere, null, options, modified), ...more };
  const viewsTyped = versions.map((version) => viewOf(version, obstacle, first?.versions ?? null, {}));
  return { ...summary(typed, root, faults, viewsTyped, viewsThere, options, modified), ...more };
}

async function examineFolder(
  typed: string,
  exists: boolean,
  versions: string[],
  options: ExamineOptions,
): Promise<Examination> {
  const nothing = (code: "no-such-folder" | "not-the-site", args: Diagnosis["args"]): Examination =>
    summary(typed, null, [{ code, args: { folder: printable(typed), ...args } }], [], null, options);
  if (!exists) return nothing("no-such-folder", {});
  const names = await readdir(typed).catch(() => [] as string[]);
  if (!names.includes("versions.txt")) {
    const source = ["package.json", "workspaces", "site"].filter((name) => names.includes(name));
    if (source.length > 0) return nothing("not-the-site", { found: some(source) });
  }
  const reader = folderReader(typed);
  const asked = await askVersions(reader);
  const there = await examineRoot(reader, asked, null, null);
  const verified = options.verify && (await verifySite(reader, options.verify, typed));
  const faults = [
    ...there.faults,
    ...(verified?.faults ?? []),
    ...newestFault(viewOf(newestRelease, asked.obstacle, asked.versions, there.lists)),
  ];
  const views = versions.map((version) => viewOf(version, asked.obstacle, asked.versions, there.lists));
  const modified = modifiedOf(there.lists);
  return { ...summary(typed, typed, faults, views, null, options, modified), ...(verified && { verified }) };
}

const newestRelease = kasmServers.at(-1) ?? newestKasm;

/** A remark where everything is in order except that the newest Kasm finds nothing for itself. */
function newestFault(view: KasmView): Diagnosis[] {
  if (view.situation !== "schema-not-named" && view.situation !== "nothing-for-this-version") return [];
  const hint =
    view.situation === "schema-not-named"
      ? details.publishList(view.reads)
      : details.addCompatibility(minorVersion(view.version));
  return [
    {
      code: "newest-shows-nothing",
      args: {
        newest: minorVersion(view.version).replace(/\.x$/, ""),
        cause: view.why,
        message: view.text ? `"${view.text}"` : details.emptyRegistry,
        hint,
      },
    },
  ];
}

function summary(
  typed: string,
  examined: string | null,
  faults: Diagnosis[],
  kasm: KasmView[],
  kasmThere: KasmView[] | null,
  options: ExamineOptions,
  modified: number | null = null,
): Examination {
  const failing =
    options.kasm.length === 0
      ? []
      : kasm.filter((view) => view.situation !== "workspaces-found").map((view) => view.version);
  const seen = new Set<string>();
  const unique = faults.filter((fault) => {
    const key = JSON.stringify(fault);
    return !seen.has(key) && seen.add(key);
  });
  return { typed, examined, faults: unique, modified, kasm, kasmThere, failing };
}

/** The latest date that a list gives. */
function modifiedOf(lists: Partial<Record<SchemaVersion, List>>): number | null {
  const dates = Object.values(lists)
    .map(({ data }) => data?.["modified"])
    .filter((date): date is number => typeof date === "number" && date > 0 && date <= lastTime);
  return dates.length > 0 ? Math.max(...dates) : null;
}

/** 0: no error; 1: an error was found, or no known (or asked-for) version would show a workspace. */
export function exitCodeOf(examination: Examination): 0 | 1 {
  const shown = examination.kasm.some((view) => view.situation === "workspaces-found");
  return examination.faults.some((fault) => severityOf(fault) === "error") ||
    examination.failing.length > 0 ||
    !shown
    ? 1
    : 0;
}

/** "dist", "./site", "/srv/www", "C:\\site": a path and no address, also where nothing is there. */
function meansFolder(typed: string): boolean {
  // "https//host" and "//host".
  if (/^[a-z]{0,6}\/\/[\w-]+(?:\.[\w-]+)+/i.test(typed)) return false;
  return (
    /^(?:[./\\~]|[a-z]:[\\/])/i.test(typed) ||
    (/^[\w-]+(?:[/\\]|$)/.test(typed) && !/^localhost\b/i.test(typed))
  );
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
