import { describe, expect, test } from "vitest";
import { judgeSite } from "../../src/publish/measure-pages.ts";
import {
  builtSite,
  cardNames,
  generated,
  layoutShift,
  open,
  phone,
  real,
  scrollsSideways,
  servedSite,
} from "../support/browser.ts";

const thousand = generated(1000);
const address = await servedSite("thousand", thousand, "/some/base/");
const single = await servedSite("one", generated(1));

describe("a thousand workspaces", () => {
  test("the first page holds some, and loads nothing of the rest before it is asked", async () => {
    const page = await open(address);
    await page.waitForTimeout(300);
    expect((await cardNames(page)).length).toBe(60);
    expect(await layoutShift(page)).toBeLessThan(0.01);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(loaded.filter((name) => /cards\.json|pagefind/.test(name))).toEqual([]);
    expect(loaded.filter((name) => /\.webp/.test(name)).length).toBeLessThan(61);
  });

  test("the first frame waits for the styles and the first card alone, and nothing moves", async () => {
    const page = await open(address);
    const blocking = await page.evaluate(() =>
      (
        performance.getEntriesByType("resource") as (PerformanceResourceTiming & {
          renderBlockingStatus: string;
        })[]
      )
        .filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking")
        .map(({ name }) => name),
    );
    expect(blocking.filter((name) => !name.endsWith(".css"))).toEqual([]);
    expect(blocking.length).toBeGreaterThan(0);
    expect(
      await page
        .locator("[blocking]")
        .evaluateAll((all) =>
          all.map((element) => [element.getAttribute("rel"), element.getAttribute("href")]),
        ),
    ).toEqual([["expect", "#first-card"]]);
    expect(await page.locator("#first-card").evaluate((card) => card.previousElementSibling)).toBe(null);
    await page.getByRole("checkbox", { name: "arm64" }).waitFor();
    expect(await layoutShift(page)).toBe(0);
  });

  test("typing answers, and any of them is found", async () => {
    const page = await open(address);
    const all = (await (await page.request.get(`${address}search/cards.json`)).json()) as { name: string[] };
    const wanted = all.name[777]!;
    await page.getByRole("searchbox").fill(wanted);
    await expect.poll(async () => (await cardNames(page))[0]).toBe(wanted);
    await page.getByRole("searchbox").fill("brow");
    await expect.poll(() => page.locator("#count").textContent()).toMatch(/^[\d,]{2,} of 1,000 workspaces$/);
  });

  test("more are shown on demand, with the focus on the first new one", async () => {
    const page = await open(address);
    await page.getByRole("button", { name: "Show 60 more" }).click();
    await expect.poll(async () => (await cardNames(page)).length).toBe(120);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await cardNames(page))[60]);
    expect(new Set(await cardNames(page)).size).toBe(120);
  });

  test("filters combine, and one page of results is drawn at a time", async () => {
    const page = await open(`${address}?arch=arm64&sort=newest`);
    await expect.poll(() => page.locator("#count").textContent()).toMatch(/^\d+ of 1,000 workspaces$/);
    await expect.poll(async () => (await cardNames(page)).length).toBe(60);
    const first = (await cardNames(page))[0];
    await page.reload();
    await expect.poll(async () => (await cardNames(page))[0]).toBe(first);
  });

  test("without JavaScript every one is reached by paging", async () => {
    const page = await open(`${address}all/`, { scripts: false, viewport: phone });
    const names = new Set(await cardNames(page));
    for (let number = 1; number < 40; number += 1) {
      const next = page.getByRole("link", { name: "Next" });
      if ((await next.count()) === 0) break;
      await Promise.all([page.waitForLoadState("load"), next.click()]);
      await page.waitForURL(`**/all/${number + 1}/`);
      for (const name of await cardNames(page)) names.add(name);
    }
    expect(names.size).toBe(1000);
    expect(await scrollsSideways(page)).toBe(false);
  });
});

test("a registry of one looks like one, not like a broken many", async () => {
  const page = await open(single);
  expect(await cardNames(page)).toHaveLength(1);
  expect(await page.getByRole("button", { name: /^Show/ }).isVisible()).toBe(false);
  expect(await page.locator(".intro").innerText()).toContain("1 workspace");
  await page.locator(".card-name a").click();
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  expect(await page.locator(".related").count()).toBe(0);
});

describe("every page keeps its budget", () => {
  const within = (folder: string): void => {
    for (const { page, what, bytes, limit } of judgeSite(folder))
      expect(bytes, `${page}: ${what}`).toBeLessThanOrEqual(limit);
  };
  test("a thousand workspaces", async () => within(await builtSite("thousand", thousand, "/some/base/")));
});

const realNames = ["linuxserver+kasm_workspaces_registry@1.0", "laylson01+kasm-registry@1.0"];

describe.each(realNames.filter((name) => real(name) !== null))("the real registry %s", (name) => {
  const content = real(name);
  test("shows, searches and keeps its budget", async () => {
    const home = await servedSite(name.split("+")[0]!, content!);
    const page = await open(home);
    await page.waitForTimeout(200);
    expect(await layoutShift(page)).toBeLessThan(0.01);
    const names = await cardNames(page);
    expect(names.length).toBeGreaterThan(10);
    await page.getByRole("searchbox").fill(names.at(-1)!);
    await expect.poll(async () => (await cardNames(page))[0]).toBe(names.at(-1)!);
    await page.locator(".card-name a").first().click();
    await page.waitForURL("**/workspaces/*/");
    expect(await page.locator(".verdict").isVisible()).toBe(true);
    for (const { page: path, what, bytes, limit } of judgeSite(
      await builtSite(name.split("+")[0]!, content!, "/"),
    ))
      expect(bytes, `${path}: ${what}`).toBeLessThanOrEqual(limit);
  });
});
