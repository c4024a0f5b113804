import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeFiles } from "../../../tests/support/run.ts";
import { png } from "../../../tests/support/made-up-registry.ts";
import { assembleList } from "../../registry/lists/assemble.ts";
import { controls, deployment, passing } from "../../registry/check/contract-keys.fixture.ts";
import { loadRegistry } from "../../registry/load.ts";
import { newestKasm } from "../../registry/model/kasm-versions.ts";
import { severityOf } from "../../registry/model/problem.ts";
import { importRegistry } from "./import-registry.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shared = { image_src: "icon.png", architecture: ["amd64"], categories: ["A"] };
/** Values beside the schema in registries that people use. */
const odd = {
  description: null,
  docker_registry: null,
  run_config: { hostname: "kasm", volume_mappings: {} },
  zone_id: "1",
  colour: { red: 1e2 },
  x_res: "1920",
  session_time_limit: 3600,
  image_type: "VM",
  launch_config: { launch_form: [{ label: "no key" }], file_mapping: { destination: "a.json" } },
  filter_policy_force_disabled: true,
};
/** Every key of the contract that is not refused. */
const every = {
  ...passing,
  ...Object.fromEntries([...deployment, ...controls].map((key) => [key, "x"])),
};
const entries: Record<"1.0" | "1.1", Record<string, object>> = {
  "1.0": {
    A: { friendly_name: "A", name: "a/b:1", ...shared, compatibility: ["1.14.x", "1.15.3"], ...odd },
    B: {
      friendly_name: "B",
      name: "a/c:1",
      ...shared,
      compatibility: [newestKasm],
      uncompressed_size_mb: null,
    },
    C: {
      friendly_name: "C",
      ...shared,
      image_type: "Link",
      link_url: "https://example.org/",
      compatibility: ["1.14.x"],
    },
    D: { friendly_name: "D", name: "a/d:1", ...shared, compatibility: [newestKasm], ...every },
  },
  "1.1": {
    A: {
      friendly_name: "A",
      name: "a/b:1",
      uncompressed_size_mb: 5,
      ...shared,
      architecture: ["amd64", "riscv64", "amd64"],
      compatibility: [
        { version: "1.17.0", image: "a/b:17", available_tags: null },
        { version: "1.17.x", image: "a/b:1", uncompressed_size_mb: null, tags: ["x"] },
      ],
      ...odd,
    },
    B: { friendly_name: "B", ...shared, image_type: "Link", compatibility: [{ version: newestKasm }] },
    D: { friendly_name: "D", ...shared, compatibility: [{ version: newestKasm, image: "a/d:1" }], ...every },
  },
};

test.each(["1.0", "1.1"] as const)("nothing of a published %s list is lost from import to list", (schema) => {
  const [source, to] = [join(folder, `source-${schema}`), join(folder, `out-${schema}`)];
  for (const [name, entry] of Object.entries(entries[schema]))
    writeFiles(source, {
      [`workspaces/${name}/workspace.json`]: JSON.stringify(entry, null, 2),
      [`workspaces/${name}/icon.png`]: png(64),
    });
  importRegistry({ source, to, publicFolder: null, schemaPath: null, mergeVersions: false });
  const registry = loadRegistry({ root: to, env: {}, publicFiles: [], repository: to });
  expect(registry.problems.filter((problem) => severityOf(problem) === "error")).toEqual([]);
  const list = JSON.parse(assembleList(registry, schema)) as { workspaces: Record<string, unknown>[] };
  const withoutComputed = list.workspaces.map(({ sha: _, flags: __, ...entry }) => JSON.stringify(entry));
  expect(withoutComputed).toEqual(Object.values(entries[schema]).map((entry) => JSON.stringify(entry)));
  // The other list has them too, in its own schema.
  const other = JSON.parse(assembleList(registry, schema === "1.0" ? "1.1" : "1.0")) as typeof list;
  expect(other.workspaces).toHaveLength(list.workspaces.length);
  expect(other.workspaces.at(-1)).toMatchObject(every);
});
