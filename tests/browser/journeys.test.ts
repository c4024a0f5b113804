import { access } from "../../src/strings/access.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Card } from "../../src/site/card.ts";
import type { PanelFacet } from "../../src/site/facet-list.ts";
import { pagesOf, paginate } from "../../src/site/pagination.ts";
import { frame, site } from "../../src/strings/every-page.ts";
import {
  cards as cardWords,
  find as words,
  flagsPage,
  flagWords,
  home,
  listing,
  notFound,
  workspace as pageWords,
} from "../../src/strings/site.ts";
import { cardNames } from "../support/browser.ts";
import { mistyped, openStore, questionsOf, type Store, type StoreName } from "./journey-sites.ts";
import { hands, scripting, visit, type Manner, type Visit } from "./visit.ts";

/** Every way through the store-front that a visitor takes. How pages look in other widths, themes and directions is tests/site/looks.test.ts's. */

interface Setting extends Manner {
  store: Store;
}

const namesOf = (cards: readonly Card[]): string[] => cards.map(({ name }) => name);
const workspacePage = ({ slug }: Card): string => `workspaces/${encodeURIComponent(slug)}/`;
/** Some card of the first page, another one for each journey. */
const someCard = ({ cards }: Store, part: number): Card =>
  cards[Math.floor(Math.min(cards.length, 60) * part)]!;

/** The values of a card that a filter looks at; written apart from the page's own, which are under test. */
const valuesOf: Record<PanelFacet, (card: Card) => string[]> = {
  category: ({ categories }) => categories,
  kasm: ({ kasm }) => kasm,
  arch: ({ architectures }) => architectures,
  image: ({ image }) => (image === "" ? [] : [image]),
  flag: ({ flags }) => (flags.length === 0 ? ["none"] : flags.map(([, flag]) => flag)),
  finding: ({ findings }) => (findings.length === 0 ? ["none"] : findings.map(({ rule }) => rule)),
};
/** How much a card asks for: its first finding, then how many. */
const weight = ({ findings }: Card): number =>
  ["info", "low", "usual", "medium", "high", "critical"].indexOf(findings[0]?.level ?? "info") * 1000 +
  findings.length;
const having = ({ cards }: Store, facet: PanelFacet, value: string): Card[] =>
  cards.filter((card) => valuesOf[facet](card).includes(value));

/** A registry without a workspace has one journey: to the builder, or to how a registry is added. */
async function beginning({ store, ...manner }: Setting): Promise<void> {
  const visitor = await visit(store, manner);
  const { page } = visitor;
  expect(await page.getByRole("heading", { name: home.empty }).isVisible()).toBe(true);
  expect(await page.getByRole("searchbox").count()).toBe(0);
  expect(await cardNames(page)).toEqual([]);
  await visitor.follow(page.getByRole("link", { name: words.start }));
  expect(new URL(page.url()).pathname).toMatch(/\/new\/$/);
  expect(visitor.unseen).toEqual([]);
}

/** From page to page of a listing by the links of its pager. */
async function pageThrough(visitor: Visit, cards: readonly Card[]): Promise<void> {
  const pages = pagesOf(cards);
  await visitor.showsFirstPage(cards);
  if (pages.length === 1)
    return expect(await visitor.page.getByRole("navigation", { name: listing.pages }).count()).toBe(0);
  await visitor.follow(visitor.page.getByRole("link", { name: listing.next }));
  expect(await cardNames(visitor.page)).toEqual(namesOf(pages[1]!.cards));
  await visitor.follow(visitor.page.getByRole("link", { name: listing.page(pages.length, pages.length) }));
  expect(await cardNames(visitor.page)).toEqual(namesOf(pages.at(-1)!.cards));
  expect(await visitor.page.getByRole("link", { name: listing.next }).count()).toBe(0);
  await visitor.follow(visitor.page.getByRole("link", { name: listing.previous }));
}

/** Opens the workspace with the most findings, by its address. */
async function visitWorst({ store, ...manner }: Setting): Promise<{ visitor: Visit; card: Card }> {
  const findings = (card: Card): number => store.workspaces.get(card.slug)!.findings.length;
  const card = store.cards.reduce((most, each) => (findings(each) > findings(most) ? each : most));
  return { visitor: await visit(store, manner, workspacePage(card)), card };
}

