import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import {
  kasmPort,
  type ImageConfig,
  type ImageFacts,
  type ImagePlatform,
} from "../registry/model/image-lock.ts";
import type { ImageReference } from "../registry/model/image-reference.ts";
import { imageFaults as words } from "../strings/images.ts";
import { ImageFault, mediaTypes, type ImageClient, type Manifest } from "./client.ts";
import { unpackedSize, type Layer } from "./unpacked-size.ts";

/** Architectures for which Kasm has agents, as it names them. */
const architectures = ["amd64", "arm64"];
/** Variants of both, with room. */
const mostPlatforms = 12;
/** Docker itself stops at 127. */
const mostLayers = 500;
/** Of all layers together, packed or unpacked: 100 TB, as much as a workspace may say. */
const largestImage = 1e14;

/** A manifest, with the architecture by which its index names it. */
interface Platform extends Manifest {
  architecture?: string;
}

/** What the registry says of an image, for `checked`, a day. Throws an ImageFault where it does not. */
export async function inspectImage(
  client: ImageClient,
  image: ImageReference,
  checked: string,
): Promise<ImageFacts> {
  const top = await client.manifest(image);
  const manifests: Platform[] = isIndex(top) ? await platformsIn(client, image, top.json) : [top];
  const platforms: Record<string, ImagePlatform> = {};
  let first: JsonObject | null = null;
  for (const { digest, json, architecture: named } of manifests) {
    const config = await configOf(client, image, json);
    const { os = "linux", architecture = "" } = config;
    const name = named ?? String(architecture);
    if (os !== "linux" || !/^[a-z0-9_]{1,20}$/.test(name)) continue;
    first ??= config;
    platforms[name] ??= { digest, ...(await sizesOf(client, image, layersOf(json))) };
  }
  return {
    digest: top.digest,
    type: top.type,
    created: createdIn(first),
    checked,
    platforms,
    config: settingsIn(first),
  };
}

const isIndex = ({ type, json }: Manifest): boolean =>
  type === mediaTypes.index || type === mediaTypes.dockerList || Array.isArray(json["manifests"]);

/** The manifests of an index for Linux on Kasm's processors that are there; attestations are for none. */
async function platformsIn(
  client: ImageClient,
  image: ImageReference,
  index: JsonObject,
): Promise<Platform[]> {
  const named = new Map<string, string | undefined>();
  for (const { digest, platform } of objectsIn(index["manifests"])) {
    if (typeof digest !== "string" || named.has(digest)) continue;
    // An entry may leave the platform to the config.
    if (platform === undefined) named.set(digest, undefined);
    else if (isObject(platform) && platform["os"] === "linux") {
      const architecture = String(platform["architecture"]);
      if (architectures.includes(architecture)) named.set(digest, architecture);
    }
  }
  const manifests: Platform[] = [];
  for (const [digest, architecture] of [...named].slice(0, mostPlatforms)) {
    try {
      const manifest = await client.manifest(image, digest);
      manifests.push({ ...manifest, ...(architecture !== undefined && { architecture }) });
    } catch (error) {
      // The tag is there, and this platform of it is not.
      if (!(error instanceof ImageFault) || error.state !== "missing") throw error;
    }
  }
  return manifests;
}

async function configOf(
  client: ImageClient,
  image: ImageReference,
  manifest: JsonObject,
): Promise<JsonObject> {
  const { config } = manifest;
  const digest = isObject(config) ? config["digest"] : undefined;
  // Docker's first schema, and artifacts that are no images.
  if (typeof digest !== "string") throw new ImageFault("unreachable", words.noConfig);
  return client.json(image, digest);
}

function layersOf(manifest: JsonObject): Layer[] {
  const layers = objectsIn(manifest["layers"]).map(
    ({ digest, size, mediaType, annotations }): Layer | null =>
      typeof digest === "string" &&
      typeof mediaType === "string" &&
      Number.isSafeInteger(size) &&
      Number(size) >= 0
        ? {
            digest,
            size: Number(size),
            mediaType,
            isInParts: /zstd-chunked|stargz/.test(JSON.stringify(annotations ?? "")),
          }
        : null,
  );
  if (layers.length > mostLayers || !layers.every((layer) => layer !== null))
    throw new ImageFault("unreachable", words.oddLayers);
  return layers;
}

/** The bytes of all layers; throws where that cannot be. */
function sumOf(sizes: readonly number[]): number {
  const sum = sizes.reduce((total, size) => total + size, 0);
  if (sum > largestImage) throw new ImageFault("unreachable", words.oddLayers);
  return sum;
}

async function sizesOf(
  client: ImageClient,
  image: ImageReference,
  layers: Layer[],
): Promise<Omit<ImagePlatform, "digest">> {
  const compressed = sumOf(layers.map(({ size }) => size));
  const sizes: Awaited<ReturnType<typeof unpackedSize>>[] = [];
  // Few at once: a registry that does not answer is not asked hundreds of times.
  for (let at = 0; at < layers.length; at += 8)
    sizes.push(
      ...(await Promise.all(layers.slice(at, at + 8).map((layer) => unpackedSize(client, image, layer)))),
    );
  return {
    compressed,
    unpacked: sumOf(sizes.map(({ bytes }) => bytes)),
    layers: layers.length,
    ...(sizes.some(({ estimated }) => estimated) && { estimated: true }),
  };
}

/** When it was built; builds that are to be the same each time say 1970, and so nothing. */
function createdIn(config: JsonObject | null): string {
  const time = Date.parse(String(config?.["created"]));
  return Number.isNaN(time) || time <= 0 ? "" : new Date(time).toISOString();
}

/** Characters of a label at most: the lock is for people to read. */
const longest = 300;

function settingsIn(config: JsonObject | null): ImageConfig {
  const settings = isObject(config?.["config"]) ? config["config"] : {};
  const labels = isObject(settings["Labels"]) ? settings["Labels"] : {};
  const label = (name: string): string | undefined => text(labels[`org.opencontainers.image.${name}`]);
  const exposed = isObject(settings["ExposedPorts"]) ? Object.keys(settings["ExposedPorts"]) : [];
  const ports = exposed
    .map((port) => (/^\d+$/.test(port) ? `${port}/tcp` : port.slice(0, 20)))
    .sort((a, b) => Number(b === kasmPort) - Number(a === kasmPort) || (a < b ? -1 : 1));
  const entrypoint = Array.isArray(settings["Entrypoint"])
    ? settings["Entrypoint"].flatMap((word) => text(word) ?? [])
    : [];
  const found: Record<keyof ImageConfig, string | string[] | undefined> = {
    user: text(settings["User"]),
    entrypoint: entrypoint.length > 0 ? entrypoint.slice(0, 20) : undefined,
    ports: ports.length > 0 ? ports.slice(0, 50) : undefined,
    version: label("version"),
    source: label("source"),
    revision: label("revision"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const text = (value: JsonValue | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value.slice(0, longest) : undefined;

const objectsIn = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
