import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readJson } from "./support/run.ts";

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}
interface Lock {
  packages: Record<string, { hasInstallScript?: boolean; resolved?: string; integrity?: string }>;
}

const text = readFileSync(join(projectRoot, "CONTRIBUTING.md"), "utf8");
const table = /## Dependencies, and why each\n([^]*?)\n## /.exec(text)?.[1] ?? "";
/** Names in the first column, with the reason in the second. */
const rows = [...table.matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)].flatMap(([, names = "", reason = ""]) =>
  [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => ({ name, reason: reason.trim() })),
);
const {
  dependencies = {},
  devDependencies,
  allowScripts,
} = readJson<Manifest & Record<string, unknown>>(projectRoot, "package.json");
const used = Object.keys({ ...dependencies, ...devDependencies });
const covers = (row: string, name: string): boolean =>
  row === name || (row.endsWith("*") && name.startsWith(row.slice(0, -1)));

test("every dependency is named in CONTRIBUTING.md with its reason, and none that is gone", () => {
  expect(used.filter((name) => !rows.some((row) => covers(row.name, name)))).toEqual([]);
  expect(rows.filter((row) => !used.some((name) => covers(row.name, name)))).toEqual([]);
  for (const { name, reason } of rows) expect(reason.split(/\s+/).length, name).toBeGreaterThanOrEqual(2);
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
