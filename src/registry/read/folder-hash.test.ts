import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { hashElement } from "folder-hash";
import { expect, test } from "vitest";
import { readContent } from "./content.ts";
import { mistakenFor } from "./folder-hash.ts";

test("the hash of a folder is the one that folder-hash computes", async () => {
  const root = mkdtempSync(join(tmpdir(), "hash-"));
  try {
    for (const [path, content] of Object.entries({
      "Plain/workspace.json": "{}",
      "Plain/icon.png": "x",
      "Plain/Zebra.txt": "z",
      "Plain/äpfel.txt": "a",
      "Plain/_b": "",
      "Plain/a-b.txt": "1",
      "Plain/ab.txt": "2",
      "中文 Desktop/workspace.json": "{}",
      "中文 Desktop/sub/deep/file": "1",
      "中文 Desktop/sub/B": "2",
      "中文 Desktop/sub/a": "3",
      "中文 Desktop/sub.png": "4",
      "中文 Desktop/a\nb": "5",
      "中文 Desktop/\uffee": "6",
      "中文 Desktop/😀": "7",
    })) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const { sources } = readContent(root);
    expect(sources).toHaveLength(2);
    for (const { folder, sha } of sources)
      expect(sha).toBe((await hashElement(folder, root, { encoding: "hex" })).hash);
    // As docs/verify.md says.
    const recipe = 'find "$1" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum';
    for (const { folder, sha256 } of sources)
      expect(`${sha256}  -\n`).toBe(
        execFileSync("sh", ["-c", recipe, "sh", folder], { cwd: root, encoding: "utf8" }),
      );
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("bytes that move between a name and a content change sha256 alone", () => {
  const root = mkdtempSync(join(tmpdir(), "hash-"));
  const read = (files: Record<string, string>) => {
    rmSync(join(root, "Editor"), { recursive: true, force: true });
    mkdirSync(join(root, "Editor"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, "Editor", name), text);
    return readContent(root);
  };
  try {
    const [harmless, hostile] = ['{"name":"a/b:1"}', '{"name":"evil"}'];
    const before = read({
      "workspace.json": harmless,
      [`workspace.json${hostile.slice(0, 5)}`]: hostile.slice(5),
    });
    const after = read({ w: `orkspace.json${harmless}`, "workspace.json": hostile });
    expect(after.sources[0]?.sha).toBe(before.sources[0]?.sha);
    expect(after.sources[0]?.sha256).not.toBe(before.sources[0]?.sha256);
    for (const { problems } of [before, after])
      expect(problems.map(({ code }) => code)).toEqual(["name-ambiguous"]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test.each([
  ["workspace.json", null],
  ["README.md", null],
  ["workspace.json.bak", "workspace.json"],
  ["workspace.json{", "workspace.json"],
  ["w", "workspace.json"],
  ["README", "README.md"],
  ["README.md#", "README.md"],
  ["readme.md", null],
  ["readme.md# Title", "README.md"],
  ["Readme", "README.md"],
  ["workspaces.json", null],
  ["readme.txt", null],
  ["icon.png", null],
])("%j could be mistaken for %j", (name, expected) => expect(mistakenFor(name)).toBe(expected));
