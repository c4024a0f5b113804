import { describe, expect, test } from "vitest";
import { cardNames, desktop, open, phone, servedSite } from "../support/browser.ts";
import { oddRegistry } from "../support/odd-registry.ts";

const address = await servedSite("odd", oddRegistry, "/odd/");
describe.each([
  ["wide, light", { viewport: desktop }],
  ["narrow, dark", { viewport: phone, dark: true }],
])("a right-to-left registry with odd content, %s", (_, options) => {
  test("search results show text as text", async () => {
    const page = await open(address, options);
    await page.getByRole("searchbox").fill("onerror");
    await expect
      .poll(() => cardNames(page))
      .toEqual([`"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}\${8*8}`]);
    await page.getByRole("searchbox").fill("متصفح");
    await expect.poll(() => cardNames(page)).toEqual(["متصفح الإنترنت الآمن"]);
    await page.waitForTimeout(800);
  });

  test("filters with odd names work and show as text", async () => {
    const page = await open(
      `${address}?category=${encodeURIComponent(`"><img src=x onerror=alert(1)>`)}&kasm=${encodeURIComponent("<b>1")}`,
      options,
    );
    await expect
      .poll(() => page.locator("#nothing h3").textContent())
      .toContain(`"><img src=x onerror=alert(1)>`);
  });
});

test("the accent of registry.json is used where it is readable", async () => {
  const page = await open(address);
  const color = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue("--accent"),
  );
  expect(color).toMatch(/^#[0-9a-f]{6}$/);
  expect(color).not.toBe("#0f6b75");
  expect(
    await page.locator("[data-copy]").evaluate((button) => getComputedStyle(button).backgroundColor),
  ).not.toBe("rgb(255, 230, 0)");
});
