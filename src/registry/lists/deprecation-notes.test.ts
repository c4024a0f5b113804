import { expect, test } from "vitest";
import type { RawEntry, Workspace } from "../model/types.ts";
import { noteDeprecations } from "./deprecation-notes.ts";

const workspace = (slug: string, notes?: string, deprecated: object | null = null): Workspace =>
  ({
    slug,
    sha: "0".repeat(40),
    data: { friendly_name: slug.toUpperCase(), ...(notes !== undefined && { notes }) },
    entries: [
      ...(notes === undefined ? [] : [["notes", JSON.stringify(notes)] as RawEntry]),
      ["friendly_name", JSON.stringify(slug.toUpperCase())],
    ],
    deprecated: deprecated && { since: "", because: "", replacedBy: "", ...deprecated },
  }) as unknown as Workspace;
const notesOf = (...all: Workspace[]): unknown[] =>
  noteDeprecations(all).map(({ entries }) => new Map(entries).get("notes"));

test("adds a sentence to the notes of those that are deprecated", () => {
  const said = { since: "2026-11-29", because: "Too old", replacedBy: "b" };
  expect(
    notesOf(
      workspace("a", undefined, {}),
      workspace("b", "Needs a GPU"),
      workspace("c", "Needs a GPU", said),
      workspace("d", " Ready? ", { because: "Ended!" }),
      workspace("e", "", { replacedBy: "gone" }),
      workspace("f", "", { because: "Line\nand \u202eback" }),
    ),
  ).toEqual([
    '"Deprecated."',
    '"Needs a GPU"',
    '"Needs a GPU. Deprecated since 2026-11-29. Too old. Use B instead."',
    '"Ready? Deprecated. Ended!"',
    '"Deprecated."',
    '"Deprecated. Line\\\\u000aand \\\\u202eback."',
  ]);
});

test("changes the place of nothing, and the sha of those alone", () => {
  const [same, changed, other] = noteDeprecations([
    workspace("a", "N"),
    workspace("b", "N", {}),
    workspace("b", "N", { since: "2026-11-29" }),
  ]) as [Workspace, Workspace, Workspace];
  expect(same.sha).toBe("0".repeat(40));
  expect(changed.entries.map(([key]) => key)).toEqual(["notes", "friendly_name"]);
  expect(changed.data.notes).toBe("N. Deprecated.");
  expect(changed.sha).toMatch(/^[0-9a-f]{40}$/);
  expect(new Set([same.sha, changed.sha, other.sha]).size).toBe(3);
});
