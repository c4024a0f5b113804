import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRegistry } from "../registry/load.ts";
import { makeHistory, type CommitToMake } from "../../tests/support/history.ts";
import { temporaryFolder, workspaceFolder } from "../../tests/support/run.ts";
import { freshnessOf } from "./freshness.ts";

const folder = temporaryFolder();
const day = 86_400;
const start = 20_000 * day;

/** The files of a workspace. */
const files = (name: string, change: Record<string, unknown> = {}): CommitToMake["files"] =>
  Object.fromEntries(
    Object.entries(workspaceFolder(name, change)).map(([path, content]) => [
      path,
      typeof content === "string" ? content : JSON.stringify(content),
    ]),
  );
const first = { time: start, files: { ...files("A"), ...files("B"), ...files("C"), ...files("D") } };
const later = (days: number, changed: CommitToMake["files"]): CommitToMake => ({
  time: start + days * day,
  files: changed,
});

let count = 0;
function marks(...commits: CommitToMake[]): Record<string, unknown> {
  const root = makeHistory(join(folder, String(count++)), [first, ...commits]);
  const registry = loadRegistry({
    root,
    site: "https://example.org/",
    env: {},
    publicFiles: [],
    repository: root,
  });
  return Object.fromEntries(
    [...freshnessOf(registry)].map(([slug, { mark, until }]) => [slug, [mark, until - 20_000]]),
  );
}

test("new for 30 days, updated for 14", () => {
  const commits = [later(40, files("E")), later(50, files("A", { cores: 2 }))];
  expect(marks(...commits)).toEqual({ e: ["new", 70], a: ["updated", 64] });
  expect(marks(...commits, later(70, files("B", { cores: 2 })))).toEqual({
    e: ["new", 70],
    b: ["updated", 84],
  });
  expect(marks(...commits, later(71, files("B", { cores: 2 })))).toEqual({ b: ["updated", 85] });
});

test("neither in a registry that is younger than 30 days", () => {
  expect(marks(later(29, files("E")))).toEqual({});
  expect(marks(later(30, files("E")))).toMatchObject({ e: ["new", 60] });
});

test("another text, icon or README is no update; nor is a change of all alike", () => {
  const texts = { ...files("A", { description: "Other." }), "A/README.md": "Other." };
  const all = Object.assign(
    {},
    ...["B", "C", "D"].map((name) => files(name, { cores: 3 })),
    files("A", { description: "Other.", cores: 3 }),
  ) as CommitToMake["files"];
  expect(marks(later(60, texts), later(62, all))).toEqual({});
});

test("a new name is no new workspace, and one that comes back is one", () => {
  const gone = (name: string) => ({ [`${name}/workspace.json`]: null, [`${name}/icon.svg`]: null });
  const moved = Object.entries(files("A")).map(([path, text]) => [path.replace("A/", "Z/"), text]);
  const renamed = { ...gone("A"), ...Object.fromEntries(moved) } as CommitToMake["files"];
  expect(marks(later(60, renamed))).not.toHaveProperty("z", ["new", 90]);
  const again = [later(40, gone("B") as CommitToMake["files"]), later(60, files("B"))];
  expect(marks(...again)).toMatchObject({ b: ["new", 90] });
});
