import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";

/** The links of a page, and the anchors it has. */
interface Page {
  links: { value: string; from: string }[];
  ids: Set<string>;
}

/**
 * Checks every reference inside a built site as a browser would resolve it: pages, stylesheets, scripts, pictures, the manifest, the
 * sitemap, redirects. Returns a sentence for each that is dead, that leaves the base path, or whose anchor is missing.
 */
export function deadLinks(folder: string, address: string): string[] {
  const root = new URL(address);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const pages = new Map<string, Page>();
  for (const file of files.filter((name) => name.endsWith(".html")))
    pages.set(file, readPage(readFileSync(join(folder, file), "utf8")));
  const faults: string[] = [];
  for (const file of files) {
    const here = new URL(
      file
        .split("/")
        .map(encodeURIComponent)
        .join("/")
        .replace(/(^|\/)index\.html$/, "$1"),
      root,
    );
    for (const { value, from } of linksOf(file, folder, pages)) {
      const fault = faultOf(value, here, root, folder, pages);
      if (fault !== null) faults.push(`${file}: ${from} ${value} ${fault}`);
    }
  }
  return faults;
}

function linksOf(file: string, folder: string, pages: ReadonlyMap<string, Page>): Page["links"] {
  const text = (): string => readFileSync(join(folder, file), "utf8");
  // 404.html is shown at any address, so it has none of its own to name.
  if (file.endsWith(".html"))
    return pages.get(file)!.links.filter(({ from }) => file !== "404.html" || from !== "og:url");
  if (file.endsWith(".css"))
    return [...text().matchAll(/url\((["']?)([^"')]+)\1\)|@import\s+["']([^"']+)/g)].map((match) => ({
      value: match[2] ?? match[3]!,
      from: "url()",
    }));
  if (file.endsWith(".webmanifest")) {
    const manifest = JSON.parse(text()) as { start_url?: string; scope?: string; icons?: { src: string }[] };
    return [manifest.start_url, manifest.scope, ...(manifest.icons ?? []).map(({ src }) => src)]
      .filter((value) => value !== undefined)
      .map((value) => ({ value, from: "manifest" }));
  }
  if (file.endsWith(".xml"))
    return [...text().matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => ({
      value: match[1]!.replaceAll("&amp;", "&"),
      from: "loc",
    }));
  if (file === "robots.txt")
    return [...text().matchAll(/^Sitemap:\s*(\S+)/gim)].map((match) => ({
      value: match[1]!,
      from: "Sitemap",
    }));
  return [];
}

function faultOf(
  value: string,
  here: URL,
  root: URL,
  folder: string,
  pages: ReadonlyMap<string, Page>,
): string | null {
  if (/^(?:data|mailto|javascript|blob|tel):/i.test(value))
    return value.toLowerCase().startsWith("javascript:") ? "is a script" : null;
  if (!URL.canParse(value, here)) return "is no address";
  const target = new URL(value, here);
  if (target.origin !== root.origin) return null;
  if (!target.pathname.startsWith(root.pathname)) return `leaves the base path ${root.pathname}`;
  const inside = decodeURIComponent(target.pathname.slice(root.pathname.length));
  const file = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
  if (!existsSync(join(folder, file))) return "is dead";
  if (statSync(join(folder, file)).isDirectory()) return "lacks the slash at its end";
  const anchor = decodeURIComponent(target.hash.slice(1));
  return anchor !== "" && pages.has(file) && !pages.get(file)!.ids.has(anchor)
    ? "names an anchor that is not there"
    : null;
}

const attributes: Record<string, readonly string[]> = {
  a: ["href"],
  area: ["href"],
  link: ["href"],
  script: ["src"],
  img: ["src", "srcset"],
  source: ["src", "srcset"],
  form: ["action"],
  iframe: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  use: ["href", "xlink:href"],
  image: ["href"],
  object: ["data"],
};

function readPage(html: string): Page {
  const page: Page = { links: [], ids: new Set() };
  let templates = 0;
  const parser = new Parser(
    {
      onopentag(name, given) {
        // A <template>'s content is filled in by a script before it becomes part of the page.
        if (name === "template") templates++;
        if (templates > 0) return;
        if (given["id"]) page.ids.add(given["id"]);
        for (const attribute of attributes[name] ?? []) {
          const value = given[attribute];
          if (value === undefined) continue;
          for (const each of attribute === "srcset"
            ? value.split(",").map((part) => part.trim().split(/\s+/)[0]!)
            : [value])
            page.links.push({ value: each, from: `${name}[${attribute}]` });
        }
        if (name === "meta" && given["http-equiv"]?.toLowerCase() === "refresh")
          page.links.push({ value: given["content"]!.replace(/^[^;]*;\s*url=/i, ""), from: "refresh" });
        if (name === "meta" && /^og:(?:url|image)$/.test(given["property"] ?? ""))
          page.links.push({ value: given["content"]!, from: given["property"]! });
      },
      onclosetag(name) {
        if (name === "template") templates--;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return page;
}
