import { createHash } from "node:crypto";
import { visible } from "../model/text.ts";
import type { RawEntry, Workspace } from "../model/types.ts";
import { lifecycle as words } from "../../strings/lifecycle.ts";

/**
 * The workspaces, with a sentence more in the notes of those that are deprecated: Kasm shows nothing else of that. The sha of such a one
 * is the SHA-1 of the folder's sha, a line end and the notes, so that consumers see the change.
 */
export function noteDeprecations(workspaces: readonly Workspace[]): Workspace[] {
  const names = new Map(workspaces.map(({ slug, data }) => [slug, data.friendly_name]));
  return workspaces.map((workspace) => {
    const { deprecated, data, entries, sha } = workspace;
    if (!deprecated) return workspace;
    const replacement = names.get(deprecated.replacedBy) ?? "";
    const said = { ...deprecated, because: visible(deprecated.because), replacement: visible(replacement) };
    const notes = words.inNotes(data.notes ?? "", said);
    const entry: RawEntry = ["notes", JSON.stringify(notes)];
    const has = entries.some(([key]) => key === "notes");
    return {
      ...workspace,
      data: { ...data, notes },
      entries: has ? entries.map((other) => (other[0] === "notes" ? entry : other)) : [...entries, entry],
      sha: createHash("sha1").update(`${sha}\n${notes}`).digest("hex"),
    } as Workspace;
  });
}
