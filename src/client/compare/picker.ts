import { monogramOf } from "../../registry/model/monogram.ts";
import type { Card } from "../../site/card.ts";
import { decodeCards } from "../../site/card-index.ts";
import type { Subject } from "../../site/compare.ts";
import * as links from "../../site/links.ts";
import { createMatcher, type Matcher } from "../../site/search/match.ts";
import { compare as words } from "../../strings/compare.ts";
import { site } from "../../strings/every-page.ts";
import { makeElement } from "../elements.ts";

/** Cards that show at once. */
const maxShown = 12;

/** Where the choices show, and what is typed to find some. */
interface Parts {
  field: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
}

/** Links to comparisons with one more workspace, and a search among them. */
export function makePicker(subjects: readonly Subject[]): HTMLElement[] {
  const parts: Parts = {
    field: makeElement("input", {
      class: "field",
      type: "search",
      "aria-label": site.search,
      placeholder: site.search,
      autocomplete: "off",
    }),
    status: makeElement("p", { class: "muted", role: "status" }),
    list: makeElement("ul", { class: "plain compare-choices" }),
  };
  void offer(subjects, parts);
  return Object.values(parts);
}

async function offer(subjects: readonly Subject[], parts: Parts): Promise<void> {
  try {
    const cards = await loadCards(subjects);
    const match = createMatcher(cards);
    const show = (): void => showChoices(cards, match, subjects, parts);
    parts.field.addEventListener("input", show);
    show();
  } catch {
    const retry = makeElement(
      "button",
      { type: "button", class: "button", click: () => location.reload() },
      words.retry,
    );
    const all = makeElement("a", { href: links.allWorkspaces() }, site.home);
    parts.status.replaceChildren(words.listFailed, " ", retry, " ", all);
  }
}

/** All other cards, those of the same categories first. */
async function loadCards(subjects: readonly Subject[]): Promise<Card[]> {
  const response = await fetch(links.cardIndex);
  if (!response.ok) throw new Error(String(response.status));
  const chosen = new Set(subjects.map(({ slug }) => slug));
  const cards = decodeCards(await response.json());
  const categories = new Set(cards.filter(({ slug }) => chosen.has(slug)).flatMap((card) => card.categories));
  const isNear = (card: Card): number => Number(card.categories.some((category) => categories.has(category)));
  return cards.filter(({ slug }) => !chosen.has(slug)).sort((a, b) => isNear(b) - isNear(a));
}

function showChoices(
  cards: readonly Card[],
  match: Matcher,
  subjects: readonly Subject[],
  { field, status, list }: Parts,
): void {
  const query = field.value.trim();
  const found = query
    ? [...match(query)].sort(([a, x], [b, y]) => y - x || a - b).flatMap(([place]) => cards[place] ?? [])
    : cards;
  const isNameShared = ({ name }: Card): boolean => cards.filter((card) => card.name === name).length > 1;
  list.replaceChildren(
    ...found.slice(0, maxShown).map((card) => {
      const detail = isNameShared(card) ? card.slug : (card.categories[0] ?? "");
      return makeChoice(card, detail, subjects);
    }),
  );
  const rest = found.length - maxShown;
  status.textContent = found.length === 0 ? words.noMatch : rest > 0 ? words.more(rest) : "";
}

function makeChoice({ slug, name, icon }: Card, detail: string, subjects: readonly Subject[]): HTMLElement {
  const { letter, tint } = monogramOf(name);
  const picture = icon
    ? makeElement("img", { src: links.published(icon), width: "32", height: "32", alt: "" })
    : makeElement("span", { class: `monogram tint-${tint}`, "aria-hidden": "true" }, letter);
  return makeElement(
    "li",
    {},
    makeElement(
      "a",
      { href: links.compare(...subjects.map((subject) => subject.slug), slug) },
      picture,
      makeElement("b", { dir: "auto" }, name),
      makeElement("span", { class: "muted", dir: "auto" }, detail),
    ),
  );
}
