import { importMerge as words, importSource as source } from "../../strings/tools.ts";
import { applyEdits, modify } from "jsonc-parser";
import { compareVersions, likelyVersion, minorVersion } from "../../registry/model/kasm-versions.ts";
import { isObject, type JsonObject } from "../../registry/model/json.ts";
import { compatibilityOf } from "../../registry/model/releases.ts";
import type { Tree, TreeFile } from "./tree.ts";

/** One content folder out of one or two branches. */
export interface Merged {
  /** Paths relative to the content folder. */
  files: TreeFile[];
  /** Folders by the branch they came from. */
  from: Map<string, string>;
  /** Folders of the second branch whose workspace is shown by a folder of another name. */
  shownBy: Map<string, string>;
  notes: string[];
}

/**
 * Merges the branches: every folder of the first (1.1), and of the second (1.0) those that the first does not have. Files are taken
 * byte for byte. `mergeVersions` adds the Kasm versions that only the 1.0 folder names to the 1.1 folder's compatibility.
 */
export function mergeTrees(trees: readonly Tree[], mergeVersions: boolean): Merged {
  const merged: Merged = {
    files: [],
    from: new Map(),
    shownBy: new Map(),
    notes: trees.flatMap(({ name, skipped }) => skipped.map((line) => `${name}: ${line}`)),
  };
  /** The workspace.json of each folder that is taken. */
  const jsons = new Map<string, TreeFile>();
  const byName = new Map<string, string>();
  const byFolder = new Map<string, string>();
  for (const tree of trees) {
    for (const [folder, files] of foldersOf(tree)) {
      if (folder === "") {
        // The template itself puts a README.md there.
        for (const { path } of files)
          if (!/^(?:readme\.md|\.git\w+|\.ds_store)$/i.test(path))
            merged.notes.push(`${tree.name}: ${source.outsideFolders(path)}`);
        continue;
      }
      const name = friendlyName(files)?.toLowerCase() ?? null;
      const same = byFolder.get(folder.toLowerCase()) ?? (name === null ? undefined : byName.get(name));
      const takenBranch = same === undefined ? undefined : merged.from.get(same);
      if (same !== undefined && takenBranch !== tree.name) {
        if (same !== folder) {
          merged.shownBy.set(folder, same);
          const place = { folder, branch: tree.name, taken: same, takenBranch: takenBranch ?? "" };
          merged.notes.push(words.sameWorkspace(place));
        }
        oldVersions(merged, same, jsons.get(same), files, tree.name, folder, mergeVersions);
        continue;
      }
      merged.from.set(folder, tree.name);
      byFolder.set(folder.toLowerCase(), folder);
      if (name !== null && !byName.has(name)) byName.set(name, folder);
      for (const file of files) {
        // Not all at once: a call takes some 100,000 arguments.
        merged.files.push(file);
        if (file.path === `${folder}/workspace.json`) jsons.set(folder, file);
      }
    }
  }
  return merged;
}

/** Files of workspaces/ by folder, with paths relative to workspaces/; "" for files beside the folders. */
export function foldersOf(tree: Tree): Map<string, TreeFile[]> {
  const folders = new Map<string, TreeFile[]>();
  for (const file of tree.files) {
    if (!file.path.startsWith("workspaces/")) continue;
    const path = file.path.slice("workspaces/".length);
    const folder = path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
    const files = folders.get(folder) ?? [];
    files.push({ ...file, path });
    folders.set(folder, files);
  }
  return folders;
}

/** A workspace that both branches have: says what only the older one offers, and adds it where that is wanted. */
function oldVersions(
  merged: Merged,
  taken: string,
  target: TreeFile | undefined,
  files: TreeFile[],
  branch: string,
  folder: string,
  mergeVersions: boolean,
): void {
  const older = workspaceJson(files);
  const newer = target ? parse(target.bytes) : null;
  const called = folder === taken ? folder : words.otherName({ folder, taken });
  if (older === null || target === undefined || newer === null || !Array.isArray(newer["compatibility"]))
    return;
  const known = new Set(compatibilityOf({ data: newer }).map(({ version }) => normal(version)));
  const missing = compatibilityOf({ data: older })
    .map(({ version }) => version)
    .filter((version) => version !== "" && !known.has(normal(version)));
  if (missing.length === 0) return;
  const shown = missing.toSorted(compareVersions).join(", ");
  const image = older["name"];
  const canMerge =
    typeof image === "string" &&
    newer["compatibility"].every((entry) => typeof entry === "object") &&
    (older["uncompressed_size_mb"] === undefined || Number.isInteger(older["uncompressed_size_mb"]));
  if (!mergeVersions || !canMerge) {
    merged.notes.push(words.olderVersions({ name: called, branch, versions: shown, canMerge }));
    return;
  }
  const entries = missing.map((version) => ({
    version,
    image,
    uncompressed_size_mb: older["uncompressed_size_mb"],
  }));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(target.bytes);
  target.bytes = new TextEncoder().encode(withEntries(text, entries));
  merged.notes.push(words.versionsAdded({ name: called, branch, versions: shown, image }));
}

/** The text with entries at the end of its compatibility, in its own indentation. */
function withEntries(text: string, entries: readonly object[]): string {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  const formattingOptions = {
    insertSpaces: !indent.includes("\t"),
    tabSize: indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
  const options = { formattingOptions, isArrayInsertion: true };
  return entries.reduce<string>(
    (made, entry) => applyEdits(made, modify(made, ["compatibility", -1], entry, options)),
    text,
  );
}

/** Versions of one minor version are one here: the 1.1 branch is newer, and an exact version of the other would win over it. */
const normal = (version: string): string => minorVersion(likelyVersion(version) ?? version);

/** The parsed workspace.json among a folder's files; null where there is none or it is broken (check says so). */
export function workspaceJson(files: readonly TreeFile[]): JsonObject | null {
  const file = files.find(({ path }) => path.split("/").length === 2 && path.endsWith("/workspace.json"));
  return file ? parse(file.bytes) : null;
}

function parse(bytes: Uint8Array): JsonObject | null {
  try {
    const data: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(data) ? data : null;
  } catch {
    return null;
  }
}

function friendlyName(files: readonly TreeFile[]): string | null {
  const name = workspaceJson(files)?.["friendly_name"];
  return typeof name === "string" && name.trim() !== "" ? name.trim() : null;
}
