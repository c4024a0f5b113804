import { versionsOf } from "../registry/lists/assemble.ts";
import { visible } from "../registry/model/text.ts";
import type { FlaggedWorkspace, Registry, Severity } from "../registry/model/types.ts";
import { api as words } from "../strings/api.ts";
import { lifecycle } from "../strings/lifecycle.ts";
import { formatVersions } from "./format.ts";
import { formerOf } from "./former.ts";

/** The name of the registry's own badge; a workspace of this slug has none. */
export const registryBadge = "kasm";

/** By what stands out; the others are grey. */
const colours: Partial<Record<Severity, string>> = { critical: "red", high: "red", medium: "orange" };

/** Texts of badges/<name>.json by name, https://shields.io/badges/endpoint-badge: the Kasm versions of each workspace and of all. Badges stay in the READMEs of others, so those of former workspaces do as well. */
export function badgesOf(registry: Registry): Map<string, string> {
  const { workspaces } = registry;
  const { withdrawn, renamed } = formerOf(registry);
  const badges = new Map([
    ...withdrawn.map(({ slug, name }) => [slug, badge(visible(name), lifecycle.withdrawn)] as const),
    ...workspaces.map((workspace) => [workspace.slug, workspaceBadge(workspace)] as const),
  ]);
  for (const [slug, now] of renamed) badges.set(slug, badges.get(now) ?? "");
  return badges.set(registryBadge, badge(words.kasm, formatVersions(versionsOf(workspaces))));
}

function workspaceBadge(workspace: FlaggedWorkspace): string {
  const versions = formatVersions(versionsOf([workspace]));
  const color = colours[workspace.standsOut ?? "info"];
  return badge(visible(workspace.data.friendly_name), versions && `${words.kasm} ${versions}`, color);
}

function badge(label: string, versions: string, color?: string): string {
  return JSON.stringify({ schemaVersion: 1, label, message: versions || words.noVersion, color });
}
