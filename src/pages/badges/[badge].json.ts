import type { APIRoute } from "astro";
import { badgesOf } from "../../site/badges.ts";
import { jsonResponse } from "../../site/json-response.ts";
import { getRegistry } from "../../site/registry.ts";

export const getStaticPaths = () =>
  [...badgesOf(getRegistry())].map(([badge, text]) => ({ params: { badge }, props: { text } }));

/** /badges/kasm.json and /badges/<slug>.json: the Kasm versions, for a badge in somebody's README. */
export const GET: APIRoute<{ text: string }> = ({ props }) => jsonResponse(props.text);
