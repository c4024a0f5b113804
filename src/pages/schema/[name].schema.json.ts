import type { APIRoute } from "astro";
import {
  list10,
  list11,
  registry,
  workspace,
  workspace10,
  workspace11,
} from "../../registry/model/schemas.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const getStaticPaths = () =>
  [workspace, workspace10, workspace11, registry, list10, list11].map((schema) => ({
    params: { name: schema.$id.replace(".schema.json", "") },
    props: { schema },
  }));

/** /schema/*.schema.json: the JSON Schemas, for editors and third parties, each without a reference to another file. */
export const GET: APIRoute<{ schema: object }> = ({ props }) =>
  jsonResponse(`${JSON.stringify(props.schema, null, 2)}\n`);
