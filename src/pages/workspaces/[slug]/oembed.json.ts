import type { APIRoute } from "astro";
import { visible } from "../../../registry/model/text.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { formerOf } from "../../../site/former.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () => {
  const registry = getRegistry();
  const { withdrawn, renamed } = formerOf(registry);
  const titles = new Map([
    ...withdrawn.map(({ slug, name }) => [slug, name] as const),
    ...registry.workspaces.map(({ slug, data }) => [slug, data.friendly_name] as const),
  ]);
  for (const [slug, now] of renamed) titles.set(slug, titles.get(now) ?? now);
  return [...titles].map(([slug, title]) => ({ params: { slug }, props: { title } }));
};

/** /workspaces/<slug>/oembed.json: the link that other sites show for the page of a workspace, https://oembed.com. */
export const GET: APIRoute<{ title: string }> = ({ props }) => {
  const { name, url } = getRegistry().identity;
  const link = { type: "link", version: "1.0", title: visible(props.title) };
  return jsonResponse(JSON.stringify({ ...link, provider_name: visible(name), provider_url: url }));
};
