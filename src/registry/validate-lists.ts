import { Ajv } from "ajv";
import { assembleList, schemaVersions } from "./assemble.ts";
import { fromPointer } from "./locate.ts";
import * as schemas from "./schemas.ts";
import type { Problem, Registry } from "./types.ts";

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const validators = { "1.0": ajv.compile(schemas.list10), "1.1": ajv.compile(schemas.list11) };

/** The last look before anything is written: both lists against their own schemas. */
export function validateLists(registry: Pick<Registry, "identity" | "workspaces" | "modified">): Problem[] {
  return schemaVersions.flatMap((schema) => {
    const validate = validators[schema];
    if (validate(JSON.parse(assembleList(registry, schema)))) return [];
    return (validate.errors ?? []).map((error): Problem => {
      const [key, index] = fromPointer(error.instancePath);
      const workspace = key === "workspaces" ? registry.workspaces[Number(index)] : undefined;
      const args = { schema, where: error.instancePath || "/", cause: `${error.message ?? error.keyword}` };
      return { code: "list-invalid", file: workspace ? `${workspace.folder}/workspace.json` : "registry.json", pointer: error.instancePath, args, line: 1, column: 1 };
    });
  });
}
