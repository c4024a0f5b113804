import { apiIndex } from "../../../site/api-index.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { getRegistry } from "../../../site/registry.ts";

/** /api/v1/index.json: the registry and its workspaces, with the addresses of all that is published about them. */
export const GET = (): Response => jsonResponse(apiIndex(getRegistry()));
