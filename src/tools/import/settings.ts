import { detectAddress } from "../../registry/model/address.ts";
import type { NextConfig } from "./next-config.ts";

/** What goes into registry.json, and a line for each value that was not taken over as it was. */
export interface ImportedSettings {
  /** Keys of registry.json in their usual order. */
  registry: {
    name?: string;
    description?: string;
    icon?: string;
    contact_url?: string;
    url?: string;
    default_channel?: string;
  };
  /** One sentence each: what was there, why it is not taken over, what is there now. */
  corrections: string[];
  /** A picture of the old site that is copied into public/: path in the repository and file name. */
  picture: { from: string; to: string } | null;
  /** The root of the old site, with a slash at its end; null where it is not known. */
  oldSite: string | null;
}

export interface SettingsClues {
  config: NextConfig;
  /** Files below site/public/ of the repository. */
  publicFiles: readonly string[];
  /** Content of CNAME of the gh-pages branch or of site/public/CNAME. */
  cname: string | null;
  /** Web address of the repository ("https://github.com/owner/name"), or null. */
  repository: string | null;
}

/** What the official template says before anybody edits it. */
const template = {
  name: "Kasm Technologies",
  description: "The official store for Kasm supported workspaces.",
  icon: "/img/logo.svg",
  listUrl: "https://registry.kasmweb.com/",
  contactUrl: "https://kasmweb.com/support",
};

/** Takes the settings over, mends what is known to go wrong, and says so. Pure; asks no server. */
export function importSettings(clues: SettingsClues): ImportedSettings {
  const { config } = clues;
  const corrections: string[] = config.unread.map(
    (what) => `${what}; it is not taken over. Write it into registry.json if it is needed.`,
  );
  const say = (line: string): void => void corrections.push(line);
  const registry: ImportedSettings["registry"] = {};
  const oldSite = siteOf(clues, say);

  const name = config.name?.trim();
  if (name === template.name)
    say(`name was the template's own "${template.name}"; left out, it is derived from the repository.`);
  else if (name === "" && config.name !== undefined)
    say(`name was empty; left out, it is derived from the repository.`);
  else if (name) {
    if (name !== config.name)
      say(`name was ${quote(config.name!)} with spaces around it; now ${quote(name)}.`);
    registry.name = name;
  }

  const description = config.description?.trim();
  if (description === template.description) say(`description was the template's own text; left out.`);
  else if (description) registry.description = description;

  const { icon, picture } = iconOf(clues, oldSite, say);
  if (icon !== null) registry.icon = icon;
  const contact = contactOf(clues, oldSite, say);
  if (contact !== null) registry.contact_url = contact;
  if (oldSite !== null && !isDetected(oldSite)) registry.url = oldSite;
  if (config.defaultChannel?.trim()) registry.default_channel = config.defaultChannel.trim();
  return { registry, corrections, picture, oldSite };
}

