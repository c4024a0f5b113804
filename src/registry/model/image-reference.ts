/** A docker image reference, taken apart. */
export interface ImageReference {
  /** "docker.io" where none is written. */
  registry: string;
  repository: string;
  tag: string | null;
  digest: string | null;
}

/** Characters at most: 255 of a repository, 128 of a tag, a host and a digest. */
const longest = 600;

// The grammar of github.com/distribution/reference, as anchored pieces, so that a message can say which piece is wrong.
const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
const partPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;

/** Takes a reference apart, or says why it is none: cause as half a sentence, cure as a whole one. */
export function parseImage(text: string): ImageReference | { cause: string; cure: string } {
  const fault = obviousFault(text);
  if (fault) return fault;
  const [beforeDigest = "", digest = null] = splitOnce(text, "@");
  if (digest !== null && !digestPattern.test(digest))
    return {
      cause: "the part after @ is no digest",
      cure: "Write @sha256: and 64 hexadecimal digits, or a tag.",
    };
  const slash = beforeDigest.lastIndexOf("/");
  const colon = beforeDigest.indexOf(":", slash + 1);
  const tag = colon >= 0 ? beforeDigest.slice(colon + 1) : null;
  const path = colon >= 0 ? beforeDigest.slice(0, colon) : beforeDigest;
  if (tag !== null && !tagPattern.test(tag))
    return {
      cause: tag === "" ? "the tag after : is empty" : "the tag has characters that no tag can have",
      cure: "Tags hold letters, digits, dots, dashes and underscores.",
    };
  const [first = "", rest = null] = splitOnce(path, "/");
  const named =
    rest !== null && (/[.:]/.test(first) || first === "localhost" || first.toLowerCase() !== first);
  if (named && !hostPattern.test(first))
    return { cause: `${first} is no registry address`, cure: "Write host/repository:tag." };
  const repository = named ? rest : path;
  for (const part of repository.split("/")) {
    if (partPattern.test(part)) continue;
    if (part === "")
      return {
        cause: "there is nothing between two slashes, or at an end",
        cure: "Write registry/owner/image:tag.",
      };
    if (/[A-Z]/.test(part))
      return { cause: "repository names have no capitals", cure: `Write ${text.toLowerCase()}` };
    return {
      cause: `"${part}" is no repository name`,
      cure: "Repository names hold small letters and digits, with single dots, dashes or underscores between them.",
    };
  }
  if (repository.length > 255)
    return { cause: "it is longer than 255 characters", cure: "Write registry/owner/image:tag." };
  return { registry: named ? first : "docker.io", repository, tag, digest };
}

function obviousFault(text: string): { cause: string; cure: string } | null {
  if (text.length > longest)
    return { cause: `it is longer than ${longest} characters`, cure: "Write registry/owner/image:tag." };
  if (text.trim() === "")
    return { cause: "it is empty", cure: "Write the image to pull, for instance kasmweb/firefox:1.17.0." };
  if (text !== text.trim()) return { cause: "there is white space around it", cure: "Delete the spaces." };
  if (/^\w+:\/\//.test(text))
    return {
      cause: "it is a web address",
      cure: "Write it without https://, for instance ghcr.io/owner/image:tag.",
    };
  if (/^docker\s+(pull|run)\b/.test(text))
    return { cause: "it is a command", cure: "Write the image alone." };
  if (/\s/.test(text)) return { cause: "there is white space in it", cure: "Delete the spaces." };
  return null;
}

function splitOnce(text: string, separator: string): [string, string] | [string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
