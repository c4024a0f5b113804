import * as links from "../../site/links.ts";
import { findInGuide, type GuideIndex } from "../../site/search/find-in-guide.ts";
import { find as words, severityWords } from "../../strings/site.ts";
import { byId, makeElement } from "../elements.ts";

/** Entries of the security guide above the results of a search. */

const maxLinks = 4;
let index: GuideIndex | undefined;
let group: HTMLElement | undefined;

/** Letters of a query from which on it may name something in the guide. */
const leastLetters = 3;

/** Loads the guide's index. Without it the search finds workspaces alone. */
export async function prepareGuide(query: string): Promise<void> {
  if (query.trim().length < leastLetters) return;
  index ??= await fetch(links.guideIndex)
    .then((response) => (response.ok ? (response.json() as Promise<GuideIndex>) : undefined))
    .catch(() => undefined);
}

/** Shows what the guide has for a query above the cards; `isLast` says that no workspace was found. */
export function showGuide(query: string, isLast: boolean): void {
  group?.remove();
  if (!index || query.trim() === "") return;
  const { entries, lang } = index;
  const found = findInGuide(entries, query, isLast);
  if (found.length === 0) return;
  const items = found.slice(0, maxLinks).map(({ anchor, title, severity }) => {
    const isCode = anchor.startsWith("property-");
    const text = makeElement(isCode ? "code" : "span", { lang: lang || null }, title);
    const level = severity && makeElement("span", { class: `severity ${severity}` }, severityWords[severity]);
    return makeElement("li", {}, makeElement("a", { href: links.flags(anchor) }, text), " ", level);
  });
  group = makeElement(
    "section",
    { class: "guide-found" },
    makeElement("h3", {}, makeElement("a", { href: links.guide(query) }, words.guide(found.length))),
    makeElement("ul", { class: "plain" }, ...items),
  );
  byId("chosen").after(group);
}
