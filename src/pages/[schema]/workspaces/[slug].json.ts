import type { APIRoute } from "astro";
import { assembleWorkspace, schemaVersions } from "../../../registry/lists/assemble.ts";
import type { FlaggedWorkspace, SchemaVersion } from "../../../registry/model/types.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () =>
  schemaVersions.flatMap((schema) =>
    getRegistry().workspaces.map((workspace) => ({
      params: { schema, slug: workspace.slug },
      props: { workspace },
    })),
  );

/** /1.0/workspaces/<slug>.json: a workspace's list entry, official flags and findings. */
export const GET: APIRoute<{ workspace: FlaggedWorkspace }, { schema: SchemaVersion; slug: string }> = ({
  params,
  props,
}) => jsonResponse(assembleWorkspace(props.workspace, params.schema, getRegistry().identity));
