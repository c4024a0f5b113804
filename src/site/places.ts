import { trimEnd } from "../registry/model/trim.ts";
import { parseImage } from "../registry/model/image-reference.ts";

/** Addresses elsewhere that tell more about a workspace. Pure. */

/** Where people look at an image before they pull it; null where the registry has no such page. */
export function imagePage(image: string): string | null {
  const reference = parseImage(image);
  if ("cause" in reference) return null;
  const { registry, repository } = reference;
  switch (registry) {
    case "docker.io":
    case "index.docker.io":
      return repository.includes("/") && !repository.startsWith("library/")
        ? `https://hub.docker.com/r/${repository}`
        : `https://hub.docker.com/_/${repository.replace(/^library\//, "")}`;
    case "ghcr.io":
    case "quay.io":
      return `https://${registry === "quay.io" ? "quay.io/repository" : registry}/${repository}`;
    default:
      return null;
  }
}

/** The page of a folder of the source repository, at its newest state; null where the host's addresses are not known. */
export function folderPage(source: string | null, path: string): string | null {
  return pageIn(source, `tree/HEAD/${path.split("/").map(encodeURIComponent).join("/")}`);
}

/** The page of a commit; null where the host's addresses are not known. */
export function commitPage(source: string | null, commit: string): string | null {
  return pageIn(source, `commit/${commit}`);
}

function pageIn(source: string | null, path: string): string | null {
  if (!source) return null;
  const root = trimEnd(source, "/").replace(/\.git$/, "");
  const { host } = new URL(root);
  if (host === "github.com") return `${root}/${path}`;
  if (/(^|\.)gitlab\./.test(host)) return `${root}/-/${path}`;
  return null;
}