const journeys: Record<string, (setting: Setting) => Promise<Visit>> = {
  "finds by searching": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    if (!visitor.hasScripts) {
      // No field that would not work, here or on the next page, and all of them a link away.
      expect(await visitor.searchField.count()).toBe(0);
      await visitor.follow(
        page
          .getByRole("navigation", { name: home.browse })
          .getByRole("link", { name: home.all(store.cards.length) }),
      );
      expect(await visitor.searchField.count()).toBe(0);
      await visitor.follow(page.getByRole("link", { name: someCard(store, 0.7).name, exact: true }).first());
      return visitor;
    }
    for (const [query, first] of questionsOf(store)) {
      await visitor.search(query);
      await expect
        .poll(async () => (await cardNames(page))[0], { timeout: 20_000, message: `${query} → ${first}` })
        .toBe(first);
    }
    expect(visitor.asked.get("q")).toBe(questionsOf(store).at(-1)![0]);
    await visitor.follow(page.locator(".cards").getByRole("link").first());
    return visitor;
  },

  "filters by each facet": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    if (!visitor.hasScripts) {
      const browse = page.getByRole("navigation", { name: home.browse });
      const [category, version] = [store.categories.at(-1)!, store.versions[0]!];
      await visitor.follow(browse.getByRole("link", { name: category.name, exact: true }));
      await visitor.showsFirstPage(category.cards);
      await visitor.follow(
        page
          .getByRole("navigation", { name: home.browse })
          .getByRole("link", { name: listing.kasm(version.name) }),
      );
      await visitor.showsFirstPage(version.cards);
      return visitor;
    }
    for (const facet of Object.keys(valuesOf) as PanelFacet[]) {
      const values = [...new Set(store.cards.flatMap(valuesOf[facet]))];
      if (values.every((value) => having(store, facet, value).length === store.cards.length)) {
        expect(await page.getByRole("group", { name: words.facets[facet], exact: true }).count()).toBe(0);
        continue;
      }
      const value = values[Math.floor(values.length / 2)]!;
      const wanted = having(store, facet, value);
      const box = visitor.filter(facet, value);
      expect(
        await box.locator("xpath=..").locator(".choice-count").textContent(),
        `number beside ${value}`,
      ).toBe(String(wanted.length));
      await visitor.pressFilter(facet, value);
      await visitor.counts(wanted.length);
      await visitor.shows(wanted);
      expect(visitor.asked.getAll(facet)).toEqual([value]);
      await visitor.pressFilter(facet, value);
      await visitor.showsFirstPage(store.cards);
    }
    expect(visitor.asked.size).toBe(0);
    return visitor;
  },

  "combines search and filters": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    const card = store.cards.find(({ categories }) => categories.length > 0)!;
    if (!visitor.hasScripts) {
      // Without a script one goes from the group to the workspace, and from there to its group again.
      const group = store.categories.find(({ name }) => name === card.categories[0])!;
      await visitor.go(`categories/${encodeURIComponent(group.slug)}/`);
      await visitor.follow(page.locator(".cards").getByRole("link", { name: card.name, exact: true }));
      await visitor.follow(
        page
          .getByRole("navigation", { name: frame.breadcrumb })
          .getByRole("link", { name: group.name, exact: true }),
      );
      return visitor;
    }
    await visitor.search(card.name);
    await expect.poll(async () => (await cardNames(page))[0]).toBe(card.name);
    const architecture = card.architectures[0]!;
    await visitor.pressFilter("arch", architecture);
    const finding = card.findings[0]?.rule ?? "none";
    await visitor.pressFilter("finding", finding);
    await expect.poll(async () => (await cardNames(page))[0]).toBe(card.name);
    const allowed = new Set(
      namesOf(having(store, "arch", architecture).filter((each) => valuesOf.finding(each).includes(finding))),
    );
    expect((await cardNames(page)).filter((name) => !allowed.has(name))).toEqual([]);
    expect(Object.fromEntries(visitor.asked)).toEqual({ q: card.name, arch: architecture, finding });
    await visitor.press(page.getByRole("button", { name: words.remove(architecture) }));
    await expect.poll(() => visitor.asked.has("arch")).toBe(false);
    return visitor;
  },

  "sorts by each order": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    const sort = page.getByRole("combobox", { name: words.sort });
    await visitor.showsFirstPage(store.cards);
    if (!visitor.hasScripts) {
      expect(await sort.count()).toBe(0);
      await visitor.go("all/");
      await visitor.showsFirstPage(store.cards);
      return visitor;
    }
    const orders: [string, (a: Card, b: Card) => number][] = [
      ["access", (a, b) => weight(b) - weight(a)],
      ["newest", (a, b) => b.created - a.created],
      ["changed", (a, b) => b.modified - a.modified],
      ["size", (a, b) => a.size - b.size],
      ["", () => 0],
    ];
    for (const [value, order] of orders) {
      await visitor.select(sort, value);
      await (value ? visitor.shows([...store.cards].sort(order)) : visitor.showsFirstPage(store.cards));
      expect(visitor.asked.get("sort") ?? "").toBe(value);
    }
    return visitor;
  },

  "shares what is found, and goes back and forth": async ({ store, ...manner }) => {
    const card = someCard(store, 0.4);
    if (!manner.scripting.startsWith("with ")) {
      const visitor = await visit(store, manner);
      await visitor.follow(visitor.page.getByRole("link", { name: card.name, exact: true }).first());
      await visitor.page.goBack();
      await visitor.lookOver();
      await visitor.showsFirstPage(store.cards);
      return visitor;
    }
    const visitor = await visit(store, manner);
    const { page } = visitor;
    const kasm = card.kasm.at(-1)!;
    await visitor.pressFilter("kasm", kasm);
    await visitor.shows(having(store, "kasm", kasm));
    await visitor.select(page.getByRole("combobox", { name: words.sort }), "size");
    const bySize = having(store, "kasm", kasm).sort((a, b) => a.size - b.size);
    await visitor.shows(bySize);
    const shared = page.url();
    expect(shared).toBe(`${store.address}?kasm=${kasm}&sort=size`);

    await page.goBack();
    await visitor.shows(having(store, "kasm", kasm));
    await page.goBack();
    await visitor.showsFirstPage(store.cards);
    expect(await visitor.filter("kasm", kasm).isChecked()).toBe(false);
    await page.goForward();
    await page.goForward();
    await visitor.shows(bySize);

    const friend = await visit(store, manner, new URL(shared).search);
    await friend.shows(bySize);
    expect(await friend.filter("kasm", kasm).isChecked()).toBe(true);
    expect(await friend.page.getByRole("combobox", { name: words.sort }).inputValue()).toBe("size");
    await friend.follow(friend.page.locator(".cards").getByRole("link").first());
    await friend.page.goBack();
    await friend.shows(bySize);
    expect(friend.unseen).toEqual([]);
    return visitor;
  },

  "begins with a slash, ends with Esc": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page, searchField } = visitor;
    await page.keyboard.press("/");
    if (!visitor.hasScripts) {
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await visitor.follow(
        page.getByRole("link", { name: manner.hand === "keyboard" ? frame.skip : frame.flags }).first(),
      );
      return visitor;
    }
    expect(await searchField.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("zz/q");
    expect(await searchField.inputValue()).toBe("zz/q");
    await visitor.shows([]);
    await page.keyboard.press("Escape");
    await visitor.showsFirstPage(store.cards);
    expect([await searchField.inputValue(), visitor.asked.size]).toEqual(["", 0]);

    // On the other pages the field of the header leads to the results.
    const card = someCard(store, 0.5);
    await visitor.go(workspacePage(card));
    await page.keyboard.press("/");
    expect(await searchField.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.insertText(card.name);
    await page.keyboard.press("Enter");
    await expect.poll(() => visitor.asked.get("q")).toBe(card.name);
    await expect.poll(async () => (await cardNames(page))[0]).toBe(card.name);
    await visitor.lookOver();
    return visitor;
  },

  "is told what was found": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    await visitor.counts(store.cards.length);
    if (!visitor.hasScripts) {
      for (const { name, slug, cards } of [store.categories[0]!, store.categories.at(-1)!]) {
        await visitor.go(`categories/${encodeURIComponent(slug)}/`);
        expect(await page.getByText(listing.categoryIntro(cards.length)).isVisible(), name).toBe(true);
      }
      return visitor;
    }
    await visitor.search("zzqqzz");
    await visitor.counts(0);
    await visitor.search(someCard(store, 0.3).name);
    await expect.poll(async () => (await cardNames(page)).length).toBeGreaterThan(0);
    await visitor.search("");
    await visitor.counts(store.cards.length);
    const architecture = store.cards[0]!.architectures[0]!;
    await visitor.pressFilter("arch", architecture);
    await visitor.counts(having(store, "arch", architecture).length);
    return visitor;
  },

  "is helped where nothing is found": async ({ store, ...manner }) => {
    const card = someCard(store, 0.8);
    const absent = ["1.13.x", "1.12.x", "1.11.x"].find((version) => !card.kasm.includes(version))!;
    if (!manner.scripting.startsWith("with ")) {
      // Every group that is linked holds what the number beside it says.
      const visitor = await visit(store, manner, `kasm/${encodeURIComponent(store.versions.at(-1)!.name)}/`);
      await pageThrough(visitor, store.versions.at(-1)!.cards);
      const browse = visitor.page.getByRole("navigation", { name: home.browse });
      for (const { name, cards } of store.categories)
        expect(await browse.getByRole("listitem").filter({ hasText: name }).allInnerTexts()).toContain(
          `${name} ${cards.length}`,
        );
      return visitor;
    }
    const visitor = await visit(
      store,
      manner,
      `?q=${encodeURIComponent(card.name)}&kasm=${absent}&arch=${card.architectures[0]!}&category=zzz`,
    );
    const { page } = visitor;
    await visitor.counts(0);
    const nothing = page
      .locator("form section")
      .filter({ has: page.getByRole("heading", { name: words.nothingFor("").trim() }) });
    expect(await nothing.getByRole("heading").innerText()).toContain(
      `“${card.name}”, zzz, Kasm ${absent.replace(".x", "")}, ${card.architectures[0]!}`,
    );
    await visitor.go(`?q=${encodeURIComponent(card.name)}&kasm=${absent}`);
    await expect.poll(() => nothing.getByRole("link").count()).toBeGreaterThan(0);
    const way = nothing.getByRole("link").first();
    const promised = Number(/\(([\d,]+)\)$/.exec(await way.innerText())![1]!.replace(",", ""));
    await visitor.press(way);
    await visitor.counts(promised);
    // Beyond those in the window, cards are drawn when there is time.
    await expect.poll(async () => (await cardNames(page)).length).toBe(Math.min(60, promised));
    expect(await nothing.count()).toBe(0);
    return visitor;
  },

  "copies the registry link and reads how to add it": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    expect(await page.getByRole("textbox", { name: home.linkLabel }).inputValue()).toBe(store.link);
    const copy = page.getByRole("button", { name: frame.copy });
    if (visitor.hasScripts) {
      await visitor.press(copy);
      await expect.poll(() => page.getByRole("button", { name: site.copied }).isVisible()).toBe(true);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(store.link);
    } else expect(await copy.count()).toBe(0);
    expect(await page.getByText(home.steps[1]!).isVisible()).toBe(false);
    await visitor.press(page.getByText(home.howTo));
    for (const step of home.steps) expect(await page.getByText(step).isVisible()).toBe(true);
    return visitor;
  },

  "sees why Kasm flags a workspace": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    const flagged = paginate(store.cards)[0]!.filter(({ flags }) => flags.length > 0);
    expect(await page.getByRole("button", { name: /is flagged by Kasm/ }).count()).toBe(flagged.length);
    const card = flagged.reduce<Card | undefined>(
      (most, each) => (each.flags.length > (most?.flags.length ?? 0) ? each : most),
      undefined,
    );
    if (!card) return visitor;
    const mark = page.getByRole("button", { name: cardWords.flagged(card.name), exact: true });
    const tip = page.locator(`[id=${JSON.stringify(await mark.getAttribute("aria-describedby"))}]`);
    expect(await tip.isVisible()).toBe(false);
    await (manner.hand === "mouse"
      ? mark.hover()
      : manner.hand === "touch"
        ? mark.tap()
        : visitor.reach(mark));
    await expect.poll(() => tip.isVisible()).toBe(true);
    const text = (await tip.innerText()).replace(/\s+/g, " ");
    for (const [property, flag] of card.flags) expect(text).toContain(`${property} ${flag}`);
    const { x, width } = (await tip.boundingBox())!;
    expect(
      x >= 0 && x + width <= page.viewportSize()!.width,
      `the tooltip, ${x} to ${x + width}, lies inside the window`,
    ).toBe(true);
    expect(new URL(page.url()).pathname).toBe(new URL(store.address).pathname);
    if (visitor.hasScripts) {
      await page.keyboard.press("Escape");
      await expect.poll(() => tip.isVisible()).toBe(false);
    }
    return visitor;
  },

  "opens a card and judges the workspace": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    const card = someCard(store, 0.9);
    const { findings, flags } = store.workspaces.get(card.slug)!;
    await visitor.follow(page.locator(".cards").getByRole("link", { name: card.name, exact: true }).first());
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(card.name);
    const verdict = (await page.locator(".verdict").innerText()).replace(/\s+/g, " ");
    for (const { flag, property } of flags)
      expect(verdict).toMatch(new RegExp(`${flag} \\([^)]*${property}`));
    if (flags.length === 0) expect(verdict).toContain(pageWords.officialNone);
    if (findings.length === 0) expect(verdict).toContain(pageWords.verdict.settingsOnly);
    expect(await page.locator(".access tr").count()).toBe(Object.keys(access.areas).length);
    expect(await page.locator(".finding").count()).toBe(findings.length);
    expect(await page.locator("aside").innerText()).toContain(card.images.at(-1)!);
    if (findings.length > 0) {
      await visitor.follow(
        page.locator(".verdict").getByRole("link", { name: pageWords.findings(findings.length) }),
      );
      expect(new URL(page.url()).hash).toBe("#changes");
    }
    return visitor;
  },

  "goes from a finding to its line and back": async (setting) => {
    const { visitor, card } = await visitWorst(setting);
    const { page } = visitor;
    const { findings } = setting.store.workspaces.get(card.slug)!;
    const items = page.locator(".finding");
    expect(await items.count()).toBe(findings.length);
    expect((await page.locator(".json .line.marked").count()) > 0).toBe(findings.length > 0);
    for (const place of new Set(findings.length === 0 ? [] : [0, findings.length - 1])) {
      const item = items.nth(place);
      await visitor.press(item.getByRole("link", { name: /^Line \d+ of the JSON$/ }));
      const line = page.locator(".line:target");
      await expect.poll(() => line.isVisible()).toBe(true);
      const path = await item.locator(".finding-where code").innerText();
      const key = findings
        .find((finding) => finding.path === path)!
        .pointer.split("/")
        .filter((part) => !/^\d+$/.test(part))
        .at(-1)!
        .replaceAll("~1", "/")
        .replaceAll("~0", "~");
      // A short block is one line, so the value may share the line of its parent.
      expect(await line.innerText(), path).toContain(key);
      await visitor.press(line.getByRole("link").first());
      await expect.poll(() => page.locator(".finding:target").isVisible()).toBe(true);
    }
    if (findings.length === 0) return visitor;
    await visitor.press(items.first().getByText(pageWords.sources));
    await visitor.follow(items.first().getByRole("link", { name: pageWords.ruleLink }));
    expect(await page.locator(":target").isVisible()).toBe(true);
    return visitor;
  },

  "reads, copies and downloads the JSON of both schemas": async ({ store, ...manner }) => {
    const card = someCard(store, 0.2);
    // Beside a raw file, browsers ask for an icon by themselves.
    const visitor = await visit(store, manner, workspacePage(card), /\/favicon\.ico$/);
    const { page } = visitor;
    for (const schema of ["1.0", "1.1"]) {
      await visitor.choose(page.getByRole("radio", { name: pageWords.tabs.json(schema) }));
      const code = page.locator("pre").and(page.getByLabel(pageWords.tabs.json(schema)));
      expect(await code.isVisible()).toBe(true);
      expect(await page.locator(".json pre:visible").count()).toBe(1);
      const panel = code.locator("xpath=..");
      const list = (await (await page.request.get(`${store.address}${schema}/list.json`)).json()) as {
        workspaces: { friendly_name: string }[];
      };
      const entry = list.workspaces.find(({ friendly_name }) => friendly_name === card.name);
      if (visitor.hasScripts) {
        await visitor.press(panel.getByRole("button", { name: frame.copy }));
        await expect.poll(() => panel.getByRole("button", { name: site.copied }).isVisible()).toBe(true);
        expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(entry);
      }
      const download = page.waitForEvent("download");
      await visitor.press(panel.getByRole("link", { name: pageWords.download }));
      expect(JSON.parse(readFileSync(await (await download).path(), "utf8"))).toMatchObject({
        workspace: entry,
      });
    }
    const here = page.url();
    await visitor.press(
      page.locator(".json-panel:visible").first().getByRole("link", { name: pageWords.raw }),
    );
    await page.waitForURL("**/*.json");
    expect((await page.locator("body").innerText()).includes(card.images[0]!)).toBe(true);
    await page.goBack();
    await page.waitForURL(here);
    return visitor;
  },

  "reads the docker command, how to install, and what is related": async ({ store, ...manner }) => {
    const card = someCard(store, 0.6);
    const visitor = await visit(store, manner, workspacePage(card));
    const { page } = visitor;
    for (const [tab, start] of [
      [pageWords.tabs.docker, /^docker run /],
      [pageWords.tabs.compose, /^services:/],
    ] as const) {
      await visitor.choose(page.getByRole("radio", { name: tab }));
      const panel = page.locator(".json-panel:visible").last();
      const text = (await panel.locator("code").first().textContent())!;
      expect(text).toMatch(start);
      expect(card.images.some((image) => text.includes(image))).toBe(true);
      if (!visitor.hasScripts) continue;
      const copy = panel.getByRole("button");
      await visitor.press(copy);
      await expect.poll(() => copy.innerText()).toBe(site.copied);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }
    await visitor.press(page.getByText(pageWords.steps));
    const steps = page.locator("#install").getByRole("listitem");
    expect(await steps.count()).toBe(pageWords.installSteps.length + 1);
    expect(await page.locator("#install").getByRole("textbox").inputValue()).toBe(store.link);
    const related = page.locator(".similar li > span").getByRole("link");
    const neighbours = store.cards.filter(
      (other) => other !== card && other.categories.includes(card.categories[0]!),
    );
    expect((await related.count()) > 0).toBe(neighbours.length > 0);
    if (neighbours.length === 0) return visitor;
    await visitor.follow(related.first());
    expect(namesOf(neighbours)).toContain(await page.getByRole("heading", { level: 1 }).innerText());
    return visitor;
  },

  "reads about the flags, and comes back to the workspaces that carry one": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner);
    const { page } = visitor;
    await visitor.follow(
      page.getByRole("navigation", { name: frame.navigation }).getByRole("link", { name: frame.flags }),
    );
    const flags = (["flag_user", "flag_privileged", "flag_property"] as const).map((flag) => ({
      flag,
      carriers: having(store, "flag", flag),
    }));
    for (const { flag, carriers } of flags) {
      const entry = page.locator(`[id="${flag}"]`);
      expect(await entry.innerText()).toContain(flagsPage.seen(carriers.length));
      // A search that finds nothing is no link.
      expect(await entry.getByRole("link").count()).toBe(Math.min(carriers.length, 1));
    }
    const carried = flags.find(({ carriers }) => carriers.length > 0);
    if (!carried) return visitor;
    await visitor.follow(page.locator(`[id="${carried.flag}"]`).getByRole("link"));
    if (!visitor.hasScripts) return visitor;
    await visitor.counts(carried.carriers.length);
    await visitor.shows(carried.carriers);
    const remove = words.remove(flagWords[carried.flag]);
    expect(await page.getByRole("button", { name: remove }).isVisible()).toBe(true);
    return visitor;
  },

  "is lost, and guided": async ({ store, ...manner }) => {
    const card = store.cards.length === 0 ? null : someCard(store, 0.5);
    const visitor = await visit(
      store,
      manner,
      `lost/${encodeURIComponent(card ? mistyped(card.slug) : "firefox")}/`,
      /\/lost\//,
    );
    const { page } = visitor;
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(notFound.title);
    if (!visitor.hasScripts || !card) {
      await visitor.follow(page.getByRole("link", { name: home.all(store.cards.length) }));
      await visitor.showsFirstPage(store.cards);
      return visitor;
    }
    const guess = page.locator("#suggestions").getByRole("link").first();
    await expect.poll(() => guess.textContent(), { timeout: 20_000 }).toBe(card.name);
    await expect.poll(() => page.getByRole("status").textContent()).toBe(notFound.text);
    await visitor.follow(guess);
    return visitor;
  },

  "pages through the plain listings": async ({ store, ...manner }) => {
    const visitor = await visit(store, manner, "all/");
    await pageThrough(visitor, store.cards);
    const category = store.categories[0];
    if (!category) return visitor;
    const browse = visitor.page.getByRole("navigation", { name: home.browse });
    await visitor.follow(browse.getByRole("link", { name: category.name, exact: true }));
    await pageThrough(visitor, category.cards);
    await visitor.follow(browse.getByRole("link", { name: listing.kasm(store.versions[0]!.name) }));
    await pageThrough(visitor, store.versions[0]!.cards);
    return visitor;
  },
};

