import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { join } from "node:path";
import { largestJson } from "../json/decode.ts";
import {
  type FileSum,
  hashFile,
  hashFolder,
  mistakenFor,
  sumOfFolder,
  type HashedEntry,
} from "./folder-hash.ts";
import { lastTime } from "./git-log.ts";
import type { Problem } from "../model/problem.ts";
import { quote } from "../model/text.ts";
import { imagesFile } from "../model/image-lock.ts";
import { oldAddressesFile } from "../model/old-addresses.ts";
import { disk as words } from "../../strings/check.ts";
import { useLanguageOf } from "./language.ts";
import { reportClashes, reportWithoutJson, unreadableName } from "./odd-names.ts";
import { largestFile } from "./open-file.ts";
import {
  decodeText,
  list,
  readRegular,
  reporter,
  sourceFile,
  statOf,
  type ReportProblem,
} from "./regular-file.ts";
import { folderNameFault } from "../model/folder-name.ts";
import { uniqueSlugs } from "../model/slug.ts";
import type { SourceFile, WorkspaceSource } from "../model/types.ts";
import { isReadme } from "../model/readme-file.ts";

/** The content folder, raw and unparsed. */
export interface Content {
  /** Absolute path. */
  root: string;
  /** In list order: the order in which the official template lists them. */
  sources: WorkspaceSource[];
  /** Bytes of registry.json; null where there is none. */
  registryJson: Uint8Array | null;
  /** Text of .examples.json, which names the example workspaces of the template; null where there is none. */
  examplesJson: string | null;
  /** Text of old-addresses.json, which an import leaves; null where there is none. */
  oldAddressesJson: string | null;
  /** Text of images.lock.json; null where there is none. */
  imagesJson: string | null;
  problems: Problem[];
  /** Milliseconds since 1970 of the newest file. */
  newestFile: number;
}

const examplesFile = ".examples.json";
const deepestFolder = 8;
const mostFiles = 1000;

// The official template sorts the paths of the files, not the names of the folders: "WPS Office Chinese" comes before "WPS Office".
const collator = new Intl.Collator("en");
export const inListOrder = (a: string, b: string): number =>
  collator.compare(`${a}/workspace.json`, `${b}/workspace.json`) || (a < b ? -1 : a > b ? 1 : 0);

/** Lists and reads a content folder. The only function that lists the disk; follows no link, opens no pipe, never throws for what it finds. */
export function readContent(root: string): Content {
  // Causes are worded while problems are found.
  useLanguageOf(root);
  const content = emptyContent(root);
  const report = reporter(content.problems);
  const names = list(root);
  if (typeof names === "string") {
    report("no-content-folder", "", { folder: root });
    return content;
  }
  const folders: string[] = [];
  for (const name of names) {
    const stats = statOf(join(root, name));
    if (name === examplesFile && stats)
      content.examplesJson = decodeText(readRegular(root, name, stats, largestJson, report)?.bytes);
    if (isUnreadable(name, names, stats)) report("folder-name-unsafe", name, unreadableName(name));
    if (!stats || name.startsWith(".")) continue;
    if (stats.isDirectory()) folders.push(name);
    else if (name === "registry.json") {
      content.registryJson = readRegular(root, name, stats, largestJson, report)?.bytes ?? null;
      if (stats.mtimeMs <= lastTime) content.newestFile = Math.floor(stats.mtimeMs);
    } else if (name === oldAddressesFile)
      content.oldAddressesJson = decodeText(readRegular(root, name, stats, largestJson, report)?.bytes);
    else if (name === imagesFile)
      content.imagesJson = decodeText(readRegular(root, name, stats, largestJson, report)?.bytes) ?? "";
    else if (name.toLowerCase() === "workspace.json") report("stray-workspace", name, { file: quote(name) });
    else if (stats.isSymbolicLink())
      report("not-a-regular-file", name, { name: quote(name), kind: words.kinds.link });
  }
  folders.sort(inListOrder);
  reportClashes(folders, report);
  const slugs = uniqueSlugs(folders);
  // Each folder has a slug.
  folders.forEach((folder, i) => readFolder(content, folder, slugs[i]!));
  return content;
}

/** Whether a name is not the one on the disk: "\ufffd" stands in it for bytes that are no text, and two of them may read the same. */
function isUnreadable(name: string, names: readonly string[], stats: Stats | null): boolean {
  return name.includes("\ufffd") && (!stats || names.indexOf(name) !== names.lastIndexOf(name));
}

