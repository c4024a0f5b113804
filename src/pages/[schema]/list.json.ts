import type { APIRoute } from "astro";
import { assembleList, schemaVersions } from "../../registry/lists/assemble.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { jsonResponse } from "../../site/json-response.ts";
import { getRegistry } from "../../site/registry.ts";

export const getStaticPaths = () => schemaVersions.map((schema) => ({ params: { schema } }));

/** /1.0/list.json and /1.1/list.json: what a Kasm server reads. */
export const GET: APIRoute<Record<string, never>, { schema: SchemaVersion }> = ({ params }) =>
  jsonResponse(assembleList(getRegistry(), params.schema));
