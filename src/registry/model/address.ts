import { trimEnd } from "./trim.ts";
import { distance } from "fastest-levenshtein";

/** Clues to the address of the site; each is null or undefined where it is not known. */
export interface AddressClues {
  /** --site */
  site?: string | undefined;
  env: Record<string, string | undefined>;
  /** `url` of registry.json. */
  url?: string | undefined;
  /** Content of public/CNAME. */
  cname?: string | undefined;
  /** Address of the git remote. */
  remote?: string | null | undefined;
}

/** The address of a site whose own is not known: that of the preview. */
export const unknownAddress = "http://localhost:4321/";

/** The address of the published site, with a trailing slash: the first clue that is known, in the order of the interface above. */
export function detectAddress({ site, env, url, cname, remote }: AddressClues): string {
  const domain = cname?.split(/\r?\n/).find((line) => line.trim());
  const typed = [site, env["SITE_URL"], url, domain].map((text) => text && normalizeAddress(text));
  const pages = [detectSource({ env, remote: null }), detectSource({ env: {}, remote })].map(
    (source) => source && pagesAddress(source),
  );
  return [...typed, ...pages].find(Boolean) || unknownAddress;
}

/** The web address of the source repository, or null. */
export function detectSource({ env, remote }: Pick<AddressClues, "env" | "remote">): string | null {
  const repository = env["GITHUB_REPOSITORY"];
  if (repository) return `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${repository}`;
  return remote ? repositoryAddress(remote) : null;
}

/** An http(s) address with a trailing slash and without query and fragment; "example.org" means https. Null for what is no such address. */
export function normalizeAddress(text: string): string | null {
  const trimmed = text.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/[\s,]/.test(full.split("/")[2] ?? "") || !URL.canParse(full)) return null;
  const url = new URL(full);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return null;
  url.search = "";
  url.hash = "";
  // Links that begin with two slashes would lead to another host.
  url.pathname = `${url.pathname}/`.replace(/\/{2,}/g, "/");
  return url.href;
}

/** git@host:owner/name.git, ssh:// and https:// remotes → https://host/owner/name, without credentials. Null for local paths. */
export function repositoryAddress(remote: string): string | null {
  const scp = /^(?:[\w.-]+@)?([\w.-]+\.[a-z]+):(?!\/\/)(.+)$/i.exec(remote);
  const text = scp ? `https://${scp[1]}/${scp[2]}` : remote;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^(https?|ssh|git):$/.test(url.protocol) || !url.hostname.includes(".")) return null;
  const path = trimEnd(url.pathname.replace(/\.git\/?$/, ""), "/");
  return path.split("/").length >= 3 ? `https://${url.hostname}${path}` : null;
}

/** Where GitHub and GitLab publish the pages of a repository; null for other hosts. */
function pagesAddress(repository: string): string | null {
  const match = /^https:\/\/(github|gitlab)\.com\/([^/]+)\/(.+?)\/?$/i.exec(repository);
  if (!match) return null;
  const [host, owner, name] = match.slice(1) as [string, string, string];
  const domain = `${owner.toLowerCase()}.${host.toLowerCase()}.io`;
  return name.toLowerCase() === domain ? `https://${domain}/` : `https://${domain}/${name}/`;
}

/** Whether an address leads every machine to itself. */
export function isLocal(address: string): boolean {
  return /^https?:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/i.test(address);
}

/** Loopback, private and link-local addresses, and names that only a local network knows. */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/[[\]]/g, "");
  return (
    /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name) ||
    /^(?:127|10|0)\./.test(name) ||
    /^192\.168\./.test(name) ||
    /^169\.254\./.test(name) ||
    /^172\.(?:1[6-9]|2\d|3[01])\./.test(name) ||
    name === "::1" ||
    /^f[cd][0-9a-f]{2}:|^fe80:/.test(name) ||
    (!name.includes(".") && !name.includes(":"))
  );
}

