import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Card } from "../../src/site/card.ts";
import type { PanelFacet } from "../../src/site/facet-list.ts";
import { paginate } from "../../src/site/pagination.ts";
import { find as words } from "../../src/strings/site.ts";
import { cardNames, desktop, open, phone } from "../support/browser.ts";
import { lookOver } from "../support/look-over.ts";
import type { Store } from "./journey-sites.ts";

export const hands = ["mouse", "keyboard", "touch"] as const;
export const scripting = ["with JavaScript", "without JavaScript"] as const;

/** How a visitor comes. */
export interface Manner {
  hand: (typeof hands)[number];
  width: "360 px" | "1440 px";
  theme: "light" | "dark";
  scripting: (typeof scripting)[number];
}

/** Opens a page of a registry as a visitor of this kind, looked over like every page that the visit leads to. */
export async function visit(store: Store, manner: Manner, path = "", mayFail?: RegExp): Promise<Visit> {
  const page = await open(store.address + path, {
    viewport: manner.width === "360 px" ? phone : desktop,
    dark: manner.theme === "dark",
    scripts: manner.scripting === "with JavaScript",
    touch: manner.hand === "touch",
    ...(mayFail ? { mayFail } : {}),
  });
  const visitor = new Visit(page, store, manner);
  await visitor.lookOver();
  return visitor;
}

/** A visitor who uses one hand only: the mouse, a finger, or the keyboard. */
export class Visit {
  readonly page: Page;
  readonly store: Store;
  readonly manner: Manner;
  readonly hasScripts: boolean;
  readonly #seen = new Set<string>();
  readonly #visited = new Set<string>();

  constructor(page: Page, store: Store, manner: Manner) {
    this.page = page;
    this.store = store;
    this.manner = manner;
    this.hasScripts = manner.scripting === "with JavaScript";
    page.on(
      "framenavigated",
      (frame) => frame === page.mainFrame() && this.#visited.add(new URL(frame.url()).pathname),
    );
  }

