import { refusals } from "../strings/publish.ts";
import { cli as words } from "../strings/commands.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadOptions } from "../registry/load.ts";
import { normalizeAddress, unknownAddress } from "../registry/model/address.ts";
import { listPublicFiles } from "./public-files.ts";

/** Everything that reading a project's registry depends on, gathered from the environment and public/. Throws a sentence for people. */
export function gatherLoadOptions(
  projectRoot: string,
  {
    root = join(projectRoot, "workspaces"),
    publicFolder = join(projectRoot, "public"),
    site,
  }: Partial<Pick<LoadOptions, "root" | "site">> & { publicFolder?: string } = {},
): LoadOptions {
  const fault = site === undefined ? siteUrlFault() : null;
  if (fault) throw new Error(fault);
  const cname = join(publicFolder, "CNAME");
  return {
    root,
    site,
    env: process.env,
    publicFiles: listPublicFiles(publicFolder),
    cname: existsSync(cname) ? readFileSync(cname, "utf8") : undefined,
    repository: projectRoot,
  };
}

/** Why SITE_URL of the environment cannot be used; null where it can. Passing over it would publish another address. */
export function siteUrlFault(): string | null {
  const url = process.env["SITE_URL"]?.trim();
  return url && normalizeAddress(url) === null ? words.badSiteVariable(url) : null;
}

/** Why a site must not be built for this address; null where it may: on a build server, a site for localhost is one for nobody. */
export function addressFault(
  address: string,
  { site, env }: Pick<LoadOptions, "site" | "env">,
): string | null {
  const isServer = Boolean(env["CI"]) && !/^(0|false)$/i.test(env["CI"] ?? "");
  return isServer && address === unknownAddress && !site && !env["SITE_URL"]?.trim()
    ? refusals.unknownAddress
    : null;
}

/** Why nothing can be built in this folder; null where it can. */
export function projectFault(projectRoot: string): string | null {
  const found = /[#%?]/.exec(projectRoot)?.[0];
  return found === undefined ? null : refusals.projectPath({ path: projectRoot, character: found });
}
