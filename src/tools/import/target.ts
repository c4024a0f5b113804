import { importSource as words } from "../../strings/tools.ts";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseExampleMarks } from "../../registry/read/examples.ts";
import { largestJson } from "../../registry/json/decode.ts";
import { readContent } from "../../registry/read/content.ts";
import { readWhole } from "../../registry/read/open-file.ts";
import type { TreeFile } from "./tree.ts";

/** Why a folder cannot take an import, as a sentence; null where it is empty or holds nothing but the template's examples. */
export function occupied(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter(
    (name) => ![".examples.json", ".gitkeep", ".DS_Store", "registry.json"].includes(name),
  );
  const text = (name: string): string | null => {
    try {
      return existsSync(join(folder, name)) ? readWhole(join(folder, name), largestJson).toString() : null;
    } catch {
      // Something of somebody's own, which is no such file.
      return "";
    }
  };
  const marks = parseExampleMarks(text(".examples.json"));
  const own = readContent(folder)
    .sources.filter(({ folder: name, sha }) => marks[name] !== sha)
    .map(({ folder: name }) => name);
  const strange = names.filter((name) => !Object.hasOwn(marks, name));
  const found = [...new Set([...own, ...strange])];
  if (!isDefaultIdentity(text("registry.json"))) found.push("registry.json");
  if (found.length === 0) return null;
  return words.occupied({ folder, found: found.slice(0, 3).join(", ") + (found.length > 3 ? ", …" : "") });
}

function isDefaultIdentity(text: string | null): boolean {
  if (text === null) return true;
  try {
    return Object.keys(JSON.parse(text) as object).every((key) => key === "$schema");
  } catch {
    return false;
  }
}

/** Whether a path of a stranger's repository may be written: no way out of the folder, nothing that git would take for its own. */
export function isSafePath(path: string): boolean {
  return path
    .split("/")
    .every(
      (part) =>
        part !== "" &&
        part !== "." &&
        part !== ".." &&
        !/[\0\\]/.test(part) &&
        !/^\.git\b/i.test(part) &&
        !/^git~\d/i.test(part),
    );
}

/** Writes the content beside the folder and puts it in its place at the end, so that an interrupted import leaves what was there. */
export function replaceFolder(folder: string, files: readonly TreeFile[]): void {
  mkdirSync(dirname(folder), { recursive: true });
  const scratch = mkdtempSync(join(dirname(folder), `.${basename(folder)}-import-`));
  try {
    const fresh = join(scratch, "new");
    mkdirSync(fresh);
    for (const { path, bytes, executable } of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), bytes, { mode: executable ? 0o755 : 0o644, flag: "wx" });
    }
    if (existsSync(folder)) renameSync(folder, join(scratch, "old"));
    renameSync(fresh, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
