import * as links from "../../site/links.ts";
import type { Results } from "../../site/search/find-cards.ts";
import {
  type FacetName,
  formatState,
  isUntouched,
  parseState,
  type SearchState,
  withFacet,
} from "../../site/search/search-state.ts";
import { find as words } from "../../strings/site.ts";
import { byId } from "../elements.ts";
import { bindAcceptance } from "./acceptance.ts";
import { CardList } from "./card-list.ts";
import { type CardSearch, loadCardSearch } from "./card-search.ts";
import { showChosenFilters } from "./chosen-filters.ts";
import { bindControls } from "./controls.ts";
import { bindFacets } from "./facets.ts";
import { bindFilterSheet } from "./filter-sheet.ts";
import { findInText } from "./full-text.ts";
import { prepareGuide, showGuide } from "./guide.ts";
import { keepFocus } from "./keep-focus.ts";
import { bindMyKasm } from "./my-kasm.ts";
import { showMarks } from "./render-card.ts";
import { bindStrip } from "./strip.ts";
import { hideSuggestions, showSuggestions } from "./suggestions.ts";

/** Milliseconds without a key after which the full text is searched too, and the least characters that are worth it. */
const fullTextPause = 350;
const minFullTextQuery = 3;

/** What a search has found, or searches to try instead. */
const resultLinks = ".guide-found a, .nothing:not([hidden]) li a, .card-name a";

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
  readonly #facets = bindFacets(
    (name) => this.#state.facets[name],
    (name, values) => this.#choose(name, values),
  );
  readonly #sheet = bindFilterSheet();
  readonly #strip = bindStrip((state) => this.#goTo(state));
  readonly #acceptance = bindAcceptance((rules) => this.#goTo({ ...this.#state, accept: rules }, true));
  readonly #server = bindMyKasm(
    () => void this.#show().catch(() => undefined),
    (versions) => this.#choose("kasm", versions),
  );
  #state = this.#acceptance.open(parseState(location.search));
  #cards: Promise<CardSearch> | undefined;
  /** The full text's results for a query. */
  #fullText: { query: string; slugs: readonly string[] } = { query: "", slugs: [] };
  #fullTextTimer = 0;
  /** Counts the calls of show: later ones win over earlier ones that still wait for the cards. */
  #turn = 0;

  constructor(form: HTMLFormElement) {
    this.#total = Number(form.dataset["total"]);
    this.#list.onMore(() => this.#showMore());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#show()
        .then(() => this.#results.querySelector<HTMLElement>(resultLinks)?.focus())
        .catch(() => undefined);
    });
    addEventListener("popstate", () => {
      this.#sheet.close();
      // A policy is no step in the history: the one of the page holds.
      this.#state = { ...parseState(location.search), accept: this.#state.accept };
      this.#open();
    });
    this.#strip.show(this.#state);
    if (!isUntouched(this.#state) || this.#isJudged) this.#open();
  }

  /** Shows the state that the page has come to by its address, which a remembered policy is added to, so that it can be shared. */
  #open(): void {
    if (this.#state.accept.length > 0) history.replaceState(null, "", formatState(this.#state));
    this.#list.reset();
    this.#show().catch(() => undefined);
  }

  /** Goes to a state; the address follows. Typing on does not fill the history, nor does a policy, nor a choice in the sheet after its first. */
  #goTo(state: SearchState, isReplacing = false): void {
    this.#state = state;
    this.#list.reset();
    history[isReplacing || this.#sheet.isSameStep() ? "replaceState" : "pushState"](
      null,
      "",
      formatState(state) || location.pathname,
    );
    this.#show().catch(() => undefined);
  }

  #choose(name: FacetName, values: string[]): void {
    this.#goTo(withFacet(this.#state, name, values));
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const state = this.#state;
    this.#list.isBusy = true;
    this.#controls.show(state);
    this.#facets.show(state);
    this.#strip.show(state);
    if (isUntouched(state)) {
      this.#restore();
      if (this.#cards || this.#isJudged) {
        const search = await this.#load();
        if (turn === this.#turn) this.#judgeServed(search);
      }
      return;
    }
    // The content after the results stays where it is, or out of sight, however few they are.
    this.#results.style.minBlockSize ||= `min(${this.#results.offsetHeight}px, 100vh)`;
    const [search] = await Promise.all([this.#load(), prepareGuide(state.query)]);
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
    this.#server.mark(cards);
    this.#showCount(cards.length);
    this.#showCounts(counts);
    showGuide(state.query, cards.length === 0);
    if (cards.length > 0) hideSuggestions();
    else
      showSuggestions(state, search.suggest(state, slugs), this.#facets.labelOf, (next) => {
        this.#goTo(next);
        byId("query").focus();
      });
    this.#list.isBusy = false;
  }

  /** Whether the served cards are seen by a policy or a server. */
  get #isJudged(): boolean {
    return this.#state.accept.length > 0 || this.#server.isChosen();
  }

  /** The counts beside the served cards may be of another state. */
  #judgeServed(search: CardSearch): void {
    this.#showCounts(search.find(this.#state, []).counts);
    this.#server.mark(search.cards);
  }

  #showCounts(counts: Results["counts"]): void {
    this.#facets.showCounts(counts);
    this.#strip.showCounts(counts);
  }

  /** The page as it was served. */
  #restore(): void {
    this.#results.style.minBlockSize = "";
    this.#list.restore();
    showGuide("", false);
    this.#showCount(this.#total);
    hideSuggestions();
    this.#list.isBusy = false;
  }

  #showCount(count: number): void {
    byId("count").textContent = words.results(count, this.#total);
    this.#sheet.showCount(count);
    showChosenFilters(this.#state, this.#facets.labelOf, {
      remove: (name, value) =>
        this.#choose(
          name,
          this.#state.facets[name].filter((other) => other !== value),
        ),
      clear: () => this.#goTo({ ...parseState(""), accept: this.#state.accept }),
    });
  }

  async #showMore(): Promise<void> {
    if (!isUntouched(this.#state)) return this.#show();
    const search = await this.#load();
    this.#list.append(search.cards);
    this.#server.mark(search.cards);
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
showMarks(document);
