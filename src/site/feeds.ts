import { Feed } from "feed";
import * as links from "./links.ts";
import { escapeHtml } from "./json-html.ts";
import { visible } from "../registry/model/text.ts";
import type { Identity, Registry } from "../registry/model/types.ts";
import { history as words } from "../strings/history.ts";
import { tagOf, type Change } from "../history/index.ts";
import { namesOf, sentenceOf, changeLine } from "./change-texts.ts";

/** Changes that a feed holds: readers keep older ones themselves. */
const longestFeed = 50;

interface Published {
  identity: Pick<Identity, "name" | "url" | "lang">;
  /** Those that have a page, former ones too. */
  workspaces: readonly { slug: string }[];
}

/** Text of feed.xml, an Atom feed (RFC 4287) of the newest changes, or of feed-security.xml, of those that an administrator decides on. */
export function atomFeed(
  changes: readonly Change[],
  registry: Published & Pick<Registry, "log" | "modified">,
  name: "feed" | "feed-security",
): string {
  const { identity, log, modified } = registry;
  const isRightsOnly = name === "feed-security";
  const file = `${name}.xml`;
  const title = isRightsOnly ? words.securityFeedTitle(identity.name) : words.feedTitle(identity.name);
  const shown = isRightsOnly ? changes.filter(({ toDecide }) => toDecide) : changes;
  const feed = new Feed({
    id: log.commits[0] ? tagOf(`${log.commits[0].id}/${name}`) : `${identity.url}${file}`,
    title: forXml(visible(title)),
    link: new URL(links.changes, identity.url).href,
    feedLinks: { atom: `${identity.url}${file}` },
    updated: new Date(shown[0]?.time ?? modified),
    author: { name: forXml(visible(identity.name)) },
    copyright: "",
    generator: false as unknown as string,
  });
  for (const entry of entriesOf(shown, registry))
    feed.addItem({
      id: entry.id,
      title: forXml(escapeHtml(entry.title)),
      link: entry.url,
      date: new Date(entry.time),
      content: forXml(contentOf(entry)),
      category: [{ term: entry.kind, name: words.kinds[entry.kind] }],
    });
  // The library has no place for the language of an Atom feed.
  return feed.atom1().replace("<feed ", `<feed xml:lang="${identity.lang}" `);
}

/** The text without the characters that XML 1.0 has no place for. */
const forXml = (text: string): string => text.replace(/[\u{FFFE}\u{FFFF}]|[^\P{Cc}\t\n\r]|\p{Cs}/gu, "�");

/** Text of feed.json, a JSON Feed 1.1 of the newest changes. */
export function jsonFeed(changes: readonly Change[], registry: Published): string {
  const { identity } = registry;
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: visible(words.feedTitle(identity.name)),
    home_page_url: new URL(links.changes, identity.url).href,
    feed_url: `${identity.url}feed.json`,
    language: identity.lang,
    authors: [{ name: visible(identity.name), url: identity.url }],
    items: entriesOf(changes, registry).map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: contentOf(entry),
      date_published: new Date(entry.time).toISOString(),
      tags: [entry.kind],
    })),
  });
}

interface Entry extends Pick<Change, "id" | "kind" | "time"> {
  url: string;
  title: string;
  sentences: string[];
}

function entriesOf(
  changes: readonly Change[],
  { identity: { url, lang }, workspaces: all }: Published,
): Entry[] {
  const slugs = new Set(all.map(({ slug }) => slug));
  return changes.slice(0, longestFeed).map((change) => {
    const { id, kind, time, workspaces, items } = change;
    const [first] = workspaces;
    const hasPage = workspaces.length === 1 && first && slugs.has(first.slug);
    const path = hasPage ? links.workspace(first.slug) : links.changes;
    const names = workspaces.length > 1 ? [namesOf(change)] : [];
    return {
      ...{ id, kind, time, title: changeLine(change, lang), url: new URL(path, url).href },
      sentences: [...names, ...items.map((item) => sentenceOf(item, lang))],
    };
  });
}

function contentOf({ title, sentences }: Entry): string {
  if (sentences.length === 0) return `<p>${escapeHtml(title)}</p>`;
  return `<ul>${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("")}</ul>`;
}
