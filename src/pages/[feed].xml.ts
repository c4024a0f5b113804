import type { APIRoute } from "astro";
import { changesOf } from "../history/index.ts";
import { atomFeed } from "../site/feeds.ts";
import { workspaceAddresses } from "../site/former.ts";
import { getRegistry } from "../site/registry.ts";

const feeds = ["feed", "feed-security"] as const;

export const getStaticPaths = () => feeds.map((feed) => ({ params: { feed } }));

/** The newest changes, and those that ask for more rights, as Atom feeds. */
export const GET: APIRoute<Record<string, never>, { feed: (typeof feeds)[number] }> = ({
  params: { feed },
}) => {
  const registry = getRegistry();
  const pages = { ...registry, workspaces: workspaceAddresses(registry) };
  return new Response(atomFeed(changesOf(registry).registry, pages, feed), {
    headers: { "content-type": "application/atom+xml; charset=utf-8" },
  });
};
