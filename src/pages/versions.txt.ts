import { assembleVersions } from "../registry/lists/assemble.ts";
import { getRegistry } from "../site/registry.ts";

/** /versions.txt: the schema versions published, one a line. */
export const GET = (): Response =>
  new Response(assembleVersions(getRegistry().workspaces), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
