import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { sound, sound11 } from "../check/workspace.fixture.ts";
import { validatorOptions } from "../check/validator-options.ts";
import * as schemas from "./schemas.ts";
import { writeOut } from "./write-out-schema.ts";

const { published } = schemas;

const list = (workspace: object): object => ({
  name: "A",
  workspacecount: 1,
  icon: "https://example.org/logo.png",
  description: "",
  list_url: "https://example.org/",
  contact_url: "",
  modified: 1,
  workspaces: [workspace],
});
const sha = "0".repeat(40);
const tail = { channels: ["a"], default_channel: "a" };
const changes: object[] = [
  {},
  { image_src: "a/b.png" },
  { image_src: "" },
  { friendly_name: "" },
  { memory: "2" },
  { architecture: ["x86"] },
  { compatibility: [] },
  { compatibility: ["1.19.x", {}] },
  { compatibility: [{ version: "1.19.x", image: "a", uncompressed_size_mb: -1 }] },
  { $schema: "x" },
  { name: 5 },
  { sha: "x" },
  { flags: [{ flag: "flag_user" }] },
  { anything: 1 },
];
const documents = changes.flatMap((change) =>
  [sound, sound11].flatMap((base) => {
    const one = { ...base, ...change };
    return [one, list({ ...one, sha }), { ...list({ sha, ...one }), ...tail }];
  }),
);

const folder = join(import.meta.dirname, "../../../schema");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const read = (file: string): object => JSON.parse(readFileSync(join(folder, file), "utf8")) as object;

test("the schemas are what their $schema says that a schema is", () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  for (const schema of [...files.map(read), ...Object.values(published)])
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  expect(ajv.validateSchema({ ...schemas.list10, required: "name" })).toBe(false);
});

test("a schema written out accepts what the files of schema/, with their references, accept", () => {
  const ajv = new Ajv(validatorOptions);
  for (const file of files) ajv.addSchema(read(file));
  for (const schema of Object.values(published)) {
    const accepts = new Ajv(validatorOptions).compile(schema);
    const accepted = documents.map((document) => accepts(document));
    expect(accepted, schema.$id).toEqual(documents.map((document) => ajv.validate(schema.$id, document)));
    if (schema !== schemas.registry) expect(new Set(accepted), schema.$id).toEqual(new Set([true, false]));
  }
});

test("a schema written out stands alone, and a reference to nothing is an error", () => {
  expect(JSON.stringify(published)).not.toMatch(/"\$ref"|"allOf"/);
  expect(() => writeOut({ $id: "a", items: { $ref: "b#/$defs/c" } } as { $id: string }, [])).toThrow(/b#/);
});
