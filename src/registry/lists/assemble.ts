import { computedKeys } from "../model/foreign-keys.ts";
import { entriesOf, objectText, toSchema } from "./convert.ts";
import { compareVersions, oldestKasm, parseVersion, schemaRead } from "../model/kasm-versions.ts";
import { compatibilityOf } from "../model/releases.ts";
import type { Retirement } from "../model/retirement.ts";
import type { FlaggedWorkspace, Identity, RawEntry, Registry, SchemaVersion } from "../model/types.ts";

export const schemaVersions: readonly SchemaVersion[] = ["1.0", "1.1"];

type Assembled = Pick<Registry, "identity" | "workspaces" | "modified">;

/** One entry of a list: authored keys and values in authored order, then sha, then the official flags. */
export function listEntry(
  workspace: FlaggedWorkspace,
  schema: SchemaVersion,
  identity: Pick<Identity, "flagsInList">,
): RawEntry[] {
  const authored = toSchema(workspace, schema)
    .filter(([key]) => !computedKeys.has(key))
    .map(([key, json]): RawEntry =>
      key === "image_src" && workspace.icon.published !== workspace.icon.file.name
        ? [key, JSON.stringify(workspace.icon.published)]
        : [key, json],
    );
  const flags: RawEntry[] = identity.flagsInList ? [["flags", JSON.stringify(workspace.flags)]] : [];
  return [...authored, ["sha", JSON.stringify(workspace.sha)], ...flags];
}

/** Text of 1.0/list.json or 1.1/list.json: minified, the same bytes for the same registry. */
export function assembleList({ identity, workspaces, modified }: Assembled, schema: SchemaVersion): string {
  const head = {
    name: identity.name,
    workspacecount: workspaces.length,
    icon: identity.icon,
    description: identity.description,
    list_url: identity.url,
    contact_url: identity.contactUrl,
    modified,
  };
  const channels = channelsOf(workspaces);
  const tail =
    schema === "1.1" ? { channels, default_channel: defaultChannel(channels, identity.defaultChannel) } : {};
  const list = workspaces.map((workspace) => objectText(listEntry(workspace, schema, identity)));
  return objectText([...entriesOf(head), ["workspaces", `[${list.join(",")}]`], ...entriesOf(tail)]);
}

/** The sorted union of all available_tags. */
export function channelsOf(workspaces: readonly Pick<FlaggedWorkspace, "data">[]): string[] {
  return [
    ...new Set(workspaces.flatMap((workspace) => compatibilityOf(workspace).flatMap(({ tags }) => tags))),
  ].sort();
}

/** The wanted channel if there is such a one, else "develop", else the first; null only when there are none, as the official list has it. */
export function defaultChannel(channels: readonly string[], wanted: string | null): string | null {
  const [first = null] = channels;
  return [wanted, "develop"].find((channel) => channel !== null && channels.includes(channel)) ?? first;
}

/** Well-formed Kasm versions that some entry of that schema's list names, oldest first. */
export function versionsOf(workspaces: readonly Pick<FlaggedWorkspace, "data">[]): string[] {
  const named = workspaces
    .flatMap((workspace) => compatibilityOf(workspace).map(({ version }) => version))
    .filter((version) => parseVersion(version));
  return [...new Set(named)].sort(compareVersions);
}

/**
 * The schemas that versions.txt names: those with an entry for a Kasm version that reads them. A server that finds a schema with nothing
 * for itself in it has been seen to blank its registry page (Kasm 1.16.0 and 1.16.1). All are named where none suits.
 */
function schemasServed(workspaces: readonly FlaggedWorkspace[]): SchemaVersion[] {
  const served = schemaVersions.filter((schema) =>
    versionsOf(workspaces).some(
      (version) => schemaRead(version) === schema && compareVersions(version, oldestKasm) >= 0,
    ),
  );
  return served.length > 0 ? [...served] : [...schemaVersions];
}

/** Text of versions.txt: a schema version a line. */
export function assembleVersions(workspaces: readonly FlaggedWorkspace[]): string {
  return `${schemasServed(workspaces).join("\n")}\n`;
}

/** Text of 1.1/versions.json: the Kasm versions that the 1.1 list serves, newest last. */
export function assembleKasmVersions(workspaces: readonly FlaggedWorkspace[]): string {
  return JSON.stringify({
    versions: versionsOf(workspaces).filter((version) => schemaRead(version) === "1.1"),
  });
}

/** Text of <schema>/workspaces/<slug>.json: the list entry, the official flags and the findings of one workspace. */
export function assembleWorkspace(
  workspace: FlaggedWorkspace,
  schema: SchemaVersion,
  identity: Pick<Identity, "flagsInList">,
): string {
  const { slug, folder, flags, findings, severity, standsOut, sha, sha256, deprecated } = workspace;
  return objectText([
    ...entriesOf({ slug, folder, schema, source_schema: workspace.schema, sha, sha256 }),
    ["workspace", objectText(listEntry(workspace, schema, identity))],
    ...entriesOf({ flags, severity, stands_out: standsOut, findings }),
    ...entriesOf(deprecated ? { deprecated: retirementJson(deprecated) } : {}),
  ]);
}

/** A deprecation or withdrawal for machines, without what nobody said. `replaced_by` is a slug. */
export function retirementJson({ since, because, replacedBy }: Retirement): Record<string, string> {
  const said = Object.entries({ since, because, replaced_by: replacedBy });
  return Object.fromEntries(said.filter(([, text]) => text !== ""));
}
