import { expectedFormat, readImage, shownTypes } from "../../icons/inspect/format.ts";
import { cleanSvg } from "../../icons/inspect/clean-svg.ts";
import { importSettings as settingsWords, importSource as words } from "../../strings/tools.ts";
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { mergeTrees } from "./merge.ts";
import { readNextConfig } from "./next-config.ts";
import { oldPages } from "./old-pages.ts";
import { openSource } from "./open-source.ts";
import { importSettings, type ImportedSettings } from "./settings.ts";
import { isSafePath, occupied, replaceFolder } from "./target.ts";
import type { Tree, TreeFile } from "./tree.ts";

export interface ImportOptions {
  /** A folder or a git address. */
  source: string;
  /** Absolute path of the content folder that is made. */
  to: string;
  /** Absolute path of public/, for the registry's picture; null where there is none. */
  publicFolder: string | null;
  /** Value of `$schema` in registry.json, or null for none. */
  schemaPath: string | null;
  /** Adds Kasm versions that only the 1.0 branch names. */
  mergeVersions: boolean;
}

/** Results of an import, for the report. */
export interface ImportReport {
  /** Workspace folders by branch, the preferred branch first. */
  taken: { branch: string; folders: string[] }[];
  registry: ImportedSettings["registry"];
  corrections: string[];
  notes: string[];
  /** Old detail pages that redirect now. */
  redirects: number;
  files: number;
}

/** Moves a registry made with the official template into a content folder. Throws sentences for people; writes all or nothing. */
export function importRegistry(options: ImportOptions): ImportReport {
  const reason = occupied(options.to);
  if (reason !== null) throw new Error(reason);
  const source = openSource(options.source);
  const merged = mergeTrees(source.trees, options.mergeVersions);
  const unsafe = merged.files.filter(({ path }) => !isSafePath(path));
  const files = merged.files.filter(({ path }) => isSafePath(path));
  if (files.length === 0) throw new Error(words.empty);

  const settings = settingsOf(source.trees, source.cname, source.repository);
  const notes = [
    ...source.notes,
    ...merged.notes,
    ...unsafe.map(({ path }) => words.unsafeName(JSON.stringify(path))),
  ];
  const registry = { ...settings.registry };
  if (settings.picture !== null)
    copyPicture(settings.picture, source.trees, options.publicFolder, registry, notes);

  const pages = oldPages(source.trees, merged.shownBy);
  const $schema = options.schemaPath === null ? {} : { $schema: options.schemaPath };
  files.push(jsonFile("registry.json", { ...$schema, ...registry }));
  if (Object.keys(pages).length > 0) files.push(jsonFile("old-addresses.json", pages));
  replaceFolder(options.to, files);

  const taken = source.trees.map(({ name }) => ({
    branch: name,
    folders: [...merged.from].filter(([, branch]) => branch === name).map(([folder]) => folder),
  }));
  return {
    taken,
    registry,
    corrections: settings.corrections,
    notes,
    redirects: Object.keys(pages).length,
    files: merged.files.length - unsafe.length,
  };
}

function jsonFile(path: string, data: unknown): TreeFile {
  const bytes = new TextEncoder().encode(JSON.stringify(data, null, 2) + "\n");
  return { path, executable: false, bytes };
}

/** The settings of the preferred branch; where its file is missing, those of the other. */
function settingsOf(
  trees: readonly Tree[],
  cname: string | null,
  repository: string | null,
): ImportedSettings {
  const tree = trees.find(({ files }) => files.some(({ path }) => /^site\/next\.config\./.test(path)));
  const file = tree?.files.find(({ path }) => /^site\/next\.config\./.test(path));
  const inPublic = trees.flatMap(({ files }) => files.filter(({ path }) => path.startsWith("site/public/")));
  const publicFiles = namesOf(inPublic);
  const otherFiles = namesOf(inPublic.filter((file) => !isPicture(file)));
  if (!file)
    return {
      registry: {},
      corrections: [settingsWords.noConfig],
      picture: null,
      oldSite: null,
    };
  const config = readNextConfig(new TextDecoder().decode(file.bytes));
  return importSettings({ config, publicFiles, otherFiles, cname, repository });
}

/** Paths below site/public/, each once. */
const namesOf = (files: readonly TreeFile[]): string[] => [
  ...new Set(files.map(({ path }) => path.slice("site/public/".length))),
];

/** Whether a file of the old site is a picture that browsers show, by its content and its name. */
function isPicture({ path, bytes }: TreeFile): boolean {
  const image = readImage(bytes);
  const expected = expectedFormat(path);
  if (image === null || image.fault !== null || !shownTypes.has(image.format)) return false;
  // Browsers see through a wrong name of pixels, not of a drawing.
  return expected !== null && (image.format === "svg") === (expected === "svg");
}

function copyPicture(
  picture: { from: string; to: string },
  trees: readonly Tree[],
  publicFolder: string | null,
  registry: ImportedSettings["registry"],
  notes: string[],
): void {
  const file = trees.flatMap(({ files }) => files).find(({ path }) => path === picture.from);
  if (publicFolder === null || file === undefined || !isSafePath(picture.to)) {
    delete registry.icon;
    notes.push(words.pictureNotCopied(picture));
    return;
  }
  const bytes = expectedFormat(picture.to) === "svg" ? cleanSvg(file.bytes) : file.bytes;
  let name = picture.to;
  for (let number = 1; !isPut(join(publicFolder, name), bytes); number++)
    name = `imported-${number > 1 ? `${number}-` : ""}${picture.to}`;
  if (name !== picture.to) notes.push(words.pictureRenamed({ taken: picture.to, name }));
  registry.icon = name;
}

/** Whether a file is there with these bytes, now or before; nothing else is written over, and no link followed. */
function isPut(path: string, bytes: Uint8Array): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, bytes, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return lstatSync(path).isFile() && Buffer.compare(readFileSync(path), bytes) === 0;
  }
}

/** public/ for a content folder: the repository's own for its own workspaces/, none elsewhere unless it was named. */
export function publicFolderFor(to: string, projectRoot: string, named: string | undefined): string | null {
  if (named !== undefined) return resolve(named);
  return to === join(projectRoot, "workspaces") ? join(projectRoot, "public") : null;
}
