import { changesOf } from "../history/index.ts";
import { changesJson } from "../site/changes-json.ts";
import { jsonResponse } from "../site/json-response.ts";
import { getRegistry } from "../site/registry.ts";

/** The newest changes of all workspaces. */
export function GET(): Response {
  const registry = getRegistry();
  return jsonResponse(changesJson(changesOf(registry).registry, registry.identity.lang));
}
