import { changesOf } from "../history/index.ts";
import { jsonFeed } from "../site/feeds.ts";
import { workspaceAddresses } from "../site/former.ts";
import { getRegistry } from "../site/registry.ts";

/** The newest changes as a JSON Feed. */
export function GET(): Response {
  const registry = getRegistry();
  const pages = { ...registry, workspaces: workspaceAddresses(registry) };
  return new Response(jsonFeed(changesOf(registry).registry, pages), {
    headers: { "content-type": "application/feed+json; charset=utf-8" },
  });
}
