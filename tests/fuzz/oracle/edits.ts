import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { largestJson } from "../../../src/registry/json/decode.ts";
import { objectText, toSchema } from "../../../src/registry/lists/convert.ts";
import { rawEntries } from "../../../src/registry/json/parse.ts";
import { severityOf } from "../../../src/registry/model/problem.ts";
import type { FlaggedWorkspace } from "../../../src/registry/model/types.ts";
import { validateWorkspace } from "../../../src/registry/check/workspace.ts";
import { schemaOf } from "../../../src/registry/model/releases.ts";
import { foldersIn, isNameless, type Invariant } from "./outcome.ts";

/** The repairs of `fix` settle, and say so where they change something. */
export const soundRepairs: Invariant = function* ({ root, registry }, engine) {
  for (const [folder, names] of foldersIn(root)) {
    if (isNameless(folder) || !names.includes("workspace.json")) continue;
    const bytes = regularFile(join(root, folder, "workspace.json"));
    // Larger files are refused before anything looks into them.
    if (!bytes || bytes.length > largestJson) continue;
    const workspace = registry.workspaces.find((candidate) => candidate.folder === folder);
    const once = engine.fixWorkspace(bytes, workspace?.files ?? null);
    if (once.repairs.length === 0 && once.after !== once.before)
      yield `fix changes ${JSON.stringify(folder)} without a word`;
    if (once.after === null) continue;
    const renamed =
      workspace?.files.map((file) => ({
        ...file,
        name: once.renames.find(({ from }) => from === file.name)?.to ?? file.name,
      })) ?? null;
    const twice = engine.fixWorkspace(Buffer.from(once.after), renamed);
    if (twice.after !== once.after || twice.repairs.length > 0)
      yield `fix of ${JSON.stringify(folder)} does not settle: ${twice.repairs.map(({ message }) => message).join("; ")}`;
  }
};

/** A sound workspace stays sound when a version is added or it is converted, and says the same in the other schema. */
export const soundEdits: Invariant = function* ({ registry }, engine) {
  for (const workspace of registry.workspaces) {
    const { folder, text } = workspace;
    const more = engine.addVersion(text, "1.99.x");
    if ("text" in more) {
      const grown = soundWorkspace(workspace, more.text);
      if (!grown) yield `adding a version to ${JSON.stringify(folder)} breaks it`;
      else if (!more.text.includes("1.99.x")) yield `1.99.x was not added to ${JSON.stringify(folder)}`;
    } else yield `no version can be added to ${JSON.stringify(folder)}, which ${more.fault}`;
    const other = workspace.schema === "1.0" ? "1.1" : "1.0";
    const moved = engine.convertSource(text, other);
    if ("fault" in moved) {
      if (other === "1.1") yield `${JSON.stringify(folder)} cannot be moved to 1.1: it ${moved.fault}`;
      continue;
    }
    const converted = soundWorkspace(workspace, moved.text);
    if (!converted || schemaOf(converted.data) !== other)
      yield `moving ${JSON.stringify(folder)} to ${other} breaks it`;
    else if (
      !isDeepStrictEqual(
        JSON.parse(objectText(rawEntries(converted.parsed).filter(([key]) => key !== "$schema"))),
        JSON.parse(objectText(toSchema(workspace, other))),
      )
    )
      yield `${JSON.stringify(folder)} says something else in ${other} than its entry in that list`;
  }
};

function soundWorkspace(
  { folder, slug, files }: FlaggedWorkspace,
  content: string,
): ReturnType<typeof validateWorkspace>["workspace"] {
  const { workspace, faults } = validateWorkspace({ folder, slug, content, files });
  return faults.some((fault) => severityOf(fault) === "error") ? null : workspace;
}

function regularFile(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
