import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compileValidators, helpers } from "./standalone-validators.ts";
import * as compiledHere from "../../registry/check/validators.ts";

const root = join(import.meta.dirname, "../../..");
// Inside the project, so that the helpers' imports are found.
const folder = mkdtempSync(join(root, "node_modules", ".validators-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const code = compileValidators();

test("the compiled code needs no eval, no require, and carries no words of the schemas", () => {
  expect(code).not.toMatch(/new Function|\beval\b|\brequire\(/);
  expect(code).not.toContain("The name people see");
});

test("it says the same as ajv itself, in both schemas", async () => {
  const file = join(folder, "validators.mjs");
  writeFileSync(file, code);
  const standalone = (await import(file)) as Pick<
    typeof compiledHere,
    "validateWorkspace10" | "validateWorkspace11"
  >;
  const good = {
    friendly_name: "A",
    name: "a:1",
    description: "",
    image_src: "a.png",
    architecture: ["amd64"],
    compatibility: ["1.19.x"],
    uncompressed_size_mb: 1,
  };
  const candidates = [
    good,
    {},
    null,
    [],
    "text",
    {
      ...good,
      friendly_name: "",
      architecture: ["x86"],
      cores: "2",
      memory: -1,
      enabled: 1,
      run_config: [],
      cpu_allocation_method: "inherit",
    },
    {
      ...good,
      architecture: ["amd64", "amd64"],
      compatibility: [],
      uncompressed_size_mb: 1.5,
      categories: [1, ""],
    },
    {
      ...good,
      compatibility: [
        { version: "1.19.x", image: "a:1", uncompressed_size_mb: 1, available_tags: ["a", 2] },
        {},
      ],
    },
    { ...good, friendly_name: "😀", description: null, gpu_count: 0.5 },
  ];
  for (const name of ["validateWorkspace10", "validateWorkspace11"] as const) {
    for (const candidate of candidates) {
      expect(standalone[name](candidate), `${name} ${JSON.stringify(candidate)}`).toBe(
        compiledHere[name](candidate),
      );
      expect(standalone[name].errors).toEqual(compiledHere[name].errors);
    }
  }
  expect(compiledHere.validateWorkspace10(good)).toBe(true);
  expect(compiledHere.validateWorkspace10({})).toBe(false);
});

test("names all that they import, for Vite", () => {
  const imported = [...compileValidators().matchAll(/^import \* as \w+ from "([^"]+)";$/gm)];
  expect(imported.map(([, module]) => module)).toEqual(helpers);
});
