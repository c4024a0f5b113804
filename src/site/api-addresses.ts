import { imagesFile } from "../registry/model/image-lock.ts";
import type { Registry } from "../registry/model/types.ts";
import type { api as words } from "../strings/api.ts";

/** A file, or one for each workspace or schema, that programs read. */
export interface Address {
  id: keyof typeof words.addresses;
  /** Below the site. `{slug}` is that of a workspace, `{name}` that of a JSON Schema. */
  path: string;
  /** By the ending of the name, as hosts have it. */
  type: "application/json" | "application/xml" | "text/plain";
  /** Names of schemas of openapi.json, of which a file has one; none for text. */
  schemas: readonly string[];
}

const json = (id: Address["id"], path: string, ...schemas: string[]): Address => {
  return { id, path, type: "application/json", schemas };
};
const text = (id: Address["id"], path: string, type: "application/xml" | "text/plain"): Address => {
  return { id, path, type, schemas: [] };
};
const former = ["WithdrawnWorkspace", "RenamedWorkspace"];

const addresses: readonly Address[] = [
  json("index", "api/v1/index.json", "Index"),
  json("openApi", "api/v1/openapi.json", "OpenApi"),
  text("versions", "versions.txt", "text/plain"),
  json("list11", "1.1/list.json", "List11"),
  json("list10", "1.0/list.json", "List10"),
  json("kasmVersions", "1.1/versions.json", "KasmVersions"),
  json("workspace11", "1.1/workspaces/{slug}.json", "Workspace11", ...former),
  json("workspace10", "1.0/workspaces/{slug}.json", "Workspace10", ...former),
  json("changes", "changes.json", "Changes"),
  json("workspaceChanges", "workspaces/{slug}/changes.json", "Changes"),
  text("feed", "feed.xml", "application/xml"),
  text("securityFeed", "feed-security.xml", "application/xml"),
  json("jsonFeed", "feed.json", "JsonFeed"),
  json("withdrawn", "withdrawn.json", "Withdrawals"),
  json("images", imagesFile, "Images"),
  json("badge", "badges/kasm.json", "Badge"),
  json("workspaceBadge", "badges/{slug}.json", "Badge"),
  json("oembed", "workspaces/{slug}/oembed.json", "OEmbed"),
  json("schemas", "schema/{name}.schema.json", "JsonSchema"),
  json("generator", "generator.json", "Generator"),
  json("provenance", "provenance.json", "Provenance"),
  text("checksums", "SHA256SUMS", "text/plain"),
];

/** Those that the site of a registry has. */
export function addressesOf({ images }: Pick<Registry, "images">): readonly Address[] {
  return addresses.filter(({ path }) => path !== imagesFile || images.size > 0);
}