/** The root of the old site, from listUrl and a custom domain; null where listUrl is the template's or beyond repair. */
function siteOf({ config, cname, repository }: SettingsClues, say: (line: string) => void): string | null {
  const domain = cname?.trim().split(/\s/)[0];
  const from = config.listUrl?.trim() ?? "";
  if (from === "" || sameRoot(from, template.listUrl)) {
    if (domain) {
      say(
        `listUrl was ${from === "" ? "empty" : "the template's own"}; the address comes from the custom domain ${domain}.`,
      );
      return `https://${domain}/`;
    }
    say(
      `listUrl was ${from === "" ? "empty" : `the template's own "${template.listUrl}"`}; left out, the address is detected.`,
    );
    return null;
  }
  const mended = mendAddress(from);
  if (mended === null) {
    say(`listUrl was ${quote(config.listUrl!)}, which is no address; left out, the address is detected.`);
    return null;
  }
  const url = new URL(mended.url);
  const reasons = [...mended.reasons];
  const root = url.pathname.replace(/\/(?:1\.\d+|list\.json|versions\.txt|index\.html?)(?=\/|$)/g, "");
  if (root !== url.pathname) reasons.push("without the schema's folder");
  if (!root.endsWith("/") && root === url.pathname) reasons.push("with a slash at its end");
  url.pathname = root.endsWith("/") ? root : root + "/";
  if (url.search || url.hash) {
    reasons.push("without what follows the path");
    [url.search, url.hash] = ["", ""];
  }
  if (reasons.length > 0)
    say(`listUrl was ${quote(config.listUrl!)}; now ${url.href} (${reasons.join(", ")}).`);
  if (domain && url.hostname !== domain.toLowerCase()) {
    say(
      `listUrl said ${url.hostname}, but the custom domain of the site is ${domain}; the address is now https://${domain}/.`,
    );
    return `https://${domain}/`;
  }
  const base = config.basePath?.trim();
  const expected = `${url.pathname}1.0`;
  if (base !== undefined && base.replace(/\/1\.\d+\/?$/, "/1.0") !== expected)
    say(`basePath was ${quote(base)} where listUrl says ${url.pathname}; basePath is not needed any more.`);
  const published = repository === null ? null : detectAddress({ env: {}, remote: repository }).url;
  if (
    isDetected(url.href) &&
    published !== null &&
    isDetected(published) &&
    published.toLowerCase() !== url.href.toLowerCase()
  ) {
    say(`listUrl said ${url.href}, but ${repository} is published at ${published}; the address is detected.`);
    return published;
  }
  return url.href;
}

