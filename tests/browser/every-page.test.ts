import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { flagsPage } from "../../src/strings/site.ts";
import { builderSite } from "./builder-page.ts";
import { open, phone, scrollsSideways, servedSite, template } from "../support/browser.ts";

const root = await servedSite("template", template);
const kinds = [
  "",
  "all/",
  "categories/desktop/",
  "workspaces/vpn-desktop/",
  "workspaces/libreoffice/",
  "flags/",
  "new/",
  "compare/?a=chromium&b=blender",
  "add/",
  "api/",
  "verify/",
  "404.html",
];

test.each(kinds)("/%s is no wider than a window of 195 px", async (path) => {
  const page = await open(`${root}${path}`, { viewport: { width: 195, height: 740 } });
  await page.waitForTimeout(300);
  expect(await scrollsSideways(page)).toBe(false);
});

/** Parts of a page that stand above the part before them in the source, each with that part. */
const displaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll<HTMLElement>("a, button, input, h1, h2, h3, p, img, summary"),
    ].filter((part) => {
      const { width, height } = part.getBoundingClientRect();
      // Skip links and controls inside a field float over the others.
      const floats = /absolute|fixed|sticky/.test(getComputedStyle(part).position) || part.closest(".b-bar");
      return width > 1 && height > 1 && part.checkVisibility() && !floats;
    });
    return parts.flatMap((part, place) => {
      const before = parts[place - 1];
      if (!before || before.contains(part) || part.contains(before)) return [];
      const isAbove = part.getBoundingClientRect().bottom <= before.getBoundingClientRect().top + 2;
      return isAbove ? [`${part.textContent.trim()} above ${before.textContent.trim()}`] : [];
    });
  });

test.each([
  "workspaces/vpn-desktop/",
  "workspaces/libreoffice/",
  "flags/",
  "new/",
  "add/",
  "api/",
  "verify/",
  "404.html",
])("/%s reads on a phone in the order in which it is seen", async (path) => {
  const page = await open(`${root}${path}`, { viewport: phone });
  expect(await displaced(page)).toEqual([]);
});

test.each(kinds.filter((path) => path !== "new/"))(
  "/%s is printed without search and navigation",
  async (path) => {
    const page = await open(`${root}${path}`, { viewport: { width: 1100, height: 800 } });
    await page.waitForTimeout(300);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("[type=search]:visible, nav:visible, .facets:visible").count()).toBe(0);
    expect(await page.locator("h1:visible").count()).toBe(1);
  },
);

test("a flag that no workspace has leads nowhere", async () => {
  const page = await open((await builderSite()).replace(/new\/$/, "flags/"));
  const unused = page.locator(".official p.small").filter({ hasText: flagsPage.seen(0) });
  expect(await unused.count()).toBeGreaterThan(0);
  expect(await unused.locator("a").count()).toBe(0);
  for (const used of await page.locator(".official p.small a").allTextContents())
    expect(used).not.toBe(flagsPage.seen(0));
});

test("pages follow each other without an error, with the browser's transition", async () => {
  const page = await open(root);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const seen: boolean[] = [];
  await page.exposeFunction("noteTransition", (isThere: boolean) => void seen.push(isThere));
  await page.addInitScript(() => {
    addEventListener("pagereveal", ({ viewTransition }) =>
      (window as unknown as { noteTransition: (isThere: boolean) => void }).noteTransition(
        viewTransition !== null,
      ),
    );
  });
  for (const path of ["new/", "flags/", "new/", ""]) {
    await page.locator(`header a[href="/${path}"]`).first().click();
    await page.waitForURL(`${root}${path}`);
    await page.waitForTimeout(600);
  }
  expect(seen).toContain(true);
});
