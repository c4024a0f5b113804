import { formerEntry, formerOf } from "../site/former.ts";
import { jsonResponse } from "../site/json-response.ts";
import { getRegistry } from "../site/registry.ts";

/** The workspaces that the registry has no more, and the old addresses of those that were renamed. */
export function GET(): Response {
  const { withdrawn, renamed } = formerOf(getRegistry());
  return jsonResponse(
    JSON.stringify({
      withdrawn: withdrawn.map((workspace) => formerEntry(workspace)),
      renamed: [...renamed].map(([from, to]) => ({ from, to })),
    }),
  );
}
