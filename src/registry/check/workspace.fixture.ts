import type { JsonObject } from "../model/json.ts";
import { newestKasm } from "../model/kasm-versions.ts";
import { validateTogether, validateWorkspace } from "./workspace.ts";
import type { Fault } from "../json/parse.ts";
import type { ImageInfo, SourceFile } from "../model/types.ts";

/** A workspace without a problem, for tests to bend. */
export const sound: JsonObject = {
  friendly_name: "Editor",
  name: "example/editor:1.0",
  description: "Edits text.",
  image_src: "editor.png",
  architecture: ["amd64"],
  compatibility: [newestKasm],
  uncompressed_size_mb: 100,
};

/** The same in schema 1.1. */
export const sound11: JsonObject = {
  friendly_name: "Editor",
  description: "Edits text.",
  image_src: "editor.png",
  architecture: ["amd64"],
  compatibility: [{ version: newestKasm, image: "example/editor:1.0", uncompressed_size_mb: 100 }],
};

/** A picture beside workspace.json, as read.ts describes it. */
export function picture(name: string, image: Partial<ImageInfo> | null = {}, sha1 = name): SourceFile {
  return {
    name,
    path: `/nowhere/${name}`,
    size: 100,
    sha1,
    kind: "file",
    image: image && { format: "png", width: 128, height: 128, fault: null, ...image },
  };
}

/** The problems of one text, with the checks between workspaces. */
export function faultsOf(
  content: string | Uint8Array,
  files: SourceFile[] = [picture("editor.png")],
): Fault[] {
  const { workspace, faults } = validateWorkspace({ folder: "Editor", slug: "editor", content, files });
  return workspace ? [...faults, ...validateTogether([workspace]).get(workspace)!] : faults;
}

/** `line:column code` of each problem, in the order of the text. */
export function codesOf(content: string | Uint8Array, files?: SourceFile[]): string[] {
  return faultsOf(content, files)
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, code }) => `${line}:${column} ${code}`);
}

/** The sound workspace with some keys changed; `undefined` deletes one. One key a line, so that lines tell keys apart. */
export function bent(change: Record<string, unknown>, base: JsonObject = sound): string {
  return JSON.stringify({ ...base, ...change }, null, 2);
}
