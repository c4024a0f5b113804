import { assembleKasmVersions } from "../../registry/lists/assemble.ts";
import { jsonResponse } from "../../site/json-response.ts";
import { getRegistry } from "../../site/registry.ts";

/** /1.1/versions.json: the Kasm versions that the 1.1 list serves. */
export const GET = (): Response => jsonResponse(assembleKasmVersions(getRegistry().workspaces));