/** Journeys that a registry without a workspace has as well. */
const always = new Set([
  "copies the registry link and reads how to add it",
  "reads about the flags, and comes back to the workspaces that carry one",
  "is lost, and guided",
  "pages through the plain listings",
]);

/** Journeys that differ where JavaScript is off. */
const differs = new Set(Object.keys(journeys).slice(0, 9));

const storeNames = ["template", "world", "many"] as const;
/** Each journey in two stores by two hands, and once without JavaScript where it differs there. */
const table: Row[] = Object.keys(journeys).flatMap((journey, place) =>
  [0, 1].map((turn) => ({
    journey,
    store: storeNames[(place + turn) % 3]!,
    hand: hands[(place + 2 * turn + Math.floor(place / 3)) % hands.length]!,
    scripting: scripting[turn === 1 && differs.has(journey) ? 1 : 0],
  })),
);
/** A registry without a workspace, which all other journeys leave for the form. */
const emptyTable: Row[] = [
  { journey: "begins", store: "empty", hand: "mouse", scripting: scripting[0] },
  { journey: "begins", store: "empty", hand: "keyboard", scripting: scripting[1] },
  ...[...always].map((journey, place) => ({
    journey,
    store: "empty" as const,
    hand: hands[place % hands.length]!,
    scripting: scripting[place % 2]!,
  })),
];

interface Row extends Pick<Manner, "hand" | "scripting"> {
  journey: string;
  store: StoreName;
}

const stores = new Map<StoreName, Store>();
for (const name of [...storeNames, "empty"] as const) stores.set(name, await openStore(name));

test("the table of journeys holds each store, hand and script value with several journeys", () => {
  for (const key of ["store", "hand", "scripting"] as const)
    for (const value of new Set(table.map((row) => row[key])))
      expect(table.filter((row) => row[key] === value).length, value).toBeGreaterThan(5);
});

test.each([...table, ...emptyTable])(
  "a visitor $journey in $store, by $hand, $scripting",
  async ({ journey, store, hand, scripting }) => {
    // A finger has a narrow window, the keyboard a dark room: looks.test.ts holds the other combinations.
    const manner: Manner = {
      hand,
      scripting,
      width: hand === "touch" ? "360 px" : "1440 px",
      theme: hand === "keyboard" ? "dark" : "light",
    };
    const setting = { ...manner, store: stores.get(store)! };
    if (journey === "begins") return beginning(setting);
    const visitor = await journeys[journey]!(setting);
    expect(visitor.unseen).toEqual([]);
  },
);
