import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importRegistry } from "../../src/tools/import/import-registry.ts";
import { assembleList } from "../../src/registry/lists/assemble.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { makeRepository, type Contents } from "../support/git-repository.ts";
import { realRegistries } from "../support/real-registries.ts";
import { readJson } from "../support/run.ts";

type Settings = Record<"name" | "description" | "icon" | "listUrl" | "contactUrl" | "basePath", string>;
interface Registry {
  owner: string;
  branches: { branch: string; folder: string }[];
}

/** Each branch is in a folder of its own ("owner+repository@branch"); here they come together again. */
function registries(): Registry[] {
  const found = new Map<string, Registry>();
  for (const { name, folder } of realRegistries) {
    const [owner, branch] = name.split("@") as [string, string];
    const registry = found.get(owner) ?? { owner, branches: [] };
    registry.branches.push({ branch, folder });
    found.set(owner, registry);
  }
  return [...found.values()];
}

/** site/next.config.js as the official template has it, filled in; loading it would end the process. */
const nextConfig = ({ basePath, ...env }: Settings): string => `/** @type {import('next').NextConfig} */

const nextConfig = {
  output: 'export',
  distDir: '../public',
  env: {
${Object.entries(env)
  .map(([key, value]) => `    ${key}: '${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}',`)
  .join("\n")}
  },
  reactStrictMode: true,
  basePath: '${basePath}',
  trailingSlash: true,
  images: {
    unoptimized: true,
  }
}

process.exit(3)
module.exports = nextConfig
`;

function filesBelow(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

const scratch = mkdtempSync(join(tmpdir(), "import-corpus-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test.each(registries().map((registry) => [registry.owner, registry] as const))(
  "imports %s, laid out as the official template has it",
  (owner, registry) => {
    const branches: Record<string, Contents> = {};
    for (const { branch, folder } of registry.branches) {
      branches[branch] = {
        "site/next.config.js": nextConfig(readJson<Settings>(folder, "settings.json")),
      };
      for (const [path, bytes] of filesBelow(join(folder, "workspaces")))
        branches[branch][`workspaces/${path}`] = bytes;
    }
    const source = makeRepository(join(scratch, owner), branches);
    const to = join(scratch, `${owner}-imported`);
    const report = importRegistry({
      source,
      to,
      publicFolder: null,
      schemaPath: null,
      mergeVersions: false,
    });

    // Workspaces byte for byte, and each of them: from 1.1 where both branches have it.
    const preferred = registry.branches.toSorted((a, b) => (a.branch < b.branch ? 1 : -1));
    const expected = new Map<string, Buffer>();
    for (const { folder } of preferred.toReversed())
      for (const [path, bytes] of filesBelow(join(folder, "workspaces")))
        if (path.includes("/")) expected.set(path, bytes);
    const imported = filesBelow(to);
    const addresses = imported.get("old-addresses.json");
    imported.delete("registry.json");
    imported.delete("old-addresses.json");
    expect([...imported.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [path, bytes] of expected) expect(imported.get(path)!.equals(bytes), path).toBe(true);

    settingsAreRight(
      readJson<Settings>(preferred[0]!.folder, "settings.json"),
      report.registry,
      report.corrections,
    );

    // The lists are those that were published, entry by entry.
    const loaded = loadRegistry({ root: to, env: {}, publicFiles: [], repository: scratch });
    expect(loaded.problems.filter(({ file }) => file === "registry.json")).toEqual([]);
    for (const { branch, folder } of preferred.slice(0, 1)) {
      const published = publishedList(folder);
      if (published === null) continue;
      const ours = (
        JSON.parse(assembleList(loaded, branch === "1.1" ? "1.1" : "1.0")) as {
          workspaces: { sha: string; flags: unknown }[];
        }
      ).workspaces;
      const valid = new Set(loaded.workspaces.map(({ sha }) => sha));
      const theirs = published.filter(({ sha }) => valid.has(sha));
      // Entries with errors (a missing key, a missing icon) are named by check and left out of ours.
      // Workspaces that only the other branch has come in addition.
      const here = new Set(theirs.map(({ sha }) => sha));
      expect(
        ours.filter(({ sha }) => here.has(sha)).map(({ flags: _, ...entry }) => JSON.stringify(entry)),
      ).toEqual(theirs.map((entry) => JSON.stringify(entry)));
    }

    // Every old detail page has a place to lead to.
    for (const folder of Object.values(JSON.parse(addresses?.toString() ?? "{}") as Record<string, string>))
      expect(
        [...expected.keys()].some((path) => path.startsWith(`${folder}/`)),
        folder,
      ).toBe(true);
    if (loaded.workspaces.length > 0) expect(report.redirects).toBeGreaterThan(0);
  },
);

function publishedList(folder: string): { sha: string }[] | null {
  try {
    return readJson<{ workspaces: { sha: string }[] }>(folder, "published-list.json").workspaces;
  } catch {
    return null;
  }
}

/** Each value is taken over as it was, or a line says what became of it; and nothing that is known to be wrong is left. */
function settingsAreRight(
  before: Settings,
  after: ReturnType<typeof importRegistry>["registry"],
  corrections: string[],
): void {
  const named = (key: string): boolean =>
    corrections.some((line) => line.startsWith(`${key} was `) || line.startsWith(`${key} said `));
  for (const [key, kept] of [
    ["name", after.name],
    ["description", after.description],
    ["icon", after.icon],
    ["contactUrl", after.contact_url],
  ] as const) {
    const same = kept === before[key] || (kept ?? "") === before[key] || kept === `${before[key]}/`;
    expect(same || named(key), `${key}: ${before[key]} → ${kept}; ${corrections.join(" ")}`).toBe(true);
    if (same) expect(named(key), key).toBe(false);
  }
  const site = before.listUrl.toLowerCase();
  const soundSite =
    /^https:\/\/[^,\s/]+\/(?:[^,\s]*\/)?$/.test(site) &&
    !/\/1\.\d\/$/.test(site) &&
    !site.includes("registry.kasmweb.com");
  expect(named("listUrl"), before.listUrl).toBe(!soundSite);
  if (after.url !== undefined)
    expect(after.url).toBe(soundSite ? before.listUrl : before.listUrl.replace(/1\.\d\/$/, ""));
  else expect(/github|registry\.kasmweb\.com/.test(site)).toBe(true);
  for (const value of Object.values(after))
    expect(value).not.toMatch(/,io|^\/|kasmweb\.com\/support|^Kasm Technologies$|\/blob\//);
  for (const value of [after.url, after.contact_url])
    if (value !== undefined) expect(value).not.toMatch(/\/1\.[01]\b/);
  if (after.icon !== undefined) expect(after.icon).toMatch(/^https:\/\//);
}
