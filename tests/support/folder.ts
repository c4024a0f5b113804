import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { realRegistries } from "./real-registries.ts";
import { writeFiles } from "./run.ts";

/** A folder of its own for one test, with these files in it. Removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** A writable copy of all real registries in one content folder, for one test: a run for each would take a minute. */
export function registriesCopy(): string {
  const folder = folderWith({});
  for (const { name, root } of realRegistries) {
    for (const path of filesBelow(root)) {
      const target = join(folder, `${name} ${path.slice(root.length + 1)}`);
      mkdirSync(dirname(target), { recursive: true });
      // Not cpSync, which would copy a read-only mode as well.
      writeFileSync(target, readFileSync(path));
    }
  }
  return folder;
}

/** Every file below a folder with its bytes as a Latin-1 text, so that two folders can be compared. */
export function contentOf(folder: string): Record<string, string> {
  const paths = filesBelow(folder).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
