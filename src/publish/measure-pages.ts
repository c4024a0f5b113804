import { withoutQuery } from "../registry/model/address.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { comparePath, workspacePath } from "../site/links.ts";

/** Costs of loading the pages of a built site, in bytes as transferred (text gzipped, pictures and fonts as they are). */

export interface PageCost {
  /** Below the root of the site, "" for the home page. */
  path: string;
  html: number;
  css: number;
  /** Scripts with everything that they import at once. */
  js: number;
  /** The part of the scripts that is not the library's: all but Astro's prefetching. */
  ownJs: number;
  fonts: number;
  /** Pictures that load at once, without loading="lazy", the favicon among them; as large as screens of double density take them. */
  pictures: number;
  /** Pictures that load when they come near the window, which may be at once. */
  latePictures: number;
}

/** A limit that a page keeps or breaks. Bytes. */
export interface Verdict {
  page: string;
  what: string;
  bytes: number;
  limit: number;
}

const kB = 1000;

/** Measures one page of a site. */
export class SiteScale {
  readonly #folder: string;
  readonly #base: string;
  readonly #sizes = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
    const home = readFileSync(join(folder, "index.html"), "utf8");
    // The official template, which the bench measures as well, is made by Next.js.
    this.#base = /<link rel="stylesheet" href="([^"]*\/)_(?:astro|next)\//.exec(home)?.[1] ?? "/";
  }

  /** The cost of the page whose index.html (or other file) is at this path. */
  measure(path: string): PageCost {
    const html = readFileSync(
      join(this.#folder, path.endsWith(".html") ? path : join(path, "index.html")),
      "utf8",
    );
    // A template's content is not loaded.
    const live = html.replace(/<template[\s\S]*?<\/template>/g, "");
    const all = (pattern: RegExp): string[] => [
      ...new Set([...live.matchAll(pattern)].map(([, address = ""]) => address)),
    ];
    const images = [...live.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
      src: (/\ssrcset="([^"\s]+) 2x"/.exec(tag) ?? /\ssrc="([^"]+)"/.exec(tag))?.[1] ?? "",
      late: /loading="lazy"/.test(tag),
    }));
    const early = new Set([
      ...images.filter(({ late }) => !late).map(({ src }) => src),
      ...all(/<link[^>]+rel="icon"[^>]*href="([^"]+)"/g),
    ]);
    const inline = [...live.matchAll(/<script(?![^>]*(?:\ssrc=|json"))[^>]*>([\s\S]*?)<\/script>/g)]
      .map(([, code]) => code)
      .join("\n");
    const late = new Set(images.filter(({ src, late }) => late && !early.has(src)).map(({ src }) => src));
    const sum = (files: Iterable<string>): number =>
      [...files].reduce((bytes, file) => bytes + this.#size(file), 0);
    const scripts = this.#withImports(all(/<script[^>]+src="([^"]+)"/g));
    return {
      path,
      html: gzipSync(html).length,
      css: sum(all(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g)),
      js: sum(scripts),
      ownJs:
        sum([...scripts].filter((script) => this.#isOwn(script))) + (inline ? gzipSync(inline).length : 0),
      fonts: sum(all(/<link[^>]+rel="preload"[^>]*href="([^"]+\.woff2)"/g)),
      pictures: sum(early),
      latePictures: sum(late),
    };
  }

  #isOwn(script: string): boolean {
    return !readFileSync(this.#file(script), "utf8").includes("astroPrefetch");
  }

  #file(address: string): string {
    const path = decodeURI(withoutQuery(address));
    return join(this.#folder, path.startsWith(this.#base) ? path.slice(this.#base.length) : path);
  }

  #size(address: string): number {
    let size = this.#sizes.get(address);
    if (size === undefined) {
      const file = this.#file(address);
      // A file that is not there would make the page look cheap.
      if (!existsSync(file)) throw new Error(`${address} is used, but ${file} is not there.`);
      const bytes = readFileSync(file);
      size = /\.(js|css|svg|json)$/.test(file) ? gzipSync(bytes).length : bytes.length;
      this.#sizes.set(address, size);
    }
    return size;
  }

  /** Scripts and what they import statically; what is imported on first use does not count. */
  #withImports(scripts: readonly string[]): Set<string> {
    const found = new Set<string>();
    const queue = [...scripts];
    for (let script = queue.pop(); script !== undefined; script = queue.pop()) {
      if (found.has(script)) continue;
      found.add(script);
      const text = readFileSync(this.#file(script), "utf8");
      for (const [, imported = ""] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
        queue.push(posix.join(posix.dirname(script), imported));
    }
    return found;
  }
}

/** Paths of the pages of a site, as folders; pages that only send on are left out. */
export function pagesOf(folder: string): string[] {
  const pages: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && !["_astro", "pagefind", "thumbs", "icons"].includes(entry.name)) walk(path);
      else if (entry.name === "index.html") pages.push(relative(folder, dirname(path)).split(sep).join("/"));
    }
  };
  walk(folder);
  return pages.filter((page) => !/^1\.\d$/.test(page)).sort();
}

/** Every limit of the store-front, whatever its number of workspaces, with what was measured; the largest workspace page is judged. */
export function judgeSite(folder: string): Verdict[] {
  const scale = new SiteScale(folder);
  const home = scale.measure("");
  const others = pagesOf(folder).filter((page) => page !== "");
  const costs = [home, ...others.map((page) => scale.measure(page))];
  const verdicts: Verdict[] = [
    {
      page: "home",
      what: "HTML, CSS and JavaScript",
      bytes: home.html + home.css + home.js,
      limit: 32 * kB,
    },
  ];
  // Browsers fetch lazy pictures well before they show: all of the first page count.
  const everything = home.html + home.css + home.js + home.fonts + home.pictures + home.latePictures;
  verdicts.push({ page: "home", what: "everything, all its icons", bytes: everything, limit: 350 * kB });
  const code = ({ html, css, js }: PageCost): number => html + css + js;
  const [workspace] = costs
    .filter(({ path }) => path.startsWith(workspacePath()))
    .sort((a, b) => code(b) - code(a));
  if (workspace)
    verdicts.push({
      page: workspace.path,
      what: "HTML, CSS and JavaScript",
      bytes: code(workspace),
      limit: 22 * kB,
    });
  const comparison = costs.find(({ path }) => path === comparePath);
  if (comparison)
    verdicts.push({
      page: comparison.path,
      what: "HTML, CSS and JavaScript",
      bytes: code(comparison),
      limit: 25 * kB,
    });
  const scripted = costs.reduce((most, cost) => (cost.ownJs > most.ownJs ? cost : most));
  verdicts.push({
    page: scripted.path || "home",
    what: "own JavaScript",
    bytes: scripted.ownJs,
    limit: 15.5 * kB,
  });
  return verdicts;
}
