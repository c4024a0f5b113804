import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import type { ImageConfig, ImageFacts, ImagePlatform } from "../registry/model/image-lock.ts";
import type { ImageReference } from "../registry/model/image-reference.ts";
import { imageFaults as words } from "../strings/images.ts";
import { ImageFault, mediaTypes, type ImageClient } from "./client.ts";
import { unpackedSize, type Layer } from "./unpacked-size.ts";

/** Kasm's words for architectures; of others it has no agents. */
const architectures = ["amd64", "arm64"];

/** What the registry says of an image, for `checked`, a day. Throws an ImageFault where it does not. */
export async function inspectImage(
  client: ImageClient,
  image: ImageReference,
  checked: string,
): Promise<ImageFacts> {
  const top = await client.manifest(image);
  const manifests = isIndex(top) ? await platformsIn(client, image, top.json) : [top];
  const platforms: Record<string, ImagePlatform> = {};
  let first: JsonObject | null = null;
  for (const { digest, json } of manifests) {
    const config = await configOf(client, image, json);
    const { os = "linux", architecture } = config;
    if (os !== "linux" || typeof architecture !== "string") continue;
    first ??= config;
    platforms[architecture] ??= { digest, ...(await sizesOf(client, image, layersOf(json))) };
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

const isIndex = ({ type, json }: { type: string; json: JsonObject }): boolean =>
  type === mediaTypes.index || type === mediaTypes.dockerList || Array.isArray(json["manifests"]);

/** The manifests of an index for Linux on Kasm's processors; attestations are for none. */
async function platformsIn(client: ImageClient, image: ImageReference, index: JsonObject) {
  const digests = objectsIn(index["manifests"]).flatMap(({ digest, platform }) =>
    isObject(platform) &&
    platform["os"] === "linux" &&
    architectures.includes(String(platform["architecture"])) &&
    typeof digest === "string"
      ? [digest]
      : [],
  );
  const manifests = [];
  for (const digest of new Set(digests)) manifests.push(await client.manifest(image, digest));
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
  return objectsIn(manifest["layers"]).flatMap(({ digest, size, mediaType }) =>
    typeof digest === "string" && typeof size === "number" && typeof mediaType === "string"
      ? [{ digest, size, mediaType }]
      : [],
  );
}

async function sizesOf(
  client: ImageClient,
  image: ImageReference,
  layers: Layer[],
): Promise<Omit<ImagePlatform, "digest">> {
  const sizes = await Promise.all(layers.map((layer) => unpackedSize(client, image, layer)));
  return {
    compressed: layers.reduce((sum, { size }) => sum + size, 0),
    unpacked: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
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
  const ports = isObject(settings["ExposedPorts"]) ? Object.keys(settings["ExposedPorts"]).sort() : [];
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
