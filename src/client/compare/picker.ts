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

/** Links to comparisons with one more workspace, and a search among them; with two it is folded, and loads nothing before it is opened. */
export function makePicker(subjects: readonly Subject[]): HTMLElement {
  const list = makeElement("ul", { class: "plain compare-choices" });
  const status = makeElement("p", { class: "muted", role: "status" });
  const field = makeElement("input", {
    class: "field",
    type: "search",
    "aria-label": site.search,
    placeholder: site.search,
    autocomplete: "off",
  });
  const load = async (): Promise<void> => {
    try {
      const cards = await loadCards(subjects);
      const match = createMatcher(cards);
      const show = (): void => showChoices(cards, match, field.value.trim(), subjects, list, status);
      field.addEventListener("input", show);
      show();
    } catch {
      const retry = makeElement(
        "button",
        { type: "button", class: "button", click: () => location.reload() },
        words.retry,
      );
      status.replaceChildren(
        words.listFailed,
        " ",
        retry,
        " ",
        makeElement("a", { href: links.allWorkspaces() }, site.home),
      );
    }
  };
  if (subjects.length < 2) {
    void load();
    return makeElement(
      "section",
      { class: "compare-picker" },
      makeElement("h2", {}, words.choose),
      field,
      status,
      list,
    );
  }
  const picker = makeElement(
    "details",
    { class: "compare-picker" },
    makeElement("summary", {}, words.third),
    field,
    status,
    list,
  );
  picker.addEventListener("toggle", () => void load(), { once: true });
  return picker;
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
  query: string,
  subjects: readonly Subject[],
  list: HTMLElement,
  status: HTMLElement,
): void {
  const found = query
    ? [...match(query)].sort(([a, x], [b, y]) => y - x || a - b).map(([place]) => cards[place]!)
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
