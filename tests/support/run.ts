import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { newestKasm } from "../../src/registry/model/kasm-versions.ts";

export const projectRoot = join(import.meta.dirname, "..", "..");

/** The real registries, where this machine has them; null elsewhere. Tests that need them skip. */
export const corpus = existsSync(join(projectRoot, "..", "shared", "corpus"))
  ? join(projectRoot, "..", "shared", "corpus")
  : null;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The environment of a command under test: nothing of the machine that could change an address or a date. (Under Vitest, Astro serves no pages.) */
export const plainEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(GITHUB_|VITEST|SITE_URL$|SOURCE_DATE_EPOCH$|INIT_CWD$|CI$|NODE_ENV$|NO_COLOR$|FORCE_COLOR$)/.test(
          name,
        ),
    ),
  ),
};

/** Starts one of scripts/ as npm would; `project` is this one or a copy. */
export function start(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = projectRoot,
  project = projectRoot,
): ChildProcess {
  return spawn(process.execPath, [join(project, "scripts", `${script}.ts`), ...args], {
    cwd,
    env: { ...plainEnvironment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs one of scripts/ to its end. */
export async function run(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = projectRoot,
): Promise<Ended> {
  return ended(start(script, args, env, cwd));
}

/** Waits for a process and collects what it printed. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
}

/** A folder of this test file's own, removed at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "registry-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by path; objects become JSON. */
export function writeFiles(root: string, files: Record<string, string | Uint8Array | object>): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(
      target,
      typeof content === "string" || content instanceof Uint8Array
        ? content
        : `${JSON.stringify(content, null, 2)}\n`,
    );
  }
}

/** A clean square drawing, for registries whose icons do not matter. */
export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#345"/></svg>';

/** A workspace folder without a problem; `change` bends its workspace.json. */
export function workspaceFolder(
  name: string,
  change: Record<string, unknown> = {},
): Record<string, string | object> {
  const slug = name.toLowerCase().replace(/\W+/g, "-");
  return {
    [`${name}/workspace.json`]: {
      friendly_name: name,
      name: `example/${slug}:1.0`,
      description: `The ${name} workspace.`,
      image_src: `${slug}.svg`,
      architecture: ["amd64"],
      compatibility: ["1.15.x", newestKasm],
      uncompressed_size_mb: 100,
      ...change,
    },
    [`${name}/${slug}.svg`]: drawing.replace(
      "#345",
      `#${Buffer.from(name).toString("hex").padEnd(6, "0").slice(0, 6)}`,
    ),
  };
}

export function readJson<T = Record<string, unknown>>(...path: string[]): T {
  return JSON.parse(readFileSync(join(...path), "utf8")) as T;
}

/** The environment of a command whose connections to hosts are noted in a file. */
export function noteConnections(file: string): NodeJS.ProcessEnv {
  return {
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "note-connections.ts")).href}`,
    CONNECTIONS: file,
  };
}

/** Host and port of every connection that was noted, in their order. */
export function connectionsIn(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}
