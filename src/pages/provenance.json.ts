import { name, version } from "../../package.json";
import { jsonResponse } from "../site/json-response.ts";
import { getRegistry } from "../site/registry.ts";

/** /provenance.json: the repository, commit and workflow that this site was built from, as far as they are known. */
export const GET = (): Response =>
  jsonResponse(`${JSON.stringify({ ...getRegistry().origin, generator: `${name} ${version}` })}\n`);
