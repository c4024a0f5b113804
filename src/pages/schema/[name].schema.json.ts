import type { APIRoute } from "astro";
import * as schemas from "../../registry/model/schemas.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const getStaticPaths = () =>
  Object.values(schemas).map((schema) => ({
    params: { name: schema.$id.replace(".schema.json", "") },
    props: { schema },
  }));

/** /schema/*.schema.json: the JSON Schemas, for editors and third parties. */
export const GET: APIRoute<{ schema: object }> = ({ props }) =>
  jsonResponse(`${JSON.stringify(props.schema, null, 2)}\n`);
