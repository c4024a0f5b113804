import type { APIRoute } from "astro";
import { published } from "../../registry/model/schemas.ts";
import { jsonResponse } from "../../site/json-response.ts";

export const getStaticPaths = () =>
  Object.entries(published).map(([name, schema]) => ({ params: { name }, props: { schema } }));

/** /schema/*.schema.json: the JSON Schemas, for editors and third parties, each without a reference to another file. */
export const GET: APIRoute<{ schema: object }> = ({ props }) =>
  jsonResponse(`${JSON.stringify(props.schema, null, 2)}\n`);
