import type { JsonObject } from "../../../src/registry/model/json.ts";
import { Ajv } from "ajv";
import { schemaVersions } from "../../../src/registry/lists/assemble.ts";
import * as schemas from "../../../src/registry/model/schemas.ts";
import type { SchemaVersion } from "../../../src/registry/model/types.ts";
import type { Invariant } from "./outcome.ts";

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const accepts = { "1.0": ajv.compile(schemas.list10), "1.1": ajv.compile(schemas.list11) };
const head = [
  "name",
  "workspacecount",
  "icon",
  "description",
  "list_url",
  "contact_url",
  "modified",
  "workspaces",
];

type Entry = JsonObject & { image_src: string; sha: string; compatibility: unknown[]; flags?: unknown };
type List = Record<string, unknown> & {
  workspaces: Entry[];
  workspacecount: number;
  channels?: string[];
  default_channel?: string | null;
};

/** Each list is what the contract says of it, and what its own schema accepts. */
export const soundLists: Invariant = function* (outcome) {
  for (const schema of schemaVersions) {
    const list = JSON.parse(outcome.lists[schema]) as List;
    for (const fault of faultsOf(list, schema, outcome.registry)) yield `${schema}/list.json: ${fault}`;
  }
};

function* faultsOf(
  list: List,
  schema: SchemaVersion,
  { workspaces, identity }: Parameters<Invariant>[0]["registry"],
): Iterable<string> {
  const validate = accepts[schema];
  if (!validate(list)) yield `its schema refuses it: ${ajv.errorsText(validate.errors)}`;
  const keys = [...head, ...(schema === "1.1" ? ["channels", "default_channel"] : [])];
  if (Object.keys(list).join() !== keys.join()) yield `its keys are ${Object.keys(list).join()}`;
  if (list.workspacecount !== list.workspaces.length || list.workspaces.length !== workspaces.length)
    yield `workspacecount is ${list.workspacecount} for ${list.workspaces.length} entries of ${workspaces.length} workspaces`;
  const wanted = schema === "1.0" ? "string" : "object";
  for (const [index, entry] of list.workspaces.entries()) {
    if (entry.compatibility.some((item) => typeof item !== wanted))
      yield `compatibility of entry ${index} is not of schema ${schema}`;
    const workspace = workspaces[index];
    if (!workspace) continue;
    if (!/^[0-9a-f]{40}$/.test(entry.sha) || entry.sha !== workspace.sha)
      yield `the sha of entry ${index} is ${entry.sha}`;
    if (entry.image_src !== workspace.icon.published)
      yield `image_src of entry ${index} is ${JSON.stringify(entry.image_src)}, but the icon is published as ${JSON.stringify(workspace.icon.published)}`;
    if ("flags" in entry !== identity.flagsInList)
      yield `flags_in_list is ${identity.flagsInList}, but entry ${index} ${"flags" in entry ? "has" : "lacks"} flags`;
  }
  const { channels = [], default_channel: channel } = list;
  if (schema === "1.1" && (channels.length === 0 ? channel !== null : !channels.includes(channel ?? "")))
    yield `default_channel ${JSON.stringify(channel)} is none of ${JSON.stringify(channels)}`;
}

/** Addresses below a site are unique, and one name is one picture. */
export const soundAddresses: Invariant = function* ({
  registry: { workspaces },
  pages,
  versions,
  kasmVersions,
}) {
  const slugs = workspaces.map(({ slug }) => slug);
  if (new Set(slugs).size !== slugs.length) yield `two workspaces share a slug: ${slugs.join()}`;
  for (const slug of slugs)
    if (!/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*$/u.test(slug) || Buffer.byteLength(slug) > 120)
      yield `${JSON.stringify(slug)} is no slug`;
  const icons = new Map<string, string>();
  for (const {
    icon: { file, published },
  } of workspaces) {
    const name = published.normalize("NFC").toLowerCase();
    const known = icons.get(name);
    if (known !== undefined && known !== `${published} ${file.sha1}`)
      yield `two pictures are published as ${JSON.stringify(published)}`;
    icons.set(name, `${published} ${file.sha1}`);
    if (/[/\\\p{Cc}]/u.test(published) || file.kind !== "file" || file.sha1 === "")
      yield `${JSON.stringify(published)} is no icon that can be published`;
  }
  for (const schema of schemaVersions) {
    for (const [index, page] of pages[schema].entries()) {
      const { slug, sha, workspace } = JSON.parse(page) as {
        slug: string;
        sha: string;
        workspace: { sha: string };
      };
      if (slug !== slugs[index] || sha !== workspace.sha)
        yield `${schema}/workspaces/${slugs[index]}.json is of another workspace`;
    }
  }
  if (!/^(1\.0\n)?(1\.1\n)?$/.test(versions) || versions === "")
    yield `versions.txt is ${JSON.stringify(versions)}`;
  const named = (JSON.parse(kasmVersions) as { versions: string[] }).versions;
  for (const version of named)
    if (!/^\d+\.\d+\.x$/.test(version)) yield `versions.json names ${JSON.stringify(version)}`;
};
