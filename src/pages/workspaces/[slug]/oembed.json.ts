import type { APIRoute } from "astro";
import { visible } from "../../../registry/model/text.ts";
import type { FlaggedWorkspace } from "../../../registry/model/types.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () =>
  getRegistry().workspaces.map((workspace) => ({ params: { slug: workspace.slug }, props: { workspace } }));

/** /workspaces/<slug>/oembed.json: the link that other sites show for the page of a workspace, https://oembed.com. */
export const GET: APIRoute<{ workspace: FlaggedWorkspace }> = ({ props: { workspace } }) => {
  const { name, url } = getRegistry().identity;
  const link = { type: "link", version: "1.0", title: visible(workspace.data.friendly_name) };
  return jsonResponse(JSON.stringify({ ...link, provider_name: visible(name), provider_url: url }));
};
