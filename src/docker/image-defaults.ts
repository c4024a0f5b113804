import { parseImage } from "../registry/model/image-reference.ts";
import { factsOf, imageKey, imagesFile, measuredSize, type ImageLock } from "../registry/model/image-lock.ts";
import type { JsonValue } from "../registry/model/json.ts";
import { kasmReleases, minorVersion } from "../registry/model/kasm-versions.ts";
import { fromImage as words } from "../strings/docker.ts";
import { isOfKasm } from "./made-for-kasm.ts";

/** A value of a new workspace that its image tells, and a sentence that says what was taken from where. */
export interface ImageDefault {
  key: "compatibility" | "architecture" | "uncompressed_size_mb";
  /** As in schema 1.0. */
  value: JsonValue;
  said: string;
}

/** The Kasm version by the tag of an image; architectures and size where they were measured. */
export function imageDefaults(image: string, lock: ImageLock | null): ImageDefault[] {
  const found: ImageDefault[] = [];
  const version = versionOfTag(image);
  if (version !== null)
    found.push({
      key: "compatibility",
      value: [version.kasm],
      said: words.version(version.kasm, version.tag),
    });
  const key = imageKey(image);
  const architectures = Object.keys(factsOf(lock?.get(key ?? ""))?.platforms ?? {});
  if (architectures.length > 0)
    found.push({
      key: "architecture",
      value: architectures,
      said: words.architectures(architectures.join(", "), imagesFile),
    });
  const size = lock && measuredSize(lock, key);
  if (size !== null)
    found.push({ key: "uncompressed_size_mb", value: size, said: words.size(size, imagesFile) });
  return found;
}

/** Kasm tags its images with its own version ("1.18.0-rolling-weekly"); of other publishers, only the number of a release of Kasm is taken for one. */
function versionOfTag(image: string): { kasm: string; tag: string } | null {
  const reference = parseImage(image);
  const tag = "cause" in reference ? null : reference.tag;
  const number = /^(1\.\d{1,3}\.\d{1,3})(?:-|$)/.exec(tag ?? "")?.[1];
  if (tag === null || number === undefined) return null;
  const isTrusted = isOfKasm(image) || ("repository" in reference && isOwned(reference.repository, number));
  return isTrusted ? { kasm: minorVersion(number), tag } : null;
}

const isOwned = (repository: string, number: string): boolean =>
  repository.includes("/") && !repository.startsWith("linuxserver/") && kasmReleases.includes(number);
