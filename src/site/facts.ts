import type { JsonObject } from "../registry/model/json.ts";
import { compareVersions } from "../registry/model/kasm-versions.ts";
import { compatibilityOf, type Release } from "../registry/model/releases.ts";

/** Every Kasm version with its image and size, oldest first. */
export function releasesOf(workspace: { data: JsonObject }): Release[] {
  return compatibilityOf(workspace)
    .map((release) => ({
      ...release,
      version: release.version.trim(),
      image: release.image.trim(),
      tags: unique(release.tags),
    }))
    .sort((a, b) => compareVersions(a.version, b.version));
}

/** Texts trimmed, each once, without empty ones. */
export function unique(texts: readonly string[] = []): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter(Boolean);
}
