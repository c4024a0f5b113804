import { retirementJson, schemaVersions } from "../registry/lists/assemble.ts";
import type { FlaggedWorkspace, Registry } from "../registry/model/types.ts";
import * as links from "./links.ts";

/** Text of api/v1/index.json: the registry, and each workspace on a line of its own, in list order. Addresses are absolute, dates in ISO 8601. */
export function apiIndex({
  identity,
  workspaces,
  modified,
}: Pick<Registry, "identity" | "workspaces" | "modified">): string {
  const { name, description, url, icon, contactUrl, source } = identity;
  const absolute = (path: string): string => new URL(path, url).href;
  const bySchema = (path: (schema: string) => string): Record<string, string> =>
    Object.fromEntries(schemaVersions.map((schema) => [schema, absolute(path(schema))]));
  const date = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const registry = {
    ...{ name, description, url, icon, contact_url: contactUrl, source, modified: date(modified) },
    lists: bySchema((schema) => links.published(`${schema}/list.json`)),
    changes: absolute(links.published("changes.json")),
    openapi: absolute(links.api("v1/openapi.json")),
  };
  const entryOf = (workspace: FlaggedWorkspace): object => {
    const { slug, data, icon, sha, sha256, flags, severity, standsOut, created, deprecated } = workspace;
    return {
      slug,
      name: data.friendly_name,
      page: absolute(links.workspace(slug)),
      json: bySchema((schema) => links.workspaceJson(schema, slug)),
      changes: absolute(links.workspaceChanges(slug)),
      icon: absolute(links.icon(icon.published)),
      ...{ sha, sha256, flags, severity, stands_out: standsOut },
      since: date(created),
      updated: date(workspace.modified),
      ...(deprecated && { deprecated: retirementJson(deprecated) }),
    };
  };
  const lines = workspaces.map((workspace) => JSON.stringify(entryOf(workspace)));
  return `{"registry":${JSON.stringify(registry)},\n"workspaces":[\n${lines.join(",\n")}\n]}\n`;
}
