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

/** The address of the published site, with a trailing slash: the first clue that is known, in the order of the interface above. */
export function detectAddress({ site, env, url, cname, remote }: AddressClues): string {
  const domain = cname?.split(/\r?\n/).find((line) => line.trim());
  const typed = [site, env["SITE_URL"], url, domain].map((text) => text && normalizeAddress(text));
  const pages = [detectSource({ env, remote: null }), detectSource({ env: {}, remote })].map(
    (source) => source && pagesAddress(source),
  );
  return [...typed, ...pages].find(Boolean) || "http://localhost:4321/";
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
  const path = url.pathname.replace(/\.git\/?$/, "").replace(/\/+$/, "");
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
