import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashElement } from "folder-hash";
import { expect, test } from "vitest";
import { readContent } from "./content.ts";

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
    })) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const { sources } = readContent(root);
    expect(sources).toHaveLength(2);
    for (const { folder, sha } of sources)
      expect(sha).toBe((await hashElement(folder, root, { encoding: "hex" })).hash);
  } finally {
    rmSync(root, { recursive: true });
  }
});
