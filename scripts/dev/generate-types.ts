import { compile, type JSONSchema } from "json-schema-to-typescript";
import { registry, workspace10, workspace11 } from "../../src/registry/model/schemas.ts";

/** The text of schema-types.ts: a type for each schema of a file that people write. */
export async function generateTypes(): Promise<string> {
  const named = Object.entries({
    Workspace10: workspace10,
    Workspace11: workspace11,
    RegistryJson: registry,
  });
  const parts = await Promise.all(
    named.map(([title, schema]) =>
      compile({ ...simplify(schema as object as JSONSchema), title }, title, {
        bannerComment: "",
        additionalProperties: false,
        ignoreMinAndMaxItems: true,
      }),
    ),
  );
  // Type aliases, unlike interfaces, are assignable to JsonObject.
  const types = parts.map((part) =>
    part.replace(/^export interface (\w+) ([^]*)^}$/m, "export type $1 = $2};"),
  );
  return `// Generated from schema/*.schema.json by npm run types. Change the schema, not this file.
import type { JsonObject, JsonValue } from "./json.ts";

${types.join("\n")}`;
}

/** Without titles, which would become types of their own, and without the keys that must not be there. */
function simplify(schema: JSONSchema): JSONSchema {
  const { $id: _, title: __, ...rest } = schema;
  const properties = Object.entries(schema.properties ?? {}).filter(([, value]) => typeof value === "object");
  if (properties.length > 0)
    rest.properties = Object.fromEntries(
      properties.map(([key, value]) => [key, simplify(value as JSONSchema)]),
    );
  if (typeof schema.items === "object" && !Array.isArray(schema.items))
    rest.items = simplify(schema.items as JSONSchema);
  const isOpen = Array.isArray(schema.type) ? schema.type.includes("array") : schema.type === undefined;
  if (isOpen && !schema.items) rest.tsType = "JsonValue";
  // "type": "object" alone is any object.
  if (schema.type === "object" && properties.length === 0) rest.tsType = "JsonObject";
  return rest;
}
