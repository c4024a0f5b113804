import type { APIRoute } from "astro";
import { changesOf, type Change } from "../../../history/index.ts";
import { changesJson } from "../../../site/changes-json.ts";
import { jsonResponse } from "../../../site/json-response.ts";
import { formerOf } from "../../../site/former.ts";
import { getRegistry } from "../../../site/registry.ts";

export const getStaticPaths = () => {
  const registry = getRegistry();
  const { workspaces: known } = changesOf(registry);
  const { renamed, withdrawn } = formerOf(registry);
  const addresses = [
    ...[...registry.workspaces, ...withdrawn].map(({ slug }) => [slug, slug] as const),
    ...renamed,
  ];
  return addresses.map(([slug, now]) => ({
    params: { slug },
    props: { changes: known.get(now) ?? [] },
  }));
};

/** The newest changes of a workspace, with those under its old names; also at its old addresses. */
export const GET: APIRoute<{ changes: Change[] }> = ({ props }) =>
  jsonResponse(changesJson(props.changes, getRegistry().identity.lang));
