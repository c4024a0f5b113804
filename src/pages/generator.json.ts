import { name, version } from "../../package.json";
import { schemaVersions } from "../registry/lists/assemble.ts";
import { jsonResponse } from "../site/json-response.ts";
import { getRegistry } from "../site/registry.ts";

/** /generator.json: what made this site. A build replaces only a folder that holds it. */
export const GET = (): Response =>
  jsonResponse(
    `${JSON.stringify({ generator: `${name} ${version}`, schemas: schemaVersions, workspaces: getRegistry().workspaces.length })}\n`,
  );
