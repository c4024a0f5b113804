import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { compare as words } from "../../src/strings/compare.ts";
import { cards } from "../../src/strings/site.ts";
import {
  cardNames,
  generated,
  layoutShift,
  open,
  phone,
  scrollsSideways,
  servedSite,
  template,
} from "../support/browser.ts";
import { oddRegistry } from "../support/odd-registry.ts";

/** The page that compares workspaces, and the boxes on cards that lead to it. */

const root = await servedSite("template", template);
const below = await servedSite("template", template, "/some/base/");
const odd = await servedSite("odd", oddRegistry, "/odd/");
const many = await servedSite("many", generated(130));

const ready = (page: Page): Promise<unknown> => page.locator("#compare:not([aria-busy])").waitFor();
const names = (page: Page): Promise<string[]> => page.locator("thead th [dir]").allTextContents();
const row = (page: Page, label: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label }) });
const notices = (page: Page): Promise<string[]> =>
  page.locator("#compare-notices p > span").allTextContents();
const choice = (page: Page, name: string) => page.locator(".compare-choices").getByRole("link", { name });

async function openAt(
  address: string,
  path: string,
  options: Parameters<typeof open>[1] = {},
): Promise<Page> {
  const page = await open(`${address}compare/${path}`, options);
  await ready(page);
  return page;
}

