import { images as words } from "../strings/images.ts";
import {
  factsOf,
  imagesOf,
  lackingArchitectures,
  megabytesOf,
  type ImageFacts,
  type ImageLock,
} from "../registry/model/image-lock.ts";
import type { JsonObject } from "../registry/model/json.ts";
import { visible } from "../registry/model/text.ts";
import type { ImageResult } from "./update.ts";

/** A result in one line: "docker.io/kasmweb/chrome:1.17.0: new (amd64, arm64, 3,965 MB, built on 2026-10-01)". */
export function imageLine({ name, found, reason, image }: ImageResult): string {
  const facts = factsOf(image);
  const isAnswered = found === "new" || found === "rebuilt" || found === "same";
  const detail = isAnswered && facts ? factsText(facts) : reason;
  return visible(`${name}: ${words.found[found]}${detail ? ` (${detail})` : ""}`);
}

function factsText({ platforms, created }: ImageFacts): string {
  const architectures = Object.keys(platforms).join(", ");
  const isEstimated = Object.values(platforms).some(({ estimated }) => estimated);
  const size = words.megabytes(megabytesOf(platforms));
  return words.facts(architectures, isEstimated ? words.about(size) : size, created.slice(0, 10));
}

/** What is wrong with the images of workspaces, by the lock: they are missing, or not there for a declared architecture. */
export function faultsOfImages(
  workspaces: readonly { folder: string; data: JsonObject }[],
  lock: ImageLock,
): { folder: string; message: string }[] {
  return workspaces.flatMap(({ folder, data }) => [
    ...imagesOf(data)
      .filter((image) => lock.get(image)?.state === "missing")
      .map((image) => ({ folder, message: words.missing(image) })),
    ...lackingArchitectures(data, lock).map(({ image, architecture, has }) => ({
      folder,
      message: words.lacks(image, architecture, has.join(", ")),
    })),
  ]);
}
