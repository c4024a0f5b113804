import { find } from "../../src/strings/site.ts";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { firstCard } from "../../src/site/card.ts";
import {
  cardNames,
  desktop,
  layoutShift,
  open,
  phone,
  scrollsSideways,
  servedSite,
  template,
  whatMoved,
} from "../support/browser.ts";

const all = [
  "Blender",
  "Chromium",
  "Docker in Docker",
  "Inkscape",
  "LibreOffice",
  "Visual Studio Code",
  "VPN Desktop",
  "中文桌面",
];
const root = await servedSite("template", template);
const below = await servedSite("template", template, "/some/base/");

test("Enter goes to the first result, also before any is loaded", async () => {
  const page = await open(root);
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.textContent ?? undefined);
  await page.getByRole("searchbox").fill("ink");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("Inkscape");
  await page.getByRole("searchbox").fill("SYS_ADMIN");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe(find.guide(1));
  await page.getByRole("searchbox").fill("");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("Blender");
});

/** Types into the search field as a visitor does, and waits for the list to follow. */
async function search(page: Page, text: string): Promise<string[]> {
  await page.getByRole("searchbox").fill(text);
  await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(text);
  await isAnswered(page);
  return cardNames(page);
}

/** Waits until the list is that of a query. */
async function isAnswered(page: Page): Promise<void> {
  await expect.poll(() => page.locator("#count").textContent()).toMatch(/ of /);
}

async function choose(page: Page, label: string | RegExp): Promise<void> {
  const filters = page.getByRole("button", { name: find.filters, exact: true });
  if (await filters.isVisible()) await filters.click();
  await page.getByRole("checkbox", { name: label }).click();
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible()) await dialog.getByRole("button", { name: /^Show / }).click();
}

describe.each([
  ["under /, wide, light", root, { viewport: desktop }],
  ["under /some/base/, narrow, dark", below, { viewport: phone, dark: true }],
])("home %s", (_, address, options) => {
  test("shows every workspace, still and inside the window", async () => {
    const page = await open(address, options);
    expect(await cardNames(page)).toEqual(all);
    await page.waitForTimeout(300);
    expect(await layoutShift(page)).toBeLessThan(0.01);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBeTruthy();
  });

  test("filters, counts, chips, the address and Back belong together", async () => {
    const page = await open(address, options);
    await choose(page, /^Desktop/);
    await expect.poll(() => cardNames(page)).toEqual(["Docker in Docker", "VPN Desktop", "中文桌面"]);
    await choose(page, /^arm64/);
    await expect.poll(() => cardNames(page)).toEqual(["VPN Desktop", "中文桌面"]);
    expect(new URL(page.url()).search).toBe("?category=Desktop&arch=arm64");
    expect(await page.locator("input[value=Browser]").locator("xpath=..").textContent()).toMatch(
      /Browser\s*1/,
    );

    await page.reload();
    await expect.poll(() => cardNames(page)).toEqual(["VPN Desktop", "中文桌面"]);
    await page.getByRole("button", { name: "Remove the filter arm64" }).click();
    await expect.poll(() => cardNames(page)).toHaveLength(3);
    await page.goBack();
    await expect.poll(() => cardNames(page)).toHaveLength(2);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect.poll(() => cardNames(page)).toEqual(all);
    expect(new URL(page.url()).search).toBe("");
  });

  test("an empty list shows the way out", async () => {
    const page = await open(`${address}?q=chromium&kasm=1.13.x`, options);
    await expect
      .poll(() => page.getByRole("heading", { name: find.nothingFor("“chromium”, Kasm 1.13") }).isVisible())
      .toBe(true);
    await page.getByRole("link", { name: find.ways.instead("Kasm 1.16", 1) }).click();
    await expect.poll(() => cardNames(page)).toEqual(["Chromium"]);
    expect(new URL(page.url()).search).toBe("?q=chromium&kasm=1.16.x");
  });

  test("a result looks like the card that was served", async () => {
    const page = await open(address, options);
    const shape = async (): Promise<string> =>
      (
        await page
          .locator(".card", { hasText: "Blender" })
          .first()
          .evaluate((card) => card.outerHTML)
      )
        .replace(` id="${firstCard}"`, "")
        .replace(/\s+/g, " ");
    const served = await shape();
    await search(page, "blender");
    expect(await shape()).toBe(served);
  });

  test("the registry link is copied", async () => {
    const page = await open(address, options);
    await page.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Copied" }).isVisible()).toBe(true);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `https://registry.example.org${new URL(address).pathname}`,
    );
  });
});

test("finds by the beginning of a name, a mistyped one, the image, Chinese, a description, a category", async () => {
  const page = await open(root);
  expect(await search(page, "ink")).toEqual(["Inkscape"]);
  expect(await page.locator("#count").textContent()).toBe("1 of 8 workspaces");
  expect(await search(page, "blendr")).toEqual(["Blender"]);
  expect(await search(page, "vscode")).toEqual(["Visual Studio Code"]);
  expect(await search(page, "中文")).toEqual(["中文桌面"]);
  expect(await search(page, "wireguard")).toEqual(["VPN Desktop"]);
  expect(await search(page, "desktop ubuntu")).toEqual(["Docker in Docker"]);
});

test("finds what only the README says", async () => {
  const page = await open(root);
  await page.getByRole("searchbox").fill("reflows");
  await expect.poll(() => cardNames(page), { timeout: 10_000 }).toEqual(["LibreOffice"]);
});

