import { folderNameFault } from "../model/folder-name.ts";
import { slugOf } from "../model/slug.ts";
import { quote, firstNames } from "../model/text.ts";
import type { SourceFile } from "../model/types.ts";
import { disk as words } from "../../strings/check.ts";
import type { ReportProblem } from "./regular-file.ts";

/** Names of files and folders that are probably mistakes. */

export function reportWithoutJson(folder: string, files: SourceFile[], report: ReportProblem): void {
  const taken = files.find(({ name }) => name === "workspace.json");
  // Reading has reported entries that are no files, but for folders, which are looked into.
  if (taken?.kind === "directory")
    report("not-a-regular-file", `${folder}/${taken.name}`, {
      name: quote(`${folder}/${taken.name}`),
      kind: words.kinds.folder,
    });
  if (taken) return;
  const regular = files.filter(({ kind }) => kind === "file");
  const near = regular.find(({ name }) => looksLikeJson(name));
  if (near) return report("json-name-near-miss", `${folder}/${near.name}`, { file: quote(near.name) });
  if (files.length === 0) return;
  const names = regular.length === 0 ? words.foldersOnly : firstNames(regular.map(({ name }) => name));
  report("folder-without-json", folder, { folder: quote(folder), files: names });
}

/** workplace.json, Workspace.JSON, workspace.json.txt, workspaces.json, workspace.jsonc … */
function looksLikeJson(name: string): boolean {
  return (
    /^w\w*k\w*[ps]\w*\b.*\.?json/i.test(name) ||
    /^(workspace|package|image|config|list)\.(json\w*|txt|ya?ml)$/i.test(name) ||
    /\.json$/i.test(name)
  );
}

/** A name that is no UTF-8 cannot be handed back to the system, so what it names would be left out without a word. */
export function unreadableName(name: string): Record<string, string> {
  return { name: quote(name), cause: folderNameFault(name) ?? "", suggestion: quote(slugOf(name)) };
}

export function reportClashes(folders: readonly string[], report: ReportProblem): void {
  const seen = new Map<string, string>();
  for (const folder of folders) {
    const key = folder.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (other) report("folder-name-clash", folder, { folder: quote(folder), other: quote(other) });
    else seen.set(key, folder);
  }
}
