import type { APIRoute } from "astro";
import { visible } from "../../../registry/model/text.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { pageNames } from "../../../site/former.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () =>
  [...pageNames(getRegistry())].map(([slug, title]) => ({ params: { slug }, props: { title } }));

/** /workspaces/<slug>/oembed.json: the link that other sites show for the page of a workspace, https://oembed.com. */
export const GET: APIRoute<{ title: string }> = ({ props }) => {
  const { name, url } = getRegistry().identity;
  const link = { type: "link", version: "1.0", title: visible(props.title) };
  return jsonResponse(JSON.stringify({ ...link, provider_name: visible(name), provider_url: url }));
};
