import { dayOf } from "../registry/model/day.ts";
import { cardGroupsOf } from "../site/card-groups.ts";
import { pagesOf } from "../site/pagination.ts";
import * as links from "../site/links.ts";
import { getRegistry } from "../site/registry.ts";

/** Every page that people may want to find. */
export function GET(): Response {
  const registry = getRegistry();
  const { cards, categories, versions } = cardGroupsOf(registry);
  const pages = (items: Parameters<typeof pagesOf>[0], address: (page: number) => string): string[] =>
    pagesOf(items).map(({ page }) => address(page));
  const entries: [path: string, modified?: number][] = [
    [links.home, registry.modified],
    [links.flags()],
    [links.builder()],
    [links.add()],
    [links.api()],
    [links.published("verify/")],
    ...pages(cards, links.allWorkspaces).map((path): [string] => [path]),
    ...categories
      .flatMap(({ slug, cards }) => pages(cards, (page) => links.category(slug, page)))
      .map((path): [string] => [path]),
    ...versions
      .flatMap(({ name, cards }) => pages(cards, (page) => links.kasmVersion(name, page)))
      .map((path): [string] => [path]),
    ...registry.workspaces.map(({ slug, modified }): [string, number] => [links.workspace(slug), modified]),
  ];
  const urls = entries.map(([path, modified]) => {
    const address = new URL(path, registry.identity.url).href.replace(/&/g, "&amp;").replace(/'/g, "&apos;");
    return `<url><loc>${address}</loc>${modified ? `<lastmod>${dayOf(modified)}</lastmod>` : ""}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`,
    { headers: { "content-type": "application/xml" } },
  );
}