test("sorts by size and says so in the address", async () => {
  const page = await open(root);
  await page.getByRole("combobox", { name: find.sort }).selectOption("size");
  await expect.poll(async () => (await cardNames(page))[0]).toBe("VPN Desktop");
  expect(new URL(page.url()).search).toBe("?sort=size");
});

test("nothing at all says so", async () => {
  const page = await open(`${root}?q=qqqqqq`);
  await expect
    .poll(() => page.getByRole("heading", { name: find.nothingFor("“qqqqqq”") }).isVisible())
    .toBe(true);
});

test("cards that stay among the results are not drawn anew, and are in the order of the new query", async () => {
  const page = await open(root);
  const other = await open(root);
  const cards = page.locator("#cards > .card");
  await search(page, "de");
  await cards.evaluateAll((all) =>
    all.forEach((card) => (card.dataset["before"] = card.querySelector(".card-name")!.textContent)),
  );
  for (const text of ["desk", "e", "desktop"]) {
    await search(page, text);
    await other.goto(`${root}?q=${text}`);
    // A page opened at a query shows what was served until the index is there; what only the full text finds comes later, to either.
    await isAnswered(other);
    await expect
      .poll(async () => [await cardNames(page), await cardNames(other)].map(String))
      .toSatisfy(([typed, opened]) => typed === opened);
    const list = await cards.evaluateAll((all) =>
      all.map((card) => ({
        name: card.querySelector(".card-name")!.textContent,
        before: card.dataset["before"],
      })),
    );
    const kept = list.flatMap(({ before }) => before ?? []);
    expect(kept.length).toBeGreaterThan(1);
    expect(kept).toEqual(list.flatMap(({ name, before }) => (before === undefined ? [] : name)));
  }
});

test.each([
  ["?category=Graphics", phone],
  ["?kasm=1.17.x&sort=size", desktop],
  ["?q=blender", { width: 768, height: 1024 }],
  ["?q=zzzzzz", { width: 412, height: 915 }],
])("opened at %s the page stands still", async (state, viewport) => {
  const page = await open(root + state, { viewport });
  // Results of the full text alone come later.
  await page.waitForTimeout(1000);
  expect(await layoutShift(page), whatMoved(page)).toBeLessThan(0.01);
});

test("whoever is among the results already stays there when the full text adds more", async () => {
  const page = await open(root);
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/pagefind/*.js", (route) => gone.then(() => route.continue()));
  expect(await search(page, "session")).toEqual(["Chromium", "Visual Studio Code"]);
  await page.getByRole("link", { name: "Visual Studio Code" }).focus();
  go();
  await expect.poll(() => cardNames(page), { timeout: 20_000 }).toContain("LibreOffice");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Visual Studio Code");
});

test("by keyboard alone: skip link, search, filter, result", async () => {
  const page = await open(root);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("/");
  await page.keyboard.type("desk");
  await expect.poll(async () => (await cardNames(page)).length).toBeGreaterThan(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => cardNames(page)).toEqual(all);
  // From the field past the order and the server to the first filter.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect.poll(() => new URL(page.url()).search).toBe("?category=Desktop");
  for (
    let step = 0;
    step < 60 && (await page.evaluate(() => document.activeElement?.textContent)) !== "VPN Desktop";
    step += 1
  )
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/workspaces/vpn-desktop/");
});

test("a slash typed into the field is a slash", async () => {
  const page = await open(root);
  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  expect(await page.getByRole("searchbox").inputValue()).toBe("a/b");
});

describe("Kasm's mark before a name", () => {
  const button = (page: Page) => page.getByRole("button", { name: "Blender is flagged by Kasm: show why" });
  const tip = (page: Page) => page.locator("#flags-blender");

  test("shows properties and identifiers on hover, and Esc closes it", async () => {
    const page = await open(root);
    expect(await tip(page).isVisible()).toBe(false);
    await button(page).hover();
    await expect.poll(() => tip(page).isVisible()).toBe(true);
    expect((await tip(page).innerText()).replace(/\s+/g, " ")).toContain("security_opt flag_property");
    await page.keyboard.press("Escape");
    await expect.poll(() => tip(page).isVisible()).toBe(false);
  });

  test("shows them on focus", async () => {
    const page = await open(root);
    await button(page).focus();
    await expect.poll(() => tip(page).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => tip(page).isVisible()).toBe(false);
  });

  test("shows them at a touch, without opening the workspace", async () => {
    const page = await open(root, { viewport: phone, touch: true });
    await button(page).tap();
    await expect.poll(() => tip(page).isVisible()).toBe(true);
    expect(new URL(page.url()).pathname).toBe("/");
  });
});

test("without JavaScript: everything is reached by plain links, and nothing shows that would not work", async () => {
  const page = await open(below, { scripts: false });
  expect(await cardNames(page)).toEqual(all);
  expect(await page.getByRole("searchbox").isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Copy" }).isVisible()).toBe(false);
  await page.getByRole("navigation", { name: "Browse" }).getByRole("link", { name: "Graphics" }).click();
  await page.waitForURL("**/some/base/categories/graphics/");
  await expect.poll(() => cardNames(page)).toEqual(["Blender", "Inkscape"]);
  await page.getByRole("link", { name: "Kasm 1.13.x" }).click();
  await expect.poll(() => cardNames(page)).toEqual(["LibreOffice", "中文桌面"]);
  await page.getByRole("link", { name: "All 8 workspaces" }).click();
  await expect.poll(() => cardNames(page)).toEqual(all);
  await page.getByRole("link", { name: "中文桌面" }).click();
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("中文桌面");
});
