import type { Card } from "../../site/card.ts";
import { decodeCards } from "../../site/card-index.ts";
import { cardTexts } from "../../site/card-texts.ts";
import { find as words, home } from "../../strings/site.ts";
import { arrange } from "./arrange.ts";
import { renderCard } from "./render-card.ts";
import { findCards, waysOut } from "../../site/search/find-cards.ts";
import { searchText } from "./full-text.ts";
import { createMatcher } from "../../site/search/match.ts";
import {
  type FacetName,
  facetNames,
  formatState,
  isUntouched,
  parseState,
  type Sort,
  type State,
} from "../../site/search/search-state.ts";

/** Search and filters of the home page. Nothing is loaded before the visitor asks for something. */

const form = document.querySelector<HTMLFormElement>("#find");
if (form) start(form);

function start(form: HTMLFormElement): void {
  const $ = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
  const query = $<HTMLInputElement>("query");
  const sort = $<HTMLSelectElement>("sort");
  let list = $("cards");
  const found = list.parentElement!;
  const more = $<HTMLButtonElement>("more");
  const rest = document.getElementById("rest");
  const served = { cards: [...list.children], more: more.textContent, moreHidden: more.hidden };
  const lang = form.dataset["lang"] ?? "en";
  const total = Number(form.dataset["total"]);
  const step = 60;
  const atOnce = 15;
  /** Milliseconds after which a visitor has stopped typing, and what the window does not show is drawn too. */
  const pause = 250;
  let state = parseState(location.search);
  let isOpening = !isUntouched(state);
  let shown = step;
  /** The cards of the list by number, in order; none where they are the served ones. */
  let drawn: ReadonlyMap<number, HTMLElement> = new Map();
  let late: { query: string; slugs: string[] } = { query: "", slugs: [] };
  let turn = 0;
  let loading: Promise<Index> | undefined;

  const load = (): Promise<Index> =>
    (loading ??= loadIndex(form.dataset["index"]!).catch((error: unknown) => {
      loading = undefined;
      $("count").textContent = words.failed;
      list.ariaBusy = "false";
      throw error;
    }));

  /** The filters of a long list wait in a template, for its first cards to be painted. */
  function placeFilters(): void {
    const late = document.querySelector<HTMLTemplateElement>("#late-facets");
    if (!late) return;
    $("facets").append(late.content);
    late.remove();
  }

  /** Makes the page show the state. Later calls win over earlier ones that still wait for the index. */
  async function show(): Promise<void> {
    const mine = ++turn;
    list.ariaBusy = "true";
    placeFilters();
    fillForm();
    if (isUntouched(state)) {
      restore();
      // The counts beside the filters were of another state.
      if (loading) showCounts((await loading).find(state, []).counts);
      return;
    }
    // What comes after the results stays where it is, or out of sight, however few there are.
    found.style.minBlockSize ||= `min(${found.offsetHeight}px, 100vh)`;
    const index = await load();
    if (mine !== turn) return;
    const extra =
      late.query === state.query ? late.slugs.flatMap((slug) => index.places.get(slug) ?? []) : [];
    const { shown: numbers, counts } = index.find(state, extra);
    const template = document.querySelector<HTMLTemplateElement>("#card")!;
    /** Fills the list. Cards that it holds are taken over; beyond a place none is drawn. */
    const fill = (end: number): void => {
      const cards = new Map<number, HTMLElement>();
      for (const [place, number] of numbers.slice(0, shown).entries()) {
        const card =
          drawn.get(number) ??
          (place < end ? renderCard(template, cardTexts(index.cards[number]!, lang)) : null);
        if (!card) break;
        cards.set(number, card);
      }
      arrange(list, [...cards.values()]);
      drawn = cards;
    };
    // What the window shows comes at once, the rest when there is time; all of it to whoever is among the results.
    const first = found.contains(document.activeElement) ? shown : Math.min(shown, atOnce);
    if (isOpening) {
      // The address asked for this, no key or click: a list of its own comes in place of the served one, which would be seen to move.
      const served = list;
      list = served.cloneNode() as HTMLElement;
      served.replaceWith(list);
      isOpening = false;
    }
    fill(first);
    if (drawn.size < Math.min(numbers.length, shown)) setTimeout(() => mine === turn && fill(shown), pause);
    more.hidden = numbers.length <= shown;
    more.textContent = home.more(Math.min(step, numbers.length - shown));
    if (rest) rest.hidden = true;
    $("count").textContent = words.results(numbers.length, total);
    showCounts(counts);
    showChosen();
    showNothing(numbers.length === 0 ? index.ways(state, extra) : null);
    list.ariaBusy = "false";
    if (late.query !== state.query && state.query.trim().length > 2) void addText(state.query);
  }

  let idle = 0;
  /** Adds what only the full text holds, once typing pauses. */
  async function addText(text: string): Promise<void> {
    clearTimeout(idle);
    await new Promise<void>((resolve) => (idle = window.setTimeout(resolve, 350)));
    const slugs = await searchText(text);
    if (text !== state.query) return;
    late = { query: text, slugs };
    if (slugs.length === 0) return;
    // Whoever has gone on to the results by then is not thrown out of them.
    const { activeElement } = document;
    const name = found.contains(activeElement) ? nameOf(activeElement!) : "";
    await show();
    if (name)
      [...found.querySelectorAll<HTMLElement>("a, button")]
        .find((element) => nameOf(element) === name)
        ?.focus();
  }

  function restore(): void {
    found.style.minBlockSize = "";
    drawn = new Map();
    list.replaceChildren(...served.cards);
    more.textContent = served.more;
    more.hidden = served.moreHidden;
    if (rest) rest.hidden = false;
    $("count").textContent = words.results(total, total);
    showChosen();
    showNothing(null);
    list.ariaBusy = "false";
  }

  function fillForm(): void {
    if (query.value.trim() !== state.query.trim()) query.value = state.query;
    const [first, byName] = sort.options;
    if (first && byName) {
      const asks = state.query.trim() !== "";
      first.textContent = asks ? (first.dataset["best"] ?? "") : byName.textContent;
      byName.hidden = byName.disabled = !asks && state.sort !== "name";
    }
    sort.value = state.sort;
    for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
      box.checked = state.facets[box.name as FacetName].includes(box.value);
  }

  function showCounts(counts: Record<FacetName, Map<string, number>>): void {
    for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
      const number = counts[box.name as FacetName].get(box.value) ?? 0;
      const choice = box.parentElement!;
      choice.querySelector(".choice-count")!.textContent = String(number);
      choice.classList.toggle("empty", number === 0);
    }
  }

  function showChosen(): void {
    const chosen = facetNames.flatMap((name) => state.facets[name].map((value) => ({ name, value })));
    const buttons = chosen.map(({ name, value }) => {
      const button = makeButton(`${label(name, value)} ×`, () =>
        change({
          ...state,
          facets: { ...state.facets, [name]: state.facets[name].filter((other) => other !== value) },
        }),
      );
      button.ariaLabel = words.remove(label(name, value));
      return button;
    });
    const clear = makeButton(words.clearAll, () => change(parseState("")));
    clear.className = "clear";
    $("chosen").hidden = chosen.length === 0;
    $("chosen").replaceChildren(...[...buttons, clear].map(inItem));
  }

  function showNothing(ways: ReturnType<Index["ways"]> | null): void {
    const box = $("nothing");
    box.hidden = ways === null;
    if (!ways) return;
    const chosen = facetNames.flatMap((name) => state.facets[name].map((value) => label(name, value)));
    const asked = [state.query.trim() && `“${state.query.trim()}”`, ...chosen].filter(Boolean).join(", ");
    box.querySelector("h3")!.textContent = words.nothingFor(asked);
    box.querySelector("p")!.textContent = ways.length > 0 ? words.nothingWays : words.nothingHelp;
    box.querySelector("ul")!.replaceChildren(
      ...ways.map(({ facet, value, count, state: next }) => {
        const link = document.createElement("a");
        link.className = "button";
        link.href = formatState(next) || location.pathname;
        link.textContent =
          facet === "query" || facet === "all"
            ? words.ways[facet](count)
            : facet === "words"
              ? words.ways.instead(`“${value}”`, count)
              : value
                ? words.ways.instead(label(facet, value), count)
                : words.ways.without(
                    state.facets[facet].map((chosen) => label(facet, chosen)).join(", "),
                    count,
                  );
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          change(next);
          query.focus();
        });
        return inItem(link);
      }),
    );
  }

  /** What a value of a facet is called on the page. */
  function label(name: FacetName, value: string): string {
    if (name === "kasm") return words.kasm(value.replace(/\.x$/, ""));
    return (
      form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"] + span`)?.textContent ?? value
    );
  }

  /** Goes to a state; the address follows. Typing on does not fill the history. */
  function change(next: State, replace = false): void {
    state = next;
    shown = step;
    history[replace ? "replaceState" : "pushState"](null, "", formatState(next) || location.pathname);
    show().catch(() => undefined);
  }

  query.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
  query.addEventListener("input", () =>
    change({ ...state, query: query.value }, state.query !== "" && query.value !== ""),
  );
  query.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || query.value === "") return;
    event.preventDefault();
    change({ ...state, query: "" });
  });
  form.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement | HTMLSelectElement;
    if (box === sort) change({ ...state, sort: sort.value as Sort | "" });
    if (box.type !== "checkbox") return;
    const name = box.name as FacetName;
    const values = [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map(
      ({ value }) => value,
    );
    const unlisted = state.facets[name].filter(
      (value) => !form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`),
    );
    change({ ...state, facets: { ...state.facets, [name]: [...unlisted, ...values] } });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => {
    const before = Math.max(shown, list.children.length);
    shown = before + step;
    // The served page has no state to leave: the index takes over from it.
    void (isUntouched(state) ? showAll(before) : show().then(() => setTimeout(() => focusCard(before), 100)));
  });

  /** "Show more" on the untouched page. */
  async function showAll(before: number): Promise<void> {
    const index = await load();
    const template = document.querySelector<HTMLTemplateElement>("#card")!;
    list.append(
      ...index.cards.slice(before, shown).map((card) => renderCard(template, cardTexts(card, lang))),
    );
    more.hidden = index.cards.length <= shown;
    more.textContent = home.more(Math.min(step, index.cards.length - shown));
    focusCard(before);
  }

  function focusCard(place: number): void {
    list.children[place]?.querySelector<HTMLElement>(".card-name a")?.focus();
  }

  const toggle = form.querySelector<HTMLButtonElement>(".bar-filter");
  toggle?.addEventListener("click", () => {
    toggle.ariaExpanded = String($("facets").classList.toggle("open"));
  });
  addEventListener("popstate", () => {
    state = parseState(location.search);
    shown = step;
    show().catch(() => undefined);
  });
  if (isUntouched(state)) requestAnimationFrame(() => setTimeout(placeFilters));
  else show().catch(() => undefined);
}

interface Index {
  cards: Card[];
  /** Slug → card number. */
  places: Map<string, number>;
  find: (state: State, extra: readonly number[]) => ReturnType<typeof findCards>;
  ways: (state: State, extra: readonly number[]) => ReturnType<typeof waysOut>;
}

async function loadIndex(address: string): Promise<Index> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const cards = decodeCards(await response.json());
  const match = createMatcher(cards);
  // In small parts while the visitor still thinks; the first key does what is left.
  const prepare = (): void => void (match.prepare(100) && setTimeout(prepare, 10));
  prepare();
  return {
    cards,
    places: new Map(cards.map(({ slug }, place) => [slug, place])),
    find: (state, extra) => findCards(cards, match, state, extra),
    ways: (state, extra) => waysOut(cards, match, state, extra),
  };
}

/** What tells a link or button of the results from the others. */
function nameOf(element: Element): string {
  return element.getAttribute("href") ?? element.ariaLabel ?? element.id;
}

function makeButton(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}

function inItem(child: HTMLElement): HTMLLIElement {
  const item = document.createElement("li");
  item.append(child);
  return item;
}
