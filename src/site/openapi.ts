import api from "../../schema/api.schema.json" with { type: "json" };
import { list10, list11, published } from "../registry/model/schemas.ts";
import { trimEnd } from "../registry/model/trim.ts";
import type { Registry } from "../registry/model/types.ts";
import { api as words } from "../strings/api.ts";
import { addressesOf, type Address } from "./api-addresses.ts";

/** Of the document: the last number grows with corrections, the middle one with what is added. The first one is that of the address. */
const version = "1.0.0";

/** Text of api/v1/openapi.json, https://spec.openapis.org/oas/v3.1.0: the files for programs, and their schemas. */
export function openApi(registry: Pick<Registry, "identity" | "images">): string {
  const { name, url } = registry.identity;
  const paths = addressesOf(registry).map((address) => [`/${address.path}`, { get: operationOf(address) }]);
  const document = {
    openapi: "3.1.0",
    info: { title: name, version, description: `${words.intro} ${words.promise}` },
    servers: [{ url: trimEnd(url, "/") }],
    security: [],
    paths: Object.fromEntries(paths) as object,
    components: { schemas: components() },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function operationOf({ id, path, type, schemas }: Address): object {
  const references = schemas.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const [first = { type: "string" }, another] = references;
  const schema = another ? { oneOf: references } : first;
  return {
    operationId: id,
    summary: words.addresses[id],
    ...(path.includes("{") && { parameters: [path.includes("{slug}") ? slug() : schemaName()] }),
    responses: {
      200: { description: words.found, content: { [type]: { schema } } },
      404: { description: words.missing },
    },
  };
}

const inPath = { in: "path", required: true } as const;

function slug(): object {
  return { name: "slug", ...inPath, description: words.slug, schema: { type: "string" } };
}

function schemaName(): object {
  return { name: "name", ...inPath, schema: { type: "string", enum: Object.keys(published) } };
}

/** The definitions of schema/api.schema.json, and the lists. A list and the file of a workspace share the schema of its entry. */
function components(): object {
  const { Workspace, ...others } = api.$defs;
  const lists = Object.entries({ 10: list10, 11: list11 }).flatMap(([name, schema]) => {
    const { $id: _, $schema: __, properties, ...list } = schema as typeof schema & { $schema: string };
    const { workspaces } = properties;
    const entry = { $ref: `#/$defs/ListedWorkspace${name}` };
    return [
      [
        `List${name}`,
        { ...list, properties: { ...properties, workspaces: { ...workspaces, items: entry } } },
      ],
      [`ListedWorkspace${name}`, workspaces?.items],
      [`Workspace${name}`, { ...Workspace, properties: { ...Workspace.properties, workspace: entry } }],
    ];
  });
  const all: object = { ...others, ...(Object.fromEntries(lists) as object) };
  return JSON.parse(JSON.stringify(all).replaceAll('"#/$defs/', '"#/components/schemas/')) as object;
}
