import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll } from "vitest";
import { staticServer } from "../../src/publish/serve.ts";
import { generateRegistry } from "./generate-registry.ts";
import { corpus, projectRoot, run } from "./run.ts";

/** Built sites for the browser tests. Each is built once and kept until a source file changes: a build takes longer than most tests. */

const cache = join(projectRoot, "node_modules", ".cache", "browser-tests");
const sources = [
  "src",
  "workspaces",
  "public",
  "schema",
  "scripts",
  "tests/support/generate-registry.ts",
  "tests/support/odd-registry.ts",
  "tests/support/world-registry.ts",
  "tests/support/forty-commits.ts",
  "tests/support/history.ts",
  "tests/support/hostile-registry.ts",
  "tests/support/hostile-payloads.ts",
  "astro.config.mjs",
  "package-lock.json",
];

/** A content folder to build: its path, or a function that writes one. */
export type Content = string | ((folder: string) => Promise<void>);

export const template = join(projectRoot, "workspaces");
export const generated =
  (count: number): Content =>
  (folder) =>
    generateRegistry(folder, count);
/** A real registry of the corpus, or null where there is none on this machine. */
export const real = (name: string): string | null => corpus && join(corpus, name, "workspaces");

/** Newest change and number of everything that a build depends on, as a short name. */
function fingerprint(): string {
  const hash = createHash("sha1");
  const add = (path: string): void => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!path.endsWith(".test.ts")) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const source of sources) if (existsSync(join(projectRoot, source))) add(join(projectRoot, source));
  return hash.digest("hex").slice(0, 16);
}

/** Drops what no run can still need: another one may be at work beside this one. */
function evict(): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    // Another file may be dropping it as well.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** The content folder of a site; one that is made up is written the first time. */
export async function contentFolder(name: string, content: Content): Promise<string> {
  if (typeof content === "string") return content;
  const folder = join(cache, fingerprint(), `${name}-content`);
  if (!existsSync(folder)) await content(folder);
  return folder;
}

/** Builds a site for an address with this base path, or finds it built; a file that runs beside this one may be building it. Returns its folder. */
export async function builtSite(name: string, content: Content, base: string): Promise<string> {
  const round = join(cache, fingerprint());
  if (!existsSync(round)) evict();
  const folder = join(round, `${name}${base.replaceAll("/", "_")}`);
  mkdirSync(round, { recursive: true });
  await withLock(join(round, `${name}.lock`), async () => {
    if (!existsSync(folder)) await build(name, await contentFolder(name, content), folder, base);
  });
  return folder;
}

async function build(name: string, workspaces: string, out: string, base: string): Promise<void> {
  const { code, stderr } = await run("build", [
    "--workspaces",
    workspaces,
    "--out",
    out,
    "--site",
    `https://registry.example.org${base}`,
    "--skip-invalid",
  ]);
  if (code !== 0) throw new Error(`The site ${name} could not be built:\n${stderr}`);
}

/** Does a step while no other process does one under the same lock, a file that names its process. */
async function withLock(lock: string, step: () => Promise<void>): Promise<void> {
  while (!takes(lock)) await setTimeout(100);
  try {
    await step();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** A killed process leaves its lock behind. */
function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Builds a site and serves it under its base path until the test file ends. Returns the address of its home page. */
export async function servedSite(name: string, content: Content, base = "/"): Promise<string> {
  const server = staticServer(await builtSite(name, content, base), base);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
}
