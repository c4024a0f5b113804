import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseOldAddresses, redirectsOf, type Redirect } from "../registry/old-addresses.ts";
import type { Registry } from "../registry/types.ts";

/** Redirects for the pages of a site made with the official template, from old-addresses.json of the content folder; none where there is no such file. */
export function oldRedirects({ root, workspaces }: Pick<Registry, "root" | "workspaces">): Redirect[] {
  try {
    return redirectsOf(parseOldAddresses(readFileSync(join(root, "old-addresses.json"), "utf8")), workspaces);
  } catch {
    return [];
  }
}
