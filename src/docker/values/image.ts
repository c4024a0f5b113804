import { dockerHub, parseImage, type ImageReference } from "../../registry/model/image-reference.ts";
import { notes } from "../../strings/docker.ts";
import type { Put } from "../converted-workspace.ts";

/** The reference taken apart, without podman's `docker://`; null where it is none. */
export function imageOf(text: string): ImageReference | null {
  const parsed = parseImage(bare(text));
  return "cause" in parsed ? null : parsed;
}

/** The image: `name`, and docker_registry where it is not Docker Hub. */
export const putImage: Put = (partial, value) => {
  const image = imageOf(value);
  partial.workspace["name"] = bare(value);
  if (image && image.registry !== dockerHub)
    partial.workspace["docker_registry"] = `https://${image.registry}/`;
  if (image && !image.tag && !image.digest) {
    partial.notes.add(notes.noTag(bare(value)));
  }
  return undefined;
};

/** A name for people made of the image: `ghcr.io/me/my-editor:2` gives "My Editor"; "" where there is no image in it. */
export function nameFromImage(text: string): string {
  const last = imageOf(text)?.repository.split("/").at(-1) ?? "";
  const words = last.split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

function bare(text: string): string {
  return text.replace(/^docker:\/\//, "");
}
