import * as links from "../../site/links.ts";
import {
  type FacetName,
  formatState,
  isUntouched,
  parseState,
  type SearchState,
} from "../../site/search/search-state.ts";
import { find as words } from "../../strings/site.ts";
import { byId } from "../elements.ts";
import { CardList } from "./card-list.ts";
import { type CardSearch, loadCardSearch } from "./card-search.ts";
import { showChosenFilters } from "./chosen-filters.ts";
import { bindControls } from "./controls.ts";
import { bindFacets, type Facets } from "./facets.ts";
import { findInText } from "./full-text.ts";
import { keepFocus } from "./keep-focus.ts";
import { hideSuggestions, showSuggestions } from "./suggestions.ts";

/** Milliseconds without a key after which the full text is searched too, and the least characters that are worth it. */
const fullTextPause = 350;
const minFullTextQuery = 3;

/** Search and filters of the home page. The address holds their state; nothing is loaded before the visitor asks for something. */
class HomeSearch {
  readonly #list = new CardList();
  /** The list with what is said above it. */
  readonly #results = byId("cards").parentElement!;
  readonly #total: number;
  readonly #controls = bindControls(
    (part) => this.#goTo({ ...this.#state, ...part }, Boolean(part.query && this.#state.query)),
    () => void this.#load().catch(() => undefined),
  );
  readonly #facets: Facets;
  #state = parseState(location.search);
  #cards: Promise<CardSearch> | undefined;
  /** The full text's results for a query. */
  #fullText: { query: string; slugs: readonly string[] } = { query: "", slugs: [] };
  #fullTextTimer = 0;
  /** Counts the calls of show: later ones win over earlier ones that still wait for the cards. */
  #turn = 0;

  constructor(form: HTMLFormElement) {
    this.#total = Number(form.dataset["total"]);
    this.#facets = bindFacets(
      form,
      (name) => this.#state.facets[name],
      (name, values) => this.#choose(name, values),
    );
    this.#list.onMore(() => this.#showMore());
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => {
      this.#state = parseState(location.search);
      this.#list.reset();
      this.#show().catch(() => undefined);
    });
    if (!isUntouched(this.#state)) this.#show().catch(() => undefined);
  }

  /** Goes to a state; the address follows. Typing on does not fill the history. */
  #goTo(state: SearchState, isTypingOn = false): void {
    this.#state = state;
    this.#list.reset();
    history[isTypingOn ? "replaceState" : "pushState"](null, "", formatState(state) || location.pathname);
    this.#show().catch(() => undefined);
  }

  #choose(name: FacetName, values: string[]): void {
    this.#goTo({ ...this.#state, facets: { ...this.#state.facets, [name]: values } });
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const state = this.#state;
    this.#list.isBusy = true;
    this.#controls.show(state);
    this.#facets.show(state);
    if (isUntouched(state)) {
      this.#restore();
      // The counts beside the filters were of another state.
      if (this.#cards) this.#facets.showCounts((await this.#cards).find(state, []).counts);
      return;
    }
    // The content after the results stays where it is, or out of sight, however few they are.
    this.#results.style.minBlockSize ||= `min(${this.#results.offsetHeight}px, 100vh)`;
    const search = await this.#load();
    if (turn !== this.#turn) return;
    this.#showResults(search);
    if (this.#fullText.query !== state.query && state.query.trim().length >= minFullTextQuery)
      void this.#searchText(state.query);
  }

  #showResults(search: CardSearch): void {
    const state = this.#state;
    const slugs = this.#fullText.query === state.query ? this.#fullText.slugs : [];
    const { cards, counts } = search.find(state, slugs);
    this.#list.show(cards);
    this.#showCount(cards.length);
    this.#facets.showCounts(counts);
    if (cards.length > 0) hideSuggestions();
    else
      showSuggestions(state, search.suggest(state, slugs), this.#facets.labelOf, (next) => {
        this.#goTo(next);
        byId("query").focus();
      });
    this.#list.isBusy = false;
  }

  /** The page as it was served. */
  #restore(): void {
    this.#results.style.minBlockSize = "";
    this.#list.restore();
    this.#showCount(this.#total);
    hideSuggestions();
    this.#list.isBusy = false;
  }

  #showCount(count: number): void {
    byId("count").textContent = words.results(count, this.#total);
    showChosenFilters(this.#state, this.#facets.labelOf, {
      remove: (name, value) =>
        this.#choose(
          name,
          this.#state.facets[name].filter((other) => other !== value),
        ),
      clear: () => this.#goTo(parseState("")),
    });
  }

  async #showMore(): Promise<void> {
    if (isUntouched(this.#state)) this.#list.append((await this.#load()).cards);
    else await this.#show();
  }

  /** Adds what only the full text holds, once typing pauses. */
  async #searchText(query: string): Promise<void> {
    clearTimeout(this.#fullTextTimer);
    await new Promise<void>((resolve) => (this.#fullTextTimer = window.setTimeout(resolve, fullTextPause)));
    const slugs = await findInText(query);
    if (query !== this.#state.query) return;
    this.#fullText = { query, slugs };
    if (slugs.length > 0) await keepFocus(this.#results, () => this.#show());
  }

  #load(): Promise<CardSearch> {
    return (this.#cards ??= loadCardSearch(links.cardIndex).catch((error: unknown) => {
      this.#cards = undefined;
      byId("count").textContent = words.failed;
      this.#list.isBusy = false;
      throw error;
    }));
  }
}

const form = document.querySelector<HTMLFormElement>("#find");
if (form) new HomeSearch(form);
