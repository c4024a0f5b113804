import type { APIRoute } from "astro";
import { schemaVersions } from "../../../registry/lists/assemble.ts";
import { formerEntry, formerOf } from "../../../site/former.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () => {
  const { withdrawn, renamed } = formerOf(getRegistry());
  const former = [
    ...withdrawn.map((workspace) => [workspace.slug, { withdrawn: formerEntry(workspace) }] as const),
    ...[...renamed].map(([slug, now]) => [slug, { renamed_to: now }] as const),
  ];
  return schemaVersions.flatMap((schema) =>
    former.map(([slug, entry]) => ({ params: { schema, former: slug }, props: { slug, schema, ...entry } })),
  );
};

/** /1.0/workspaces/<slug>.json of a workspace that was withdrawn or renamed. */
export const GET: APIRoute = ({ props }) => jsonResponse(JSON.stringify(props));
