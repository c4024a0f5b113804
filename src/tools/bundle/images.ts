import { bundleText as words } from "../../strings/tools.ts";
import { isObject, type JsonObject } from "../../registry/model/json.ts";
import { fullName, fullRepository, parseImage } from "../../registry/model/image-reference.ts";
import { compatibilityOf, isLink } from "../../registry/model/releases.ts";

/** Images that a registry's workspaces pull, ready for a mirror. */
export interface ImageList {
  /** Whole references ("docker.io/kasmweb/chromium:1.18.0"), each once, in code-unit order. */
  images: string[];
  /** Values that are no image reference, each with the workspace. */
  skipped: string[];
}

/**
 * Every image of the lists: `name` of 1.0 entries, `image` of 1.1 entries, and with each of its `available_tags`, which a Kasm server puts
 * in the tag's place when a channel is chosen. A reference without a host means Docker Hub, one without a tag "latest".
 */
export function imagesOf(lists: readonly JsonObject[]): ImageList {
  const images = new Set<string>();
  const skipped = new Set<string>();
  const add = (text: string, workspace: JsonObject, tags: readonly string[]): void => {
    const image = parseImage(text);
    if ("cause" in image)
      return void skipped.add(
        words.noImage({
          text: JSON.stringify(text),
          workspace: JSON.stringify(workspace["friendly_name"] ?? words.noName),
          cause: image.cause,
        }),
      );
    images.add(fullName(image));
    for (const tag of tags) if (/^\w[\w.-]{0,127}$/.test(tag)) images.add(`${fullRepository(image)}:${tag}`);
  };
  for (const { workspaces } of lists)
    for (const workspace of Array.isArray(workspaces) ? workspaces.filter(isObject) : [])
      if (!isLink(workspace))
        for (const { image, tags } of compatibilityOf({ data: workspace })) add(image, workspace, tags);
  return { images: [...images].sort(), skipped: [...skipped].sort() };
}
