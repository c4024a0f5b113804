import { isDay } from "./day.ts";
import { isObject, type JsonObject, type JsonValue } from "./json.ts";
import { fullName, fullRepository, parseImage } from "./image-reference.ts";
import type { ImageFacts, ImageLock, LockedImage } from "./image-facts.ts";
import { compatibilityOf, isLink, stringsOf } from "./releases.ts";

export type {
  ImageConfig,
  ImageFacts,
  ImageLock,
  ImagePlatform,
  ImageState,
  LockedImage,
} from "./image-facts.ts";

/** The facts about images that `npm run images` measured, in the content folder; without the file nothing is known. */
export const imagesFile = "images.lock.json";

/** An image's facts; null where none were ever measured. */
export function factsOf(image: LockedImage | undefined): ImageFacts | null {
  return image?.digest === undefined ? null : (image as ImageFacts);
}

/** The one spelling under which the lock has an image: "docker.io/kasmweb/chrome:1.17.0"; null for what is no reference. */
export function imageKey(text: string): string | null {
  const reference = parseImage(text);
  return "cause" in reference ? null : fullName(reference);
}

/** An image that a workspace names. */
export interface NamedImage {
  name: string;
  /** JSON pointer of the reference, or of the tag that can be chosen. */
  pointer: string;
}

/** The images that a workspace names, each place once; those that are no references are left out. */
export function namedImages(data: JsonObject): NamedImage[] {
  if (isLink(data)) return [];
  const found = compatibilityOf({ data }).flatMap(({ image, tags, pointer }) => {
    const reference = parseImage(image);
    if ("cause" in reference) return [];
    const entry = pointer.replace(/\/version$/, "");
    return [
      { name: fullName(reference), pointer: entry === pointer ? "/name" : `${entry}/image` },
      ...tags.flatMap((tag, place) => {
        const name = imageKey(`${fullRepository(reference)}:${tag}`);
        return name === null ? [] : [{ name, pointer: `${entry}/available_tags/${place}` }];
      }),
    ];
  });
  return [...new Map(found.map((image) => [image.pointer, image])).values()];
}

/** Their names, each once. */
export const imagesOf = (data: JsonObject): string[] => [
  ...new Set(namedImages(data).map(({ name }) => name)),
];

/** Megabytes on disk of the largest platform, since a workspace has one size for all; 0 where nothing is known. */
export function megabytesOf(platforms: ImageFacts["platforms"]): number {
  const bytes = Math.max(0, ...Object.values(platforms).map(({ unpacked }) => unpacked));
  return bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1_000_000));
}

/** Megabytes that a workspace may say at most, as its schema has it. */
const largestSize = 100_000_000;

/** The same of an image whose layers all said their size; null where nothing is known for certain. */
export function measuredSize(lock: ImageLock, name: string | null): number | null {
  const { platforms } = factsOf(name === null ? undefined : lock.get(name)) ?? {};
  const isCertain = platforms && !Object.values(platforms).some(({ estimated }) => estimated);
  const size = isCertain ? megabytesOf(platforms) : 0;
  return size > 0 && size <= largestSize ? size : null;
}

/** The port on which Kasm shows an image. */
export const kasmPort = "6901/tcp";

/** Share by which an authored size may differ from the measured one: sizes grow a little with each build. */
const tolerance = 0.25;

/** Whether an authored size in megabytes is so far from the measured one that agents are planned wrongly. */
export const isFarFrom = (size: number, measured: number): boolean =>
  Math.abs(size - measured) > measured * tolerance;

/** Reads the lock; null where it is none. */
export function readImageLock(text: string): ImageLock | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isObject(value) || !isWithin(value, 5)) return null;
    const entries = Object.entries(value);
    return entries.every(([, image]) => isLocked(image))
      ? new Map(entries as unknown as [string, LockedImage][])
      : null;
  } catch {
    return null;
  }
}

/** The lock as a file: an image a line, in order, so that versions of it can be compared and merged. */
export function writeImageLock(lock: ImageLock): string {
  const lines = [...lock]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, image]) => `${JSON.stringify(name)}: ${JSON.stringify(image)}`);
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** Whether a value has so many levels at most: what writes it out recurses. */
function isWithin(value: JsonValue, levels: number): boolean {
  return (
    levels > 0 &&
    (typeof value !== "object" ||
      value === null ||
      Object.values(value).every((inner) => isWithin(inner, levels - 1)))
  );
}

function isLocked(image: JsonValue): boolean {
  if (!isObject(image)) return false;
  const { state, since, digest, type, created, checked, platforms, config } = image;
  const isTold =
    typeof state === "string" &&
    ["missing", "private", "unreachable"].includes(state) &&
    typeof since === "string" &&
    isDay(since);
  if (digest === undefined) return isTold;
  if (typeof checked !== "string" || !isDay(checked) || !(created === "" || isTime(created))) return false;
  return (
    (state === undefined || isTold) &&
    [digest, type].every((text) => typeof text === "string") &&
    isObject(platforms) &&
    Object.values(platforms).every(isPlatform) &&
    isObject(config) &&
    Object.values(config).every(
      (value) =>
        typeof value === "string" ||
        (Array.isArray(value) && value.every((item) => typeof item === "string")),
    )
  );
}

const isTime = (text: JsonValue | undefined): boolean =>
  typeof text === "string" && !Number.isNaN(Date.parse(text));

const isCount = (value: JsonValue | undefined): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function isPlatform(platform: JsonValue): boolean {
  return (
    isObject(platform) &&
    typeof platform["digest"] === "string" &&
    ["compressed", "unpacked", "layers"].every((key) => isCount(platform[key]))
  );
}

/** The architectures that a workspace declares and that an image of it is not there for. Nothing is said of images without facts. */
export function lackingArchitectures(
  data: JsonObject,
  lock: ImageLock,
): { image: string; architecture: string; index: number; has: string[] }[] {
  const declared = stringsOf(data["architecture"]);
  return imagesOf(data).flatMap((image) => {
    const facts = factsOf(lock.get(image));
    const has = Object.keys(facts?.platforms ?? {});
    if (!facts) return [];
    return declared
      .filter(({ text }) => !has.includes(text))
      .map(({ text, index }) => ({ image, architecture: text, index, has }));
  });
}
