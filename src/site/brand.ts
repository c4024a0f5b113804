import { withoutQuery } from "../registry/model/address.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { iconNames } from "../registry/model/brand-files.ts";
import type { Identity } from "../registry/model/types.ts";

/** The one file that the registry's icon, favicons and social card are made from: the picture named by `icon` of registry.json when it is a file of public/, else the first of the usual names; null where there is none. */
export function brandPicture(
  identity: Pick<Identity, "icon" | "url">,
  publicFolder: string,
): { bytes: Buffer; file: string } | null {
  const own = identity.icon.startsWith(identity.url)
    ? pathInside(identity.icon.slice(identity.url.length))
    : null;
  for (const file of own ? [own, ...iconNames] : iconNames) {
    try {
      return { bytes: readFileSync(join(publicFolder, file)), file };
    } catch {
      // The next name is tried.
    }
  }
  return null;
}

/** The path that a part of an address names; null where it leads out of the folder. */
function pathInside(address: string): string | null {
  try {
    const path = decodeURIComponent(withoutQuery(address));
    return path.split(/[\\/]/).includes("..") || path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}