  /** Addresses that the visit came to without looking them over. */
  get unseen(): string[] {
    return [...this.#visited].filter((path) => !this.#seen.has(path) && !path.endsWith(".json"));
  }

  /** Looks over the page that the visit has come to. */
  async lookOver(): Promise<void> {
    await this.page.waitForLoadState("load");
    this.#seen.add(new URL(this.page.url()).pathname);
    await lookOver(this.page, this.manner.theme === "dark");
  }

  /** Types an address. */
  async go(path: string): Promise<void> {
    await this.page.goto(this.store.address + path, { waitUntil: "load" });
    await this.lookOver();
  }

  /** Presses a link, button, box or summary. */
  async press(target: Locator): Promise<void> {
    const { hand } = this.manner;
    if (hand === "mouse") return target.click();
    if (hand === "touch") return target.tap();
    await this.reach(target);
    const isLink = await target.evaluate((element) => element.tagName === "A");
    await this.page.keyboard.press(isLink ? "Enter" : "Space");
  }

  /** Presses a link and looks over the page that it leads to. */
  async follow(target: Locator): Promise<void> {
    const href = await target.evaluate((link) => (link as HTMLAnchorElement).href);
    await this.press(target);
    await this.page.waitForURL(href);
    await this.lookOver();
  }

  /** Goes on by Tab until the element has the focus, which must show. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < 500; presses++) {
      if (await target.evaluate((wanted) => wanted === document.activeElement)) {
        // A card shows it around itself, a tab at its label.
        const shows = await target.evaluate((focused) =>
          [focused, focused.nextElementSibling, focused.parentElement, focused.closest(".card")].some(
            (near) =>
              near && ["", "::after"].some((part) => getComputedStyle(near, part).outlineStyle !== "none"),
          ),
        );
        expect(shows, `the focus shows on ${String(target)}`).toBe(true);
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reaches ${String(target)} on ${this.page.url()}`);
  }

  /** Chooses one of several radio buttons. */
  async choose(radio: Locator): Promise<void> {
    if (this.manner.hand !== "keyboard") return this.press(radio.locator("xpath=.."));
    const name = await radio.evaluate((element) => (element as HTMLInputElement).name);
    await this.reach(this.page.locator(`input[name="${name}"]:checked`));
    for (let presses = 0; presses < 4 && !(await radio.isChecked()); presses++)
      await this.page.keyboard.press("ArrowRight");
    expect(await radio.isChecked()).toBe(true);
  }

  /** Chooses in a list of choices. The list that a browser opens is not part of the page, so only the keyboard is real here. */
  async select(list: Locator, value: string): Promise<void> {
    if (this.manner.hand !== "keyboard") return void (await list.selectOption(value));
    await this.reach(list);
    // By its first letters: going there by arrows would choose what lies between as well. A browser takes letters within a second as one word.
    await this.page.waitForTimeout(1100);
    await this.page.keyboard.type(
      await list
        .locator(`option[value=${JSON.stringify(value)}]`)
        .first()
        .innerText(),
    );
    expect(await list.inputValue()).toBe(value);
  }

  get searchField(): Locator {
    return this.page.getByRole("searchbox");
  }

  /** Puts words into the search field in place of what is there. */
  async search(text: string): Promise<void> {
    const { page, searchField } = this;
    if (this.manner.hand !== "keyboard") await this.press(searchField);
    else if (!(await searchField.evaluate((field) => field === document.activeElement)))
      await page.keyboard.press("/");
    await page.keyboard.press("ControlOrMeta+a");
    if (text === "") return page.keyboard.press("Delete");
    // Typing key by key is what journeys are for; scripts that need an input method come as one.
    if (/^[\x20-\x7e]+$/.test(text)) await page.keyboard.type(text);
    else await page.keyboard.insertText(text);
  }

  /** Opens the filters where the window is too narrow to show them. */
  async showFilters(): Promise<void> {
    const button = this.page.getByRole("button", { name: words.filters, exact: true });
    if (await button.isVisible()) await this.press(button);
  }

  /** Closes them again. */
  async hideFilters(): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    if (!(await dialog.isVisible())) return;
    await this.press(dialog.getByRole("button").last());
    await dialog.waitFor({ state: "hidden" });
  }

  /** Presses the box of a filter, wherever it is folded away. */
  async pressFilter(facet: PanelFacet, value: string): Promise<void> {
    await this.showFilters();
    const box = this.filter(facet, value);
    const folds = box.locator("xpath=ancestor::details[not(@open)]");
    while ((await folds.count()) > 0) await this.press(folds.first().locator("> summary"));
    await this.press(box);
    await this.hideFilters();
  }

  /** A box of a filter. */
  filter(facet: PanelFacet, value: string): Locator {
    return this.page
      .getByRole("group", { name: words.facets[facet], exact: true, includeHidden: true })
      .locator(`input[value=${JSON.stringify(value)}]`);
  }

  /** Waits until the cards are these; of many results, the first 60 are drawn. */
  async shows(cards: readonly Card[]): Promise<void> {
    await this.#showsNames(cards.slice(0, 60));
  }

  /** Waits until the cards are those of the first page of a plain list, the untouched home page among them. */
  async showsFirstPage(cards: readonly Card[]): Promise<void> {
    await this.#showsNames(paginate(cards)[0]!);
  }

  async #showsNames(cards: readonly Card[]): Promise<void> {
    await expect.poll(() => cardNames(this.page), { timeout: 20_000 }).toEqual(cards.map(({ name }) => name));
  }

  /** Waits until so many are said to be found, in words that are also read out. */
  async counts(found: number): Promise<void> {
    const total = this.store.cards.length;
    await expect
      .poll(() => this.page.locator("form").getByRole("status").textContent(), { timeout: 20_000 })
      .toBe(words.results(found, total));
  }

  /** The query of the address. */
  get asked(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }
}
