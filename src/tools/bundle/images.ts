import { bundleText as words } from "../../strings/tools.ts";
import { factsOf, imageKey, type ImageLock } from "../../registry/model/image-lock.ts";
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

/** What a mirror will take, of the images that the lock has facts about. */
export interface MirrorSizes {
  /** How many these are. */
  known: number;
  /** Bytes to transfer: all platforms, each once. */
  compressed: number;
  /** Bytes on the disk of an agent that has all of them: the largest platform of each. */
  unpacked: number;
  isEstimated: boolean;
}

/** "docker.io/a/b:1" with the digest behind it, of the index where there is one; as it is where no digest is known, or it names one itself. */
export function pinned(image: string, lock: ImageLock): string {
  const name = `${image}@${factsOf(lock.get(image))?.digest}`;
  return imageKey(name) === null ? image : name;
}

/** The sizes of those that are known; two tags of one image count once. Undefined where nothing is known. */
export function mirrorSizes(images: readonly string[], lock: ImageLock): MirrorSizes | undefined {
  const known = images.flatMap((image) => factsOf(lock.get(image)) ?? []);
  if (known.length === 0) return undefined;
  const distinct = [
    ...new Map(known.map((facts) => [facts.digest, Object.values(facts.platforms)])).values(),
  ];
  const platforms = [...new Map(distinct.flat().map((platform) => [platform.digest, platform])).values()];
  const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    known: known.length,
    compressed: sum(platforms.map(({ compressed }) => compressed)),
    unpacked: sum(distinct.map((each) => Math.max(0, ...each.map(({ unpacked }) => unpacked)))),
    isEstimated: platforms.some(({ estimated }) => estimated),
  };
}