const emptyContent = (root: string): Content => ({
  root,
  sources: [],
  registryJson: null,
  examplesJson: null,
  oldAddressesJson: null,
  imagesJson: null,
  problems: [],
  newestFile: 0,
});

function readFolder(content: Content, folder: string, slug: string): void {
  const { root, sources, problems } = content;
  const report = reporter(problems);
  const cause = folderNameFault(folder);
  if (cause)
    return report("folder-name-unsafe", folder, { name: quote(folder), cause, suggestion: quote(slug) });
  const found: Found = { root, report, files: [], sums: [], count: 0, newest: 0, bytes: null, readme: null };
  const entries = walk(found, folder, 0);
  const { files, newest, bytes, readme } = found;
  const hashes = { sha: hashFolder(folder, entries), sha256: sumOfFolder(found.sums) };
  content.newestFile = Math.max(content.newestFile, newest);
  const hasJson = files.some(({ name, kind }) => name === "workspace.json" && kind === "file");
  if (!hasJson) reportWithoutJson(folder, files, report);
  // Without workspace.json its files still count when a neighbour's icon is missing.
  if (hasJson || files.length > 0)
    sources.push({ folder, slug, bytes, readme, files, ...hashes, modified: newest, created: newest });
}

/** State of a walk through one folder of a workspace. */
interface Found {
  root: string;
  report: ReportProblem;
  /** Those of the first level, for the rules. */
  files: SourceFile[];
  /** Those of all levels. */
  sums: FileSum[];
  /** Entries of all levels. */
  count: number;
  /** Milliseconds since 1970 of the newest one. */
  newest: number;
  /** Of workspace.json. */
  bytes: Uint8Array | null;
  readme: string | null;
}

/** Reads a folder and what is below it. */
function walk(found: Found, path: string, depth: number): HashedEntry[] {
  const { root, report } = found;
  const names = list(join(root, path));
  if (typeof names === "string") {
    report("unreadable", path, { name: quote(path), cause: names });
    return [];
  }
  const entries: HashedEntry[] = [];
  for (const name of names) {
    const file = `${path}/${name}`;
    const stats = statOf(join(root, file));
    if (isUnreadable(name, names, stats)) report("folder-name-unsafe", file, unreadableName(name));
    if (!stats) continue;
    if (++found.count > mostFiles) {
      const args = { name: quote(path), size: words.moreFiles(mostFiles), limit: words.files(mostFiles) };
      report("file-too-large", path, args);
      return entries;
    }
    const other = depth === 0 && mistakenFor(name);
    if (other) report("name-ambiguous", file, { name: quote(name), other });
    if (stats.mtimeMs <= lastTime) found.newest = Math.max(found.newest, Math.floor(stats.mtimeMs));
    const entry = stats.isDirectory()
      ? readSubfolder(found, file, name, depth)
      : readFile(found, file, name, depth, stats);
    if (entry) entries.push(entry);
  }
  return entries;
}

function readSubfolder(found: Found, path: string, name: string, depth: number): HashedEntry | null {
  const { root, files, report } = found;
  if (depth === 0)
    files.push({ name, path: join(root, path), size: 0, sha1: "", kind: "directory", image: null });
  if (depth < deepestFolder) return { name, entries: walk(found, path, depth + 1) };
  const args = { name: quote(path), size: words.deeper(deepestFolder), limit: words.levels(deepestFolder) };
  report("file-too-large", path, args);
  return null;
}

function readFile(found: Found, path: string, name: string, depth: number, stats: Stats): HashedEntry | null {
  const { root, files, report } = found;
  if (depth > 0 && name === "workspace.json") report("stray-workspace", path, { file: quote(path) });
  const isJson = depth === 0 && name === "workspace.json";
  const read = readRegular(root, path, stats, isJson ? largestJson : largestFile, report);
  if (depth === 0) files.push(sourceFile(join(root, path), name, stats, read));
  if (!read) return null;
  if (isJson) found.bytes = read.bytes;
  else if (depth === 0 && isReadme(name)) found.readme = decodeText(read.bytes);
  found.sums.push({ path, sum: createHash("sha256").update(read.bytes).digest("hex") });
  return { name, hash: hashFile(name, read.bytes) };
}
