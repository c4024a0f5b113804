import { decodeCards } from "../site/card-index.ts";
import { cardTexts } from "../site/card-texts.ts";
import * as links from "../site/links.ts";
import { createMatcher } from "../site/search/match.ts";
import { notFound as words } from "../strings/site.ts";
import "./compare/ticks.ts";
import { byId } from "./elements.ts";
import { renderCard } from "./search/render-card.ts";

/** Suggests workspaces for a mistyped URL. */
const maxSuggestions = 6;

/** Folders of ours and of the official template, which say nothing about a workspace. */
const knownFolders = new Set([
  "workspaces",
  "categories",
  "kasm",
  "all",
  "new",
  "flags",
  "1.0",
  "1.1",
  "index",
  "edit",
]);

if (document.getElementById("not-found")) void suggestWorkspaces();

async function suggestWorkspaces(): Promise<void> {
  const query = queryFromPath(location.pathname);
  if (!query) return;
  const response = await fetch(links.cardIndex);
  if (!response.ok) return;
  const cards = decodeCards(await response.json());
  const match = createMatcher(cards);
  // All of its words, else any of them: an old address may hold a word that no workspace has.
  const scores = match(query).size > 0 ? match(query) : sumScores(query.split(" ").map(match));
  const best = [...scores]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, maxSuggestions)
    .flatMap(([place]) => cards[place] ?? []);
  const template = byId<HTMLTemplateElement>("card");
  const list = byId("suggestions");
  list.replaceChildren(
    ...best.map((card) => renderCard(template, cardTexts(card, document.documentElement.lang))),
  );
  list.hidden = best.length === 0;
  const search = byId<HTMLAnchorElement>("not-found-search");
  search.href = links.search({ q: query });
  search.textContent = words.searchFor(query);
  search.hidden = false;
  byId("not-found-text").textContent = best.length > 0 ? words.text : words.none;
}

/** The words of an address: its last part that is no known folder. */
function queryFromPath(path: string): string {
  const inside = path.startsWith(links.home) ? path.slice(links.home.length) : path;
  const parts = inside
    .split("/")
    .map(decode)
    .map((part) => part.replace(/\.(html?|json)$/i, ""))
    .filter((part) => part && !knownFolders.has(part.toLowerCase()));
  return (parts.at(-1) ?? "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()
    .slice(0, 80);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function sumScores(maps: readonly Map<number, number>[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const map of maps) for (const [card, score] of map) sum.set(card, (sum.get(card) ?? 0) + score);
  return sum;
}
