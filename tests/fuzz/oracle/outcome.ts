import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaVersions } from "../../../src/registry/lists/assemble.ts";
import type { LoadOptions } from "../../../src/registry/load.ts";
import { severityOf } from "../../../src/registry/model/problem.ts";
import type { Registry, SchemaVersion } from "../../../src/registry/model/types.ts";
import type { Engine } from "../engine.ts";

/** Everything that came out of one content folder. */
export interface Outcome {
  root: string;
  registry: Registry;
  text: string;
  json: string;
  github: string;
  lists: Readonly<Record<SchemaVersion, string>>;
  /** <schema>/workspaces/<slug>.json of each workspace, in list order. */
  pages: Readonly<Record<SchemaVersion, string[]>>;
  versions: string;
  kasmVersions: string;
}

/** One thing that must hold, whatever went in. Returns what is wrong, in words, or nothing. */
export type Invariant = (outcome: Outcome, engine: Engine) => Iterable<string>;

/** Runs the steps of `check` and of the list build. Throws where one of them does. */
export function runEngine(options: LoadOptions, engine: Engine): Outcome {
  const registry = engine.loadRegistry(options);
  const each = <T>(make: (schema: SchemaVersion) => T): Record<SchemaVersion, T> =>
    Object.fromEntries(schemaVersions.map((schema) => [schema, make(schema)])) as Record<SchemaVersion, T>;
  return {
    root: options.root,
    registry,
    text: engine.reportText(registry, { findings: "all" }),
    json: engine.reportJson(registry),
    github: engine.reportGithub(registry, "workspaces"),
    lists: each((schema) => engine.assembleList(registry, schema)),
    pages: each((schema) =>
      registry.workspaces.map((workspace) => engine.assembleWorkspace(workspace, schema, registry.identity)),
    ),
    versions: engine.assembleVersions(registry.workspaces),
    kasmVersions: engine.assembleKasmVersions(registry.workspaces),
  };
}

/** The folders in a content folder, hidden ones left out, with the names of what is in each. */
export function foldersIn(root: string): Map<string, string[]> {
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
  return new Map(folders.map(({ name }) => [name, isNameless(name) ? ["?"] : readdirSync(join(root, name))]));
}

/** A name that is no UTF-8 comes back from the disk with replacement characters, by which it cannot be reached. */
export const isNameless = (path: string): boolean => path.includes("\ufffd");

/** Folders with an error in them, by the problems. */
export function foldersWithErrors({ problems }: Registry): Set<string> {
  return new Set(
    problems.filter((problem) => severityOf(problem) === "error").map(({ file }) => file.split("/")[0]!),
  );
}

/** The text of a published workspace.json as the disk has it. */
export function authoredText(root: string, folder: string): string {
  return readFileSync(join(root, folder, "workspace.json"), "utf8");
}
