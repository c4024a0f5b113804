import { jsonResponse } from "../../../site/json-response.ts";
import { openApi } from "../../../site/openapi.ts";
import { getRegistry } from "../../../site/registry.ts";

/** /api/v1/openapi.json: every file for programs, with its schema. */
export const GET = (): Response => jsonResponse(openApi(getRegistry()));
