import { images as words } from "../../strings/check.ts";
import { textBefore } from "./text.ts";

/** A docker image reference, taken apart. */
export interface ImageReference {
  /** "docker.io" for Docker Hub, in each of its spellings and where none is written. */
  registry: string;
  /** Whether the reference begins with a registry. */
  hasHost: boolean;
  /** Without the "library/" of Docker's official images. */
  repository: string;
  tag: string | null;
  digest: string | null;
}

/** How the registry of an image is named that begins with no host. */
export const dockerHub = "docker.io";
/** All hosts answer with the same images. Source: the default domains in github.com/distribution/reference, and Docker Hub's own documentation. */
const hubHosts: ReadonlySet<string> = new Set([
  dockerHub,
  "index.docker.io",
  "registry-1.docker.io",
  "registry.hub.docker.com",
]);

/** Characters at most: 255 of a repository, 128 of a tag, a host and a digest. */
const longest = 600;

// The grammar of github.com/distribution/reference, as anchored pieces, so that a message can say which piece is wrong.
const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
const partPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
/** Hexadecimal digits of each algorithm that Docker knows. Source: github.com/opencontainers/go-digest. */
const digestLengths: ReadonlyMap<string, number> = new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128],
]);

/** Takes a reference apart, or says why it is none: cause as half a sentence, cure as a whole one. */
export function parseImage(text: string): ImageReference | { cause: string; cure: string } {
  const fault = obviousFault(text);
  if (fault) return fault;
  const [beforeDigest, digest = null] = splitOnce(text, "@");
  const wrongDigest = digest === null ? null : digestFault(digest);
  if (wrongDigest) return wrongDigest;
  const slash = beforeDigest.lastIndexOf("/");
  const colon = beforeDigest.indexOf(":", slash + 1);
  const tag = colon >= 0 ? beforeDigest.slice(colon + 1) : null;
  const path = colon >= 0 ? beforeDigest.slice(0, colon) : beforeDigest;
  if (tag !== null && !tagPattern.test(tag)) return tag === "" ? words.emptyTag : words.tag;
  const [first, rest = null] = splitOnce(path, "/");
  const named =
    rest !== null && (/[.:]/.test(first) || first === "localhost" || first.toLowerCase() !== first);
  if (named && !(hostPattern.test(first) && URL.canParse(`https://${first}`))) return words.host(first);
  const repository = named ? rest : path;
  for (const part of repository.split("/")) {
    if (partPattern.test(part)) continue;
    if (part === "") return words.slashes;
    if (/[A-Z]/.test(part)) return words.capitals(text.toLowerCase());
    return words.repository(part);
  }
  if (repository.length > 255) return words.long(255);
  return named && !hubHosts.has(first.toLowerCase())
    ? { registry: first, hasHost: true, repository, tag, digest }
    : {
        registry: dockerHub,
        hasHost: named,
        repository: repository.replace(/^library\/(?=[^/]+$)/, ""),
        tag,
        digest,
      };
}

/** The image in full, with the tag that Docker takes where none is written: one text for all spellings of one image. */
export function fullName({ registry, repository, tag, digest }: ImageReference): string {
  return `${fullRepository({ registry, repository })}${digest === null ? `:${tag ?? "latest"}` : `@${digest}`}`;
}

/** The same without tag and digest. */
export function fullRepository({
  registry,
  repository,
}: Pick<ImageReference, "registry" | "repository">): string {
  const isOfficial = registry === dockerHub && !repository.includes("/");
  return `${registry}/${isOfficial ? "library/" : ""}${repository}`;
}

/** The host that docker_registry names, without a path; "" for Docker Hub and for text that is no host. */
export function registryHost(registry: string): string {
  const host = textBefore(registry.trim().replace(/^https?:\/\//i, ""), "/").toLowerCase();
  return !/^[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d+)?$/.test(host) ||
    !/[a-z][.:]|localhost|^\d+\.\d+\.\d+\.\d+/.test(host) ||
    /(?:^|\.)(?:docker\.(?:io|com)|github\.com|gitlab\.com)$/.test(host)
    ? ""
    : host;
}

function obviousFault(text: string): { cause: string; cure: string } | null {
  if (text.length > longest) return words.long(longest);
  if (text.trim() === "") return words.empty;
  if (text !== text.trim()) return words.spaceAround;
  if (/^\w+:\/\//.test(text)) return words.address;
  const [placeholder] = /%\w+%|\$\{\w+\}|\$\w+|\{\{[^{}]*\}\}|<[^<>]+>/.exec(text) ?? [];
  if (placeholder !== undefined) return words.placeholder(placeholder);
  if (/^docker\s+(pull|run)\b/.test(text)) return words.command;
  if (/\s/.test(text)) return words.spaceInside;
  return /^(?:sha256:)?[a-f0-9]{64}$/.test(text) ? words.bareDigest : null;
}

function digestFault(digest: string): { cause: string; cure: string } | null {
  const [algorithm, digits = ""] = splitOnce(digest, ":");
  if (!/^[a-z][a-z0-9.+_-]*$/i.test(algorithm) || !/^[a-f0-9]+$/i.test(digits)) return words.digest;
  const length = digestLengths.get(algorithm);
  if (length === undefined) return words.digestAlgorithm(algorithm);
  if (digits.length !== length) return words.digestLength({ algorithm, length, found: digits.length });
  return /[A-F]/.test(digits) ? words.digestCapitals : null;
}

function splitOnce(text: string, separator: string): [string, string] | [string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
