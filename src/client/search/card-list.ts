import type { Card } from "../../site/card.ts";
import { cardTexts } from "../../site/card-texts.ts";
import { home } from "../../strings/site.ts";
import { byId } from "../elements.ts";
import { arrange } from "./arrange.ts";
import { renderCard } from "./render-card.ts";

/** Cards that are shown at first, and that "Show more" adds. */
const step = 60;

/** The list of cards with its button for more. Results are a list of their own, in place of the served one, which thus is not seen to move. */
export class CardList {
  readonly #served = byId("cards");
  readonly #results = this.#served.cloneNode() as HTMLElement;
  readonly #more = byId<HTMLButtonElement>("more");
  /** The link to all workspaces beside the served cards; not there when they are all. */
  readonly #all = document.getElementById("rest");
  /** The latest changes above the served cards, in a registry of many. */
  readonly #shelf = document.getElementById("shelf");
  readonly #template = byId<HTMLTemplateElement>("card");
  readonly #servedCards = [...this.#served.children];
  readonly #servedMore = { text: this.#more.textContent, isHidden: this.#more.hidden };
  /** The elements of the results. */
  #rendered: ReadonlyMap<Card, HTMLElement> = new Map();
  #limit = step;

  set isBusy(isBusy: boolean) {
    for (const list of [this.#served, this.#results]) list.ariaBusy = String(isBusy);
  }

  /** Shows the first of these cards, as many as were asked for. Cards among the results before keep their elements. */
  show(cards: readonly Card[]): void {
    this.#rendered = new Map(
      cards.slice(0, this.#limit).map((card) => [card, this.#rendered.get(card) ?? this.#render(card)]),
    );
    arrange(this.#results, [...this.#rendered.values()]);
    this.#served.replaceWith(this.#results);
    for (const part of [this.#all, this.#shelf]) if (part) part.hidden = true;
    this.#offerMore(cards.length);
  }

  /** Shows the cards that the page was served with. */
  restore(): void {
    this.#rendered = new Map();
    arrange(this.#served, this.#servedCards);
    this.#results.replaceWith(this.#served);
    this.#more.textContent = this.#servedMore.text;
    this.#more.hidden = this.#servedMore.isHidden;
    for (const part of [this.#all, this.#shelf]) if (part) part.hidden = false;
  }

  /** Forgets how many cards were asked for: another search begins with its first ones. */
  reset(): void {
    this.#limit = step;
  }

  /** Calls `act` when more cards are asked for; the focus goes to the first that `act` adds. */
  onMore(act: () => Promise<void>): void {
    this.#more.addEventListener("click", async () => {
      const count = Math.max(this.#limit, byId("cards").children.length);
      this.#limit = count + step;
      await act();
      byId("cards").children[count]?.querySelector<HTMLElement>(".card-name a")?.focus();
    });
  }

  /** Adds what was asked for to the served cards, which are the first of these. */
  append(cards: readonly Card[]): void {
    const added = cards.slice(this.#served.children.length, this.#limit);
    this.#served.append(...added.map((card) => this.#render(card)));
    this.#offerMore(cards.length);
  }

  #render(card: Card): HTMLElement {
    return renderCard(this.#template, cardTexts(card, document.documentElement.lang));
  }

  #offerMore(total: number): void {
    this.#more.hidden = total <= this.#limit;
    this.#more.textContent = home.more(Math.min(step, total - this.#limit));
  }
}
