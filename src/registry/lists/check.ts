import { fromPointer } from "../model/json.ts";
import { assembleList, schemaVersions } from "./assemble.ts";
import type { Problem } from "../model/problem.ts";
import type { Registry } from "../model/types.ts";
import { validateList10, validateList11 } from "../check/validators.ts";

const validators = { "1.0": validateList10, "1.1": validateList11 };

/** The last look before anything is written: both lists against their own schemas. */
export function validateLists(registry: Pick<Registry, "identity" | "workspaces" | "modified">): Problem[] {
  return schemaVersions.flatMap((schema) => {
    const validate = validators[schema];
    if (validate(JSON.parse(assembleList(registry, schema)))) return [];
    return (validate.errors ?? []).map((error): Problem => {
      const [key, index] = fromPointer(error.instancePath);
      const workspace = key === "workspaces" ? registry.workspaces[Number(index)] : undefined;
      const args = { schema, where: error.instancePath || "/", cause: `${error.message ?? error.keyword}` };
      return {
        code: "list-invalid",
        file: workspace ? `${workspace.folder}/workspace.json` : "registry.json",
        pointer: error.instancePath,
        args,
        line: 1,
        column: 1,
      };
    });
  });
}
