import type { JsonObject, JsonValue } from "../../registry/model/json.ts";
import { parseImage } from "../../registry/model/image-reference.ts";

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
  const add = (text: JsonValue | undefined, workspace: JsonObject, tags: readonly string[] = []): void => {
    if (text === undefined) return;
    const image = typeof text === "string" ? parseImage(text) : { cause: "it is no text" };
    if ("cause" in image)
      return void skipped.add(
        `${JSON.stringify(text)} of ${JSON.stringify(workspace["friendly_name"] ?? "a workspace")}: ${image.cause}`,
      );
    const path = `${image.registry}/${image.registry === "docker.io" && !image.repository.includes("/") ? "library/" : ""}${image.repository}`;
    images.add(image.digest !== null ? `${path}@${image.digest}` : `${path}:${image.tag ?? "latest"}`);
    for (const tag of tags) if (/^\w[\w.-]{0,127}$/.test(tag)) images.add(`${path}:${tag}`);
  };
  for (const list of lists) {
    for (const workspace of objects(list["workspaces"])) {
      add(workspace["name"], workspace);
      for (const entry of objects(workspace["compatibility"]))
        add(
          entry["image"],
          workspace,
          Array.isArray(entry["available_tags"])
            ? entry["available_tags"].filter((tag) => typeof tag === "string")
            : [],
        );
    }
  }
  return { images: [...images].sort(), skipped: [...skipped].sort() };
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return (Array.isArray(value) ? value : []).filter(
    (each): each is JsonObject => typeof each === "object" && each !== null && !Array.isArray(each),
  );
}
