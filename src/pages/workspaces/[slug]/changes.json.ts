import type { APIRoute } from "astro";
import { changesOf, type Change } from "../../../history/index.ts";
import { changesJson } from "../../../site/changes-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () =>
  [...changesOf(getRegistry()).workspaces].map(([slug, changes]) => ({
    params: { slug },
    props: { changes },
  }));

/** The newest changes of a workspace, with those under its old names. */
export const GET: APIRoute<{ changes: Change[] }> = ({ props }) =>
  jsonResponse(changesJson(props.changes, getRegistry().identity.lang));
