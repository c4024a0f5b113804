import { textBefore } from "../../registry/model/text.ts";
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";
import { applyEdits, replaceNode, type Edit } from "../../registry/json/edit.ts";
import type { JsonValue } from "../../registry/model/json.ts";
import { fullName, parseImage } from "../../registry/model/image-reference.ts";
import { isLink } from "../../registry/model/releases.ts";

/** The keys that hold an image, in both schemas. */
const imagePaths = (releases: number): (string | number)[][] => [
  ["name"],
  ...Array.from({ length: releases }, (_, place) => ["compatibility", place, "image"]),
];

/** Whether images can be named below this: a host, perhaps with a path. */
export function isImageHost(text: string): boolean {
  const image = parseImage(`${text}/a`);
  return !("cause" in image) && image.hasHost && image.tag === null && image.digest === null;
}

/**
 * A list whose images are those that mirror-images.sh makes below a host, and whose docker_registry is that host: Kasm pulls and signs in
 * there. What is no image stays as it is, and so does everything else, byte for byte.
 * @param list a list.json @param host `registry.intranet.example:5000`, perhaps with a path
 */
export function withImageHost(list: string, host: string): string {
  const tree = parseTree(list);
  const workspaces = (tree && findNodeAtLocation(tree, ["workspaces"])?.children) ?? [];
  return applyEdits(
    list,
    workspaces.flatMap((workspace) => editsOf(workspace, host)),
  );
}

function editsOf(workspace: Node, host: string): Edit[] {
  if (isLink({ image_type: findNodeAtLocation(workspace, ["image_type"])?.value as JsonValue })) return [];
  const releases = findNodeAtLocation(workspace, ["compatibility"])?.children?.length ?? 0;
  const edits = imagePaths(releases).flatMap((path): Edit[] => {
    const node = findNodeAtLocation(workspace, path);
    const image = parseImage(typeof node?.value === "string" ? node.value : "");
    return node && !("cause" in image)
      ? [replaceNode(node, JSON.stringify(mirrored(fullName(image), host)))]
      : [];
  });
  const registry = findNodeAtLocation(workspace, ["docker_registry"]);
  if (registry && edits.length > 0)
    edits.push(replaceNode(registry, JSON.stringify(`https://${textBefore(host, "/")}/`)));
  return edits;
}

/** The name that mirror-images.sh gives an image: no path of a registry may hold a port or capitals. */
function mirrored(name: string, host: string): string {
  const slash = name.indexOf("/");
  return `${host}/${name.slice(0, slash).replace(":", "_").toLowerCase()}${name.slice(slash)}`;
}
