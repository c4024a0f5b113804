import type { Page } from "playwright-core";
import { expect } from "vitest";
import { layoutShift, scrollsSideways, whatMoved } from "./browser.ts";

/** Expects what holds for every page: one heading, nothing wider than the window, nothing that moved, no broken picture, the right theme. */
export async function lookOver(page: Page, isDark: boolean): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForTimeout(50);
  const path = new URL(page.url()).pathname;
  const { headings, broken, background } = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    broken: [...document.images]
      .filter((image) => image.complete && image.naturalWidth === 0)
      .map((image) => image.src),
    background: getComputedStyle(document.body).backgroundColor,
  }));
  expect(headings, `h1 on ${path}`).toBe(1);
  expect(broken, `pictures on ${path}`).toEqual([]);
  expect(luminance(background) < 128, `dark on ${path}`).toBe(isDark);
  expect(await scrollsSideways(page), `${path} scrolls sideways`).toBe(false);
  // A folded entry that the address names unfolds after the first frame, and moves what is below.
  if ((await page.locator("details :target").count()) > 0) return;
  expect(await layoutShift(page), `layout shift on ${path}: ${whatMoved(page)}`).toBeLessThan(0.01);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
