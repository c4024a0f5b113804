import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** The folder of real registries beside the repository, and whether it is here: tests with it skip where it is not. */
export const corpus = join(root, "../shared/corpus");

/** Runs a command of scripts/ as CI does: no terminal, nothing on stdin, no colour. */
export function run(
  script: string,
  args: readonly string[],
  cwd = root,
): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: "1", INIT_CWD: cwd };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts", script), ...args], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 120_000,
    input: "",
  });
  return { status, stdout, stderr };
}

/** A folder of its own for one test, with these files in it. Removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A writable copy of all real registries in one content folder, for one test: a run for each would take a minute. */
export function corpusCopy(): string {
  const folder = folderWith({});
  for (const registry of readdirSync(corpus, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const source = join(corpus, registry.name, "workspaces");
    for (const name of readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )) {
      const path = join(name.parentPath, name.name);
      const target = join(folder, `${registry.name} ${path.slice(source.length + 1)}`);
      mkdirSync(dirname(target), { recursive: true });
      // Not cpSync, which would copy a read-only mode as well.
      writeFileSync(target, readFileSync(path));
    }
  }
  return folder;
}

/** Every file below a folder with its bytes as a Latin-1 text, so that two folders can be compared. */
export function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = names.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}
