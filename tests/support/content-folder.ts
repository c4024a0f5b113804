import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { loadRegistry, type LoadOptions } from "../../src/registry/load.ts";
import type { Registry } from "../../src/registry/model/types.ts";
import { workspaceFolder, writeFiles } from "./run.ts";

/** A content folder of one test's own, with a folder around it that plays the rest of the machine. Removed at its end. */
export function contentFolder(files: Parameters<typeof writeFiles>[1] = {}): {
  outside: string;
  root: string;
} {
  const outside = mkdtempSync(join(tmpdir(), "registry-hostile-"));
  onTestFinished(() => rmSync(outside, { recursive: true, force: true, maxRetries: 3 }));
  const root = join(outside, "workspaces");
  mkdirSync(root);
  writeFiles(root, files);
  return { outside, root };
}

/** Reads and checks a content folder as the commands do, without anything of this machine's surroundings. */
export function load(root: string, more: Partial<LoadOptions> = {}): Registry {
  return loadRegistry({ root, env: {}, publicFiles: ["favicon.svg"], repository: root, ...more });
}

/** `file:line:column code` of each problem, in the order of the report. */
export function problemsOf(registry: Pick<Registry, "problems">): string[] {
  return registry.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

/** A sound workspace under the given name. */
export const sound = (
  name: string,
  change: Record<string, unknown> = {},
): ReturnType<typeof workspaceFolder> => workspaceFolder(name, change);
