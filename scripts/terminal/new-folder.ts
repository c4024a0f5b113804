import type { ImageLock } from "../../src/registry/model/image-lock.ts";
import type { JsonObject } from "../../src/registry/model/json.ts";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readImage } from "../../src/icons/inspect/format.ts";
import type { Fault } from "../../src/registry/json/parse.ts";
import { composeWorkspace, type Answers } from "../../src/edit/new/compose-workspace.ts";
import { folderFromName } from "../../src/edit/new/folder-from-name.ts";
import { formatJson } from "../../src/edit/new/format-json.ts";
import { drawMonogram } from "../../src/edit/new/monogram.ts";
import { slugOf } from "../../src/registry/model/slug.ts";
import type { SourceFile } from "../../src/registry/model/types.ts";
import { validateWorkspace } from "../../src/registry/check/workspace.ts";
import { warningsOf } from "../../src/review/warnings.ts";
import type { IconAnswer } from "./new-questions.ts";

/** A workspace folder before it is written; `data` is that of its workspace.json. */
export interface NewFolder {
  folder: string;
  files: { name: string; content: string | Uint8Array }[];
  data: JsonObject;
}

/** The folder that the answers make; without a picture, the first letter of the name is drawn. */
export function composeFolder(answers: Omit<Answers, "icon">, icon: IconAnswer | null): NewFolder {
  const folder = folderFromName(answers.name);
  const iconName = `${slugOf(folder)}.${icon?.extension ?? "svg"}`;
  const data = composeWorkspace({ ...answers, icon: iconName }, "../../schema");
  const files = [
    { name: "workspace.json", content: formatJson(data) },
    { name: iconName, content: icon?.bytes ?? drawMonogram(answers.name) },
  ];
  return { folder, files, data };
}

/** Faults that the check finds in it. */
export function checkFolder({ folder, files, data }: NewFolder, images: ImageLock | null): Fault[] {
  const { workspace, faults } = validateWorkspace({
    folder,
    slug: slugOf(folder),
    content: formatJson(data),
    files: files.map(sourceFile),
    images,
  });
  return workspace ? [...faults, ...warningsOf(workspace)] : faults;
}

/** The name in this content folder that is the same name on Windows and macOS, or null. */
export function existingFolder(root: string, folder: string): string | null {
  const fold = (name: string): string => name.normalize("NFC").toLowerCase();
  return existsSync(root) ? (readdirSync(root).find((name) => fold(name) === fold(folder)) ?? null) : null;
}

/** Writes the whole folder or nothing; throws where it exists. */
export function writeFolder(path: string, files: NewFolder["files"]): void {
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(path);
  try {
    for (const { name, content } of files) writeFileSync(join(path, name), content, { flag: "wx" });
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

function sourceFile({ name, content }: NewFolder["files"][number]): SourceFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const sha1 = createHash("sha1").update(bytes).digest("hex");
  return {
    name,
    path: name,
    size: bytes.length,
    sha1,
    kind: "file",
    image: name === "workspace.json" ? null : readImage(bytes),
  };
}
