import { dockerHub, parseImage, type ImageReference } from "../../registry/model/image-reference.ts";
import { notes, parts, pasteFaults } from "../../strings/docker.ts";
import { isPlaceholder } from "../variables.ts";
import type { Put } from "../converted-workspace.ts";

/** The reference taken apart, without podman's `docker://`; null where it is none. */
export function imageOf(text: string): ImageReference | null {
  const parsed = parseImage(bare(text));
  return "cause" in parsed ? null : parsed;
}

/** Whether it names one of Docker's official images, or one that was built here. */
export function isOfficial(name: string): boolean {
  const image = imageOf(name);
  return image?.registry === dockerHub && !image.repository.includes("/");
}

/** Why a text is no image, and the edit to make; null where it is one. */
export function imageFault(text: string): string | null {
  const parsed = parseImage(bare(text));
  return "cause" in parsed ? pasteFaults.faultyImage(text, parsed.cause, parsed.cure) : null;
}

/** The image: `name`, and docker_registry where it is not Docker Hub. */
export const putImage: Put = (partial, value) => {
  const image = imageOf(value);
  partial.workspace["name"] = bare(value);
  if (image && image.registry !== dockerHub)
    partial.workspace["docker_registry"] = `https://${image.registry}/`;
  // Podman names what it builds so; a registry has a port.
  if (image?.registry === "localhost") partial.notes.add(notes.localBuild(bare(value)));
  if (image && !image.tag && !image.digest) {
    partial.notes.add(notes.noTag(bare(value)));
  }
  if (image?.tag && (/^(?:tag|version)$/i.test(image.tag) || isPlaceholder(image.tag)))
    partial.notes.add(notes.placeholderKept(parts.image, `:${image.tag}`));
  return undefined;
};

/** Last parts of an image, and names of services, that do not tell one application from another. */
const generic =
  /^(?:api|app|backend|client|core|docker|frontend|hub|image|main|server|service|ui|web|webui)$/;

/**
 * A name for people made of the image: `ghcr.io/me/my-editor:2` gives "My Editor", `vaultwarden/server` the name of its service
 * or of its owner; "" where there is no image in it.
 */
export function nameFromImage(text: string, service = ""): string {
  const path = imageOf(text)?.repository.split("/") ?? [];
  const names = [path.at(-1) ?? "", path.length > 0 ? service : "", path.at(-2) ?? ""];
  const best = names.find((name) => name !== "" && !generic.test(name)) ?? names[0] ?? "";
  const words = best.split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

function bare(text: string): string {
  return text.replace(/^docker:\/\//, "");
}