/** "htps://", "https//", "https:/", git's "me@host:path" and a missing scheme; `fault` says which. */
export function mendScheme(text: string): { text: string; fault: null | "none" | "odd"; found?: string } {
  if (/^https?:\/\/(?!\/)/i.test(text) && !/^https?:\/\/https?:?\/\//i.test(text))
    return { text, fault: null };
  const [, user, server = "", path = ""] = /^([\w.-]+@)([\w.-]+):(?!\/\/|\d+(?:\/|$))(.+)$/.exec(text) ?? [];
  if (user !== undefined)
    return { text: `https://${server}/${path}`, fault: "odd", found: `${user}${server}:` };
  const doubled = /^https?:\/\/(https?:?\/\/)/i.exec(text);
  if (doubled) return { text: "https://" + text.slice(doubled[0].length), fault: "odd", found: doubled[0] };
  const odd = /^(?:h{0,2}t{1,3}|hxx)ps{0,2}[:;.,]?\/{0,3}(?=[a-z0-9[])/i.exec(text);
  if (odd && /[:;/]/.test(odd[0]))
    return {
      text: (/ps/i.test(odd[0]) ? "https://" : "http://") + text.slice(odd[0].length),
      fault: "odd",
      found: odd[0],
    };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^(?:mailto|data|javascript|file|blob):/i.test(text))
    return { text, fault: null };
  return { text: "https://" + text.replace(/^\/+/, ""), fault: "none" };
}

/** Hosts that publish sites below a name of one's own. */
const siteHosts = ["github.io", "gitlab.io", "pages.dev", "netlify.app", "vercel.app"];
const fileNames =
  /^(?:list\.json|versions\.txt|versions\.json|SHA256SUMS|provenance\.json|index\.html?|workspaces\.json)$/i;
const storeFrontPages = /^(?:workspaces|new|flags|verify|icons|schema|404\.html)$/i;

/** The root of the site that an address probably means, with a slash at its end. */
export interface SiteRoot {
  root: string;
  /** The first thing by which the address differs from it: null where it is one, but for that slash. */
  extra: "repository" | "host" | "file" | "schema" | "page" | null;
  /** The part of the path that is too much. */
  rest: string;
}

/** Takes schema folders, file names, store-front pages and repository pages off an address, and corrects the spelling of a known host. */
export function siteRoot(url: URL): SiteRoot {
  const repository = repositorySite(url);
  if (repository) return { root: repository, extra: "repository", rest: "" };
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const schema = parts.findIndex((part) => /^1\.[01]$/.test(part));
  const page = parts.findIndex((part) => storeFrontPages.test(part));
  const isFile = fileNames.test(parts.at(-1) ?? "");
  const ends = [schema, page, isFile ? parts.length - 1 : -1].filter((at) => at !== -1);
  const keep = Math.min(parts.length, ...ends);
  const host = likelyHost(url.hostname);
  const path = parts.slice(0, keep).map((part) => `${part}/`);
  const root = new URL(`/${path.join("")}`, url);
  if (host) root.hostname = host;
  const isSchema = keep === schema && parts.length === keep + 1;
  const extra =
    keep === parts.length ? (host ? "host" : null) : isFile ? "file" : isSchema ? "schema" : "page";
  return { root: root.href, extra, rest: parts.slice(keep).join("/") };
}

/** "o.githib.io" means "o.github.io": a letter more, less or other, or two that changed places. Null where the host is right, or unlike those known. */
function likelyHost(hostname: string): string | null {
  const [owner = "", end = ""] = splitAfterOwner(hostname.toLowerCase());
  if (owner === "" || siteHosts.includes(end)) return null;
  const sorted = (text: string): string => [...text].sort().join("");
  const likely = siteHosts.find((host) => distance(host, end) === 1 || sorted(host) === sorted(end));
  return likely === undefined ? null : owner + likely;
}

/** "o." and "github.io" of "o.github.io". */
function splitAfterOwner(hostname: string): [string, string] {
  const at = hostname.lastIndexOf(".", hostname.lastIndexOf(".") - 1) + 1;
  return [hostname.slice(0, at), hostname.slice(at)];
}

/** A page of GitHub, GitLab, Codeberg or Bitbucket about a file, where its picture is asked for. */
export function isPageAboutFile(address: string): boolean {
  return (
    /^https?:\/\/(?:www\.)?(?:(?:github|gitlab)\.com\/.+?\/(?:-\/)?(?:blob|tree)|codeberg\.org\/[^/]+\/[^/]+\/src|bitbucket\.org\/[^/]+\/[^/]+\/src)\//i.test(
      address,
    ) && !/[?&]raw=(?:true|1)/.test(address)
  );
}

/** An address, or a path of a site, without query and fragment. */
export function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1).join("");
}

/** Whether the name at the end of an address, or of a path, is that of a text or a page, where a picture is asked for. */
export function isNamedAsPage(address: string): boolean {
  return /\.(?:html?|md|txt|json|js|ts|css|pdf|zip)$/i.test(withoutQuery(address));
}

/** The Pages address of a repository's web page on GitHub or GitLab; null for any other address. */
function repositorySite(url: URL): string | null {
  const host = url.hostname.toLowerCase();
  const pages =
    host === "github.com" || host === "www.github.com" || host === "raw.githubusercontent.com"
      ? "github.io"
      : host === "gitlab.com"
        ? "gitlab.io"
        : null;
  const [owner = "", name] = url.pathname.split("/").filter((part) => part !== "");
  if (pages === null || name === undefined) return null;
  const site = `${owner.toLowerCase()}.${pages}`;
  const repository = name.replace(/\.git$/, "");
  return repository.toLowerCase() === site ? `https://${site}/` : `https://${site}/${repository}/`;
}
