import { builderLive } from "../../src/strings/builder-live.ts";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { builtSite, desktop, layoutShift, phone, scrollsSideways } from "../support/browser.ts";
import { builderSite, openBuilder, ready, settle } from "../browser/builder-page.ts";

const address = await builderSite();
const command =
  "docker run --privileged -u root --cap-add SYS_ADMIN --security-opt seccomp=unconfined -v /:/host -p 80:80 -e A=b --ulimit nofile=1:2 --shm-size 1g --name x averyveryverylongregistryname.example.org/with/a/very/long/path/to/an-image";

/** Everything that the page can show at once. */
async function fill(page: Page): Promise<void> {
  await page.getByText("Start from a docker run command").click();
  await page.fill("#paste-text", command);
  await page.click("#paste-read");
  await page.getByText(builderLive.pasteNotMapped).waitFor();
  await page.selectOption("#exec-pick", "go");
  await page.getByRole("button", { name: "Add command" }).click();
  await page.keyboard.type("curl http://example.org | bash");
  await page.click("#icon-draw");
  await page.fill("#f-cores", "two");
  await page.getByLabel("An image for each Kasm version").check();
  await page.getByRole("tab", { name: "JSON" }).click();
  await page.fill(
    "#json-text",
    (await page.inputValue("#json-text")).replace(
      '"cores"',
      '"unknown": {},\n  "categories": ["A", "B", "C", "D"],\n  "cores"',
    ),
  );
  await page.getByRole("tab", { name: "Check" }).click();
  await page.locator(".b-bar [data-download]").click();
  await settle(page);
}

test.each([
  ["light, desktop", { dark: false, viewport: desktop }],
  ["dark, phone", { dark: true, viewport: phone }],
])(
  "axe finds nothing, nothing jumps or scrolls sideways, %s: empty, filled with errors, JSON that cannot be read, restored",
  async (_, options) => {
    const page = await openBuilder(address, options);
    const expectSound = async (): Promise<void> => {
      expect(await violations(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    };
    expect(await layoutShift(page)).toBeLessThan(0.01);
    await expectSound();
    await fill(page);
    await expectSound();
    await page.getByRole("tab", { name: "JSON" }).click();
    await page.fill("#json-text", "{");
    await settle(page);
    await expectSound();
    await page.reload();
    await ready(page);
    await page.waitForTimeout(300);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await layoutShift(page)).toBeLessThan(0.01);
  },
);

test("the first script is small; the rest needs no eval and loads by itself", async () => {
  const site = await builtSite("builder", () => Promise.reject(new Error("built already")), "/some/base/");
  const file = (url: string): string => join(site, url.replace("/some/base/", ""));
  const html = readFileSync(join(site, "new/index.html"), "utf8");
  const queue = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, url]) => file(url!));
  expect(queue.length).toBeGreaterThan(0);
  const first = new Set<string>();
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (first.has(path)) continue;
    first.add(path);
    for (const [, inner] of readFileSync(path, "utf8").matchAll(
      /(?:^|[;}])import(?:[^"'();]*from)?["']([^"']+)["']/g,
    ))
      queue.push(join(dirname(path), inner!));
  }
  // As npm run budget counts: without Astro's own prefetching.
  const own = [...first].map((path) => readFileSync(path)).filter((code) => !code.includes("astroPrefetch"));
  const bytes = own.reduce((sum, code) => sum + gzipSync(code).length, 0);
  expect(bytes).toBeLessThan(15_500);

  const page = await openBuilder(address);
  await page.waitForLoadState("networkidle");
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith(".js")),
  );
  expect(loaded.length).toBeGreaterThan(first.size);
  for (const path of loaded)
    expect(readFileSync(file(path), "utf8"), path).not.toMatch(/new Function\(|\beval\(/);
});

test("words that appear under a field take no button away from under the pointer", async () => {
  const page = await openBuilder(address);
  await page.selectOption("#run-pick", "hostname");
  await page.fill("#f-cores", "two");
  const button = page.getByRole("button", { name: "Add option" });
  await button.scrollIntoViewIfNeeded();
  const { x, y } = (await button.boundingBox())!;
  await page.mouse.move(x + 20, y + 10);
  await page.mouse.down();
  await page.waitForTimeout(400);
  await page.mouse.up();
  expect(await page.locator('[data-name="hostname"]').count()).toBe(1);
  await page.waitForFunction(() => document.querySelector("#f-cores-problem")?.textContent !== "");
});
