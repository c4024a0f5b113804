import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readJson } from "../support/run.ts";

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
interface Lock {
  packages: Record<string, { hasInstallScript?: boolean; resolved?: string; integrity?: string }>;
}

const text = readFileSync(join(projectRoot, "CONTRIBUTING.md"), "utf8");
const table = /## Dependencies, and why each\n([^]*?)\n##/.exec(text)?.[1] ?? "";
const [publishing = "", development = ""] = table.split("npm ci --omit=dev");
/** Names in the first column of a table, with the reason in the second. */
const rowsOf = (part: string): { name: string; reason: string }[] =>
  [...part.matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)].flatMap(([, names = "", reason = ""]) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => ({ name, reason: reason.trim() })),
  );
const { dependencies, devDependencies, allowScripts } = readJson<Manifest & Record<string, unknown>>(
  projectRoot,
  "package.json",
);
const covers = (row: string, name: string): boolean =>
  row === name || (row.endsWith("*") && name.startsWith(row.slice(0, -1)));

test.each([
  ["publishing", publishing, dependencies],
  ["development", development, devDependencies],
])("CONTRIBUTING.md names every dependency of %s with its reason, and no other", (_, part, packages) => {
  const rows = rowsOf(part);
  const names = Object.keys(packages);
  expect(names.filter((name) => !rows.some((row) => covers(row.name, name)))).toEqual([]);
  expect(rows.filter((row) => !names.some((name) => covers(row.name, name)))).toEqual([]);
  for (const { name, reason } of rows) expect(reason.split(/\s+/).length, name).toBeGreaterThanOrEqual(2);
});

test("commands and pages import every dependency, and none of development", () => {
  const files = ["src", "scripts"].flatMap((room) =>
    readdirSync(join(projectRoot, room), { recursive: true, encoding: "utf8" }).map(
      (path) => `${room}/${path.replaceAll("\\", "/")}`,
    ),
  );
  const imported = files
    .filter((path) => /\.(ts|astro)$/.test(path) && !/\.(test|fixture)\.ts$|^scripts\/dev\//.test(path))
    .flatMap((path) => {
      const code = readFileSync(join(projectRoot, path), "utf8");
      return [...code.matchAll(/(?:^import|\bfrom|\bimport\()\s*"([@a-z][^":]*)"/gm)];
    })
    .map(([, name = ""]) => name)
    .filter((name) => !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]);
  expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort());
});

test("install scripts are declared where a package that is always installed has one, and every package is pinned by its hash", () => {
  const packages = Object.entries(
    readJson<Lock & Record<string, unknown>>(projectRoot, "package-lock.json").packages,
  ).filter(([path]) => path !== "");
  const nameOf = (path: string): string =>
    path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const scripted = [
    ...new Set(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))),
  ].sort();
  // Watching files on macOS alone: it comes with its binary, and works without its script.
  expect(scripted.filter((name) => name !== "fsevents")).toEqual(Object.keys(allowScripts).sort());
  for (const [path, { resolved, integrity }] of packages) {
    expect(integrity, path).toMatch(/^sha512-/);
    // The lock file names no addresses, so that a mirror can be used; one that it did name would be somewhere else.
    expect(resolved, path).toBeUndefined();
  }
});
