import { decodeCards } from "../site/card-index.ts";
import { cardTexts } from "../site/card-texts.ts";
import { notFound as words } from "../strings/site.ts";
import { renderCard } from "./search/render-card.ts";
import { createMatcher } from "../site/search/match.ts";

/** Looks for the workspaces that an address which is not there may have meant. */
const box = document.querySelector<HTMLElement>("#lost");
if (box) void guess(box);

async function guess(box: HTMLElement): Promise<void> {
  const { home = "/", index = "", lang = "en" } = box.dataset;
  const query = meant(
    location.pathname.startsWith(home) ? location.pathname.slice(home.length) : location.pathname,
  );
  if (!query) return;
  const response = await fetch(index);
  if (!response.ok) return;
  const cards = decodeCards(await response.json());
  const match = createMatcher(cards);
  // All of its words, else any of them: an old address may hold a word that no workspace has.
  const scores = match(query).size > 0 ? match(query) : merge(query.split(" ").map(match));
  const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, 6);
  const template = document.querySelector<HTMLTemplateElement>("#card")!;
  const guesses = document.getElementById("guesses")!;
  guesses.replaceChildren(...best.map(([number]) => renderCard(template, cardTexts(cards[number]!, lang))));
  guesses.hidden = best.length === 0;
  const search = document.querySelector<HTMLAnchorElement>("#lost-search")!;
  search.href = `${home}?q=${encodeURIComponent(query)}`;
  search.textContent = words.searchFor(query);
  search.hidden = false;
  document.getElementById("lost-text")!.textContent = best.length > 0 ? words.text : words.none;
}

/** The words of the address: its last part that is not a folder of ours or of the official template. */
function meant(path: string): string {
  const known = new Set([
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
  const parts = path
    .split("/")
    .map(decode)
    .map((part) => part.replace(/\.(html?|json)$/i, ""))
    .filter((part) => part && !known.has(part.toLowerCase()));
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

function merge(maps: readonly Map<number, number>[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const map of maps) for (const [card, score] of map) sum.set(card, (sum.get(card) ?? 0) + score);
  return sum;
}