describe.each([
  ["wide", root, {}],
  ["narrow, dark, touch", below, { viewport: phone, dark: true, touch: true }],
])("a comparison, %s", (_, address, options) => {
  test("shows two side by side, with what is equal folded and the difference of the JSON", async () => {
    const page = await openAt(address, "?a=blender&b=libreoffice", options);
    expect(await names(page)).toEqual(["Blender", "LibreOffice"]);
    expect(await page.title()).toContain("Blender, LibreOffice");
    expect((await row(page, words.worst).innerText()).replace(/\s+/g, " ")).toBe(
      `${words.worst} No seccomp filter No extra access`,
    );
    const equal = page.getByText(/^Equal: \d+ rows$/);
    expect(await row(page, "Privileged mode").isVisible()).toBe(false);
    await equal.click();
    expect(await row(page, "Privileged mode").isVisible()).toBe(true);
    expect(await page.locator(".difference del", { hasText: "seccomp=unconfined" }).count()).toBe(1);
    expect(await layoutShift(page)).toBeLessThan(0.01);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toBe("noindex");
    await page.getByRole("link", { name: "No seccomp filter" }).first().click();
    await page.waitForURL(`${address}flags/#seccomp-unconfined`);
  });

  test("a third is added and removed, and Back goes back", async () => {
    const page = await openAt(address, "?a=blender&b=libreoffice", options);
    await page.getByText(words.third).click();
    await choice(page, "Inkscape").click();
    await page.waitForURL(`${address}compare/?a=blender&b=libreoffice&c=inkscape`);
    await ready(page);
    expect(await names(page)).toEqual(["Blender", "LibreOffice", "Inkscape"]);
    expect(await page.locator(".difference h3").allTextContents()).toEqual([
      "\u2068Blender\u2069 → \u2068LibreOffice\u2069",
      "\u2068Blender\u2069 → \u2068Inkscape\u2069",
    ]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("link", { name: words.remove("Blender") }).click();
    await page.waitForURL(`${address}compare/?a=libreoffice&b=inkscape`);
    await page.goBack();
    await ready(page);
    expect(await names(page)).toHaveLength(3);
  });
});

describe("an address that is no comparison says so", () => {
  test("and by keyboard becomes one", async () => {
    const page = await openAt(root, "");
    expect(await notices(page)).toEqual([words.none]);
    await choice(page, "Blender").waitFor();
    await page.getByRole("searchbox").last().focus();
    await page.keyboard.type("inksc");
    await expect.poll(() => page.locator(".compare-choices li").count()).toBe(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${root}compare/?a=inkscape`);
    await ready(page);
    expect(await notices(page)).toEqual([words.one("Inkscape")]);
    // Of the same category, so it comes first.
    await expect.poll(() => page.locator(".compare-choices a b").first().textContent()).toBe("Blender");
    await page.locator(".compare-choices a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${root}compare/?a=inkscape&b=blender`);
  });

  test("unknown", async () => {
    const page = await openAt(root, "?a=blender&b=gone", { mayFail: /gone/ });
    expect(await notices(page)).toEqual([words.unknown("gone"), words.one("Blender")]);
    expect(await page.getByRole("link", { name: words.searchFor }).getAttribute("href")).toBe("/?q=gone");
    await choice(page, "Inkscape").waitFor();
  });

  test("twice the same, beside another", async () => {
    const page = await openAt(root, "?a=blender&b=blender&c=chromium");
    expect(await notices(page)).toEqual([words.twice("Blender")]);
    expect(await names(page)).toEqual(["Blender", "Chromium"]);
  });

  test("twice the same alone", async () => {
    const page = await openAt(root, "?a=blender&b=blender");
    expect(await notices(page)).toEqual([words.twice("Blender"), words.one("Blender")]);
  });

  test("no connection, and again with one", async () => {
    const page = await open(`${root}404.html`);
    await page.route("**/libreoffice.json", (route) => route.fulfill({ status: 200, body: "<html>" }));
    await page.goto(`${root}compare/?a=blender&b=libreoffice`);
    await ready(page);
    expect(await notices(page)).toEqual([words.failed("libreoffice"), words.one("Blender")]);
    await page.unroute("**/libreoffice.json");
    await page.getByRole("button", { name: words.retry }).click();
    await expect.poll(() => names(page)).toEqual(["Blender", "LibreOffice"]);
  });

  test("the list of workspaces does not load", async () => {
    const page = await open(`${root}404.html`);
    await page.route("**/cards.json", (route) => route.fulfill({ status: 200, body: "" }));
    await page.goto(`${root}compare/`);
    await page.getByText(words.listFailed).waitFor();
    expect(await page.getByRole("button", { name: words.retry }).isVisible()).toBe(true);
  });

  test("without JavaScript", async () => {
    const page = await open(`${root}compare/?a=blender&b=chromium`, { scripts: false });
    expect(await page.getByText(words.noScript).isVisible()).toBe(true);
    expect(await page.locator("#compare").isVisible()).toBe(false);
  });
});

test("names and JSON that hold markup are text, right to left and at 195 px", async () => {
  const page = await openAt(odd, "?a=attack&b=long&c=%22%3E%3Cimg+src=x%3E", {
    viewport: { width: 195, height: 740 },
    mayFail: /img/,
  });
  expect(await names(page)).toHaveLength(2);
  expect((await notices(page))[0]).toContain('"><img src=x>');
  expect(await page.locator("#compare img[src='x'], #compare script, #compare-notices img").count()).toBe(0);
  expect(await scrollsSideways(page)).toBe(false);
});

describe("boxes on cards", () => {
  const box = (page: Page, name: string) =>
    page.getByRole("checkbox", { name: cards.compare(name), exact: true });
  const bar = (page: Page) => page.getByRole("region", { name: cards.compareShort });

  test("lead to the comparison by mouse, and stay ticked on the way back", async () => {
    const page = await open(root);
    expect(await bar(page).isVisible()).toBe(false);
    await page.getByRole("link", { name: "Blender" }).hover();
    await box(page, "Blender").click();
    await expect.poll(() => bar(page).innerText()).toContain(cards.chooseOneMore);
    expect(await bar(page).getByRole("link").isVisible()).toBe(false);
    await box(page, "Chromium").click();
    await bar(page)
      .getByRole("link", { name: cards.compareChosen(2) })
      .click();
    await page.waitForURL(`${root}compare/?a=blender&b=chromium`);
    await page.goBack();
    await expect.poll(() => box(page, "Blender").isChecked()).toBe(true);
    await page.goto(`${root}categories/graphics/`);
    await expect.poll(() => box(page, "Blender").isChecked()).toBe(true);
    await bar(page).getByRole("button", { name: cards.clear }).click();
    expect(await bar(page).isVisible()).toBe(false);
    expect(await box(page, "Blender").isChecked()).toBe(false);
    expect(await layoutShift(page)).toBeLessThan(0.01);
  });

  test("take three at most, by keyboard, and Enter opens them", async () => {
    const page = await open(root);
    for (const name of ["Blender", "Chromium", "LibreOffice"]) {
      await box(page, name).focus();
      await page.keyboard.press("Space");
    }
    expect(await bar(page).innerText()).toContain(cards.chosenAll);
    expect(await box(page, "Inkscape").isDisabled()).toBe(true);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${root}compare/?a=blender&b=chromium&c=libreoffice`);
  });

  test("are on cards that a search shows, ticked as before", async () => {
    const page = await open(many, { viewport: phone, touch: true });
    const [first = "", second = ""] = await cardNames(page);
    await box(page, first).tap();
    await page.getByRole("searchbox").fill(second);
    await expect.poll(() => page.locator("#count").textContent()).toMatch(/ of /);
    await box(page, second).tap();
    await page.getByRole("searchbox").fill(first);
    await expect.poll(() => box(page, first).isChecked()).toBe(true);
    await expect.poll(() => bar(page).innerText()).toContain(cards.compareChosen(2));
    expect(await scrollsSideways(page)).toBe(false);
  });

  test("are not there without JavaScript", async () => {
    const page = await open(root, { scripts: false });
    expect(await page.getByRole("checkbox", { name: /^Compare/ }).count()).toBe(0);
  });
});