function iconOf(
  { config, publicFiles }: SettingsClues,
  oldSite: string | null,
  say: (line: string) => void,
): { icon: string | null; picture: ImportedSettings["picture"] } {
  const none = (reason: string): ReturnType<typeof iconOf> => {
    say(
      `icon was ${quote(config.icon ?? "")}, ${reason}; left out, the registry's own icon in public/ is used.`,
    );
    return { icon: null, picture: null };
  };
  const from = config.icon?.trim() ?? "";
  if (from === "") return config.icon === undefined ? { icon: null, picture: null } : none("which is empty");
  if (from === template.icon)
    return none("the template's own, which Kasm cannot load because it is relative");
  if (/^(?:data|blob|file):/i.test(from)) return none("which is no web address");
  const copied = (file: string, reason: string): ReturnType<typeof iconOf> => {
    const to = file.split("/").at(-1)!;
    say(`icon was ${quote(from)}, ${reason}; the picture is copied to public/${to} and icon is now "${to}".`);
    return { icon: to, picture: { from: `site/public/${file}`, to } };
  };
  const isAddress = /^https?:\/\//i.test(from) || /^[\w-]+(?:\.[\w-]+)+\//.test(from);
  if (!isAddress) {
    const file = from.replace(/^\.?\//, "").replace(/^.*?1\.\d+\//, "");
    return publicFiles.includes(file)
      ? copied(file, "which is relative")
      : none("which is relative, and no such picture is in site/public/");
  }
  const mended = mendAddress(from);
  if (mended === null) return none("which is no address");
  const blob = /^https:\/\/github\.com\/([^/]+)\/([^/]+)\/(?:blob|raw)\/([^/]+)\/(.+?)(?:\?.*)?$/.exec(
    mended.url,
  );
  if (blob) {
    const [, owner, repository, ref, path] = blob;
    const file = path!.replace(/^site\/public\//, "");
    if (path!.startsWith("site/public/") && publicFiles.includes(decoded(file)))
      return copied(decoded(file), "a page of GitHub about the picture");
    const raw = `https://raw.githubusercontent.com/${owner}/${repository}/${ref}/${path}`;
    say(`icon was ${quote(from)}, a page of GitHub about the picture; now the picture itself, ${raw}.`);
    return { icon: raw, picture: null };
  }
  if (oldSite !== null && sameHost(mended.url, oldSite)) {
    const inside = new URL(mended.url).pathname
      .slice(new URL(oldSite).pathname.length)
      .replace(/^1\.\d+\//, "");
    if (publicFiles.includes(decoded(inside))) return copied(decoded(inside), "a file of the old site");
    if (`/${inside}` === template.icon) return none("the template's own logo");
    return none("a file of the old site that is not in site/public/ (it goes away with the old site)");
  }
  if (mended.reasons.length > 0)
    say(`icon was ${quote(from)}; now ${mended.url} (${mended.reasons.join(", ")}).`);
  return { icon: mended.url, picture: null };
}

function contactOf(
  { config, repository }: SettingsClues,
  oldSite: string | null,
  say: (line: string) => void,
): string | null {
  const from = config.contactUrl?.trim() ?? "";
  if (from === "") return null;
  if (sameRoot(from, template.contactUrl)) {
    say(
      `contactUrl was the template's own "${template.contactUrl}", Kasm's support; left out, it is the issues page of the repository.`,
    );
    return null;
  }
  if (/^mailto:/i.test(from)) return from;
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(from)) {
    say(`contactUrl was ${quote(from)}; now mailto:${from}.`);
    return `mailto:${from}`;
  }
  const mended = mendAddress(from);
  if (mended === null) {
    say(
      `contactUrl was ${quote(from)}, which is no address; left out, it is the issues page of the repository.`,
    );
    return null;
  }
  const pages = /^https?:\/\/([\w-]+)\.github\.io\/([^/]+)\/issues\/?$/i.exec(mended.url);
  if (pages) {
    const issues = `https://github.com/${pages[1]}/${pages[2]}/issues`;
    say(`contactUrl was ${quote(from)}, a page that GitHub Pages does not have; now ${issues}.`);
    return issues === `${repository}/issues` ? null : issues;
  }
  if (oldSite !== null && sameHost(mended.url, oldSite) && /\/1\.\d+\//.test(new URL(mended.url).pathname)) {
    say(
      `contactUrl was ${quote(from)}, a page inside the old site; left out, it is the issues page of the repository.`,
    );
    return null;
  }
  if (mended.reasons.length > 0)
    say(`contactUrl was ${quote(from)}; now ${mended.url} (${mended.reasons.join(", ")}).`);
  return mended.url;
}

/** An absolute http(s) address out of one with known typing mistakes; null where none can be made. */
function mendAddress(text: string): { url: string; reasons: string[] } | null {
  const reasons: string[] = [];
  let rest = text.trim();
  if (/\s/.test(rest)) {
    rest = rest.replace(/\s+/g, "");
    reasons.push("without spaces");
  }
  if (!/^https?:\/\//i.test(rest)) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rest) && !/^h\w{2,5}:\/\//i.test(rest)) return null;
    rest = "https://" + rest.replace(/^h?t{1,3}ps?s?:?\/{0,3}/i, "").replace(/^\/+/, "");
    reasons.push("with https:// in front");
  }
  const host = /^https?:\/\/([^/?#]*)/i.exec(rest)![1]!;
  if (host.includes(",")) {
    rest = rest.replace(host, host.replaceAll(",", "."));
    reasons.push("with a dot for the comma");
  }
  if (!URL.canParse(rest)) return null;
  const url = new URL(rest);
  if (!/^(?:[\w-]+\.)+[a-z][\w-]*$|^localhost$|^[\d.]+$|^\[/i.test(url.hostname)) return null;
  // The host is written in small letters wherever it is published; that is no correction worth a line.
  return { url: url.href, reasons };
}

const quote = (text: string): string => JSON.stringify(text);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const sameHost = (a: string, b: string): boolean =>
  new URL(a).host === new URL(b).host && new URL(a).pathname.startsWith(new URL(b).pathname);

const sameRoot = (a: string, b: string): boolean =>
  a.replace(/\/+$/, "").toLowerCase() === b.replace(/\/+$/, "").toLowerCase();

/** The own addresses of GitHub and GitLab Pages are found without a setting: none is written, so none can become wrong. */
const isDetected = (site: string): boolean => /^[\w-]+\.git(?:hub|lab)\.io$/.test(new URL(site).hostname);
