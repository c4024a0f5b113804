import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import type { Change } from "../history/index.ts";
import { atomFeed, jsonFeed } from "./feeds.ts";

const hostile = "A & B <script>alert(1)</script> ]]> \"'\u0001\u202e\ud800\uffff";
const change = (place: number, rest: Partial<Change> = {}): Change => ({
  id: `tag:kasm-workspace-registry.invalid,2026:${place}`,
  kind: "changed",
  toDecide: false,
  time: Date.UTC(2026, 0, 1 + place),
  commit: "c",
  workspaces: [{ slug: "a", name: hostile }],
  renamedFrom: null,
  items: [{ type: "setting", name: `environment.${hostile}`, before: hostile, after: "2" }],
  ...rest,
});
const registry = {
  identity: { name: hostile, url: "https://example.org/r/", lang: "en" },
  log: { commits: [{ id: "f", time: 0, isMisdated: false, changes: [] }], shallow: false },
  modified: 1000,
  workspaces: [{ slug: "a" }],
};

/** Elements of a feed as [path, text or attributes]; throws where it is not well-formed. */
function elementsOf(xml: string): [path: string, value: string][] {
  const found: [string, string][] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    path.push(name);
    found.push([path.join("/"), Object.values(attributes).join(" ")]);
  });
  parser.on("text", (text) => text.trim() && found.push([path.join("/"), text]));
  parser.on("cdata", (text) => found.push([path.join("/"), text]));
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return found;
}

test("has what RFC 4287 asks of a feed and of its entries, whatever the names are", () => {
  const elements = elementsOf(atomFeed([change(2), change(1)], registry, "feed"));
  const valuesOf = (path: string): string[] =>
    elements.filter(([name]) => name === path).map(([, value]) => value);
  expect(elements[0]).toEqual(["feed", "en http://www.w3.org/2005/Atom"]);
  expect(valuesOf("feed/id")).toContain("tag:kasm-workspace-registry.invalid,2026:f/feed");
  expect(valuesOf("feed/updated")).toContain("2026-01-03T00:00:00.000Z");
  expect(valuesOf("feed/author/name")[1]).toContain("A & B <script>");
  expect(valuesOf("feed/link")).toEqual([
    "alternate https://example.org/changes/",
    "self https://example.org/r/feed.xml",
  ]);
  expect(valuesOf("feed/entry/id").filter(Boolean)).toEqual([change(2).id, change(1).id]);
  expect(valuesOf("feed/entry/updated").filter(Boolean)).toEqual([
    "2026-01-03T00:00:00.000Z",
    "2026-01-02T00:00:00.000Z",
  ]);
  // Titles and contents are HTML: text in it is escaped once more.
  const html = [...valuesOf("feed/entry/title"), ...valuesOf("feed/entry/content")].join("");
  expect(html).toContain("A &amp; B &lt;script&gt;");
  expect(html).not.toContain("<script");
  expect(html).not.toMatch(/[\u0001\u202e\ud800]/);
});

test("the security feed holds what is to be decided on, whatever its kind", () => {
  const changes = [
    change(5),
    change(4, { kind: "security", toDecide: true }),
    change(3, { kind: "added", items: [] }),
    change(2, { kind: "renamed", toDecide: true }),
  ];
  const ids = elementsOf(atomFeed(changes, registry, "feed-security")).filter(
    ([path, value]) => path === "feed/entry/id" && value,
  );
  expect(ids.map(([, id]) => id)).toEqual([change(4).id, change(2).id]);
});

test("a registry without changes has feeds without entries", () => {
  const elements = elementsOf(atomFeed([], { ...registry, log: { commits: [], shallow: false } }, "feed"));
  expect(elements).toContainEqual(["feed/id", "https://example.org/r/feed.xml"]);
  expect(elements).toContainEqual(["feed/updated", "1970-01-01T00:00:01.000Z"]);
  expect((JSON.parse(jsonFeed([], registry)) as { items: unknown[] }).items).toEqual([]);
});

test("has what JSON Feed 1.1 asks for, and links to where a change can be read", () => {
  const many = Array.from({ length: 60 }, (_, place) => change(60 - place));
  const gone = change(70, { kind: "withdrawn", items: [], workspaces: [{ slug: "gone", name: "Gone" }] });
  const alike = change(69, { workspaces: ["a", "b", "c", "d"].map((slug) => ({ slug, name: slug })) });
  const feed = JSON.parse(jsonFeed([gone, alike, ...many], registry)) as {
    version: string;
    items: { id: string; url: string; title: string; content_html: string; date_published: string }[];
  };
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    home_page_url: "https://example.org/changes/",
    feed_url: "https://example.org/r/feed.json",
  });
  expect(feed.items).toHaveLength(50);
  expect(feed.items.slice(0, 3).map(({ url }) => url)).toEqual([
    "https://example.org/changes/",
    "https://example.org/changes/",
    "https://example.org/workspaces/a/",
  ]);
  expect(feed.items[1]!.content_html).toMatch(/^<ul><li>a, b, c and 1 more<\/li>/);
  expect(feed.items.every(({ content_html }) => !content_html.includes("<script"))).toBe(true);
});
