import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ruleRows } from "../../src/review/catalogue/rules.ts";
import { guide } from "../../src/strings/guide.ts";
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

/** The security guide's filter and anchors, and the guide's part in the search of the home page. */

const everyRule = Object.keys(ruleRows).length;
const root = await servedSite("template", template);
const below = await servedSite("template", template, "/some/base/");
const zero = await servedSite("zero", generated(0));

const field = (page: Page) => page.getByRole("searchbox", { name: guide.find });
const usedOnly = (page: Page) => page.getByRole("checkbox", { name: guide.usedHere });
const rules = (page: Page): Promise<string[]> =>
  page
    .locator(".rule:visible")
    .evaluateAll((all) => all.map((rule) => rule.querySelector(".rule-text")?.id ?? ""));
const ruleOf = (page: Page, id: string) => page.locator(".rule", { has: page.locator(`#${id}`) });
const height = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

describe("the guide", () => {
  test("shows what is used here, still, and everything at a tick", async () => {
    const page = await open(`${below}flags/`);
    expect(await usedOnly(page).isChecked()).toBe(true);
    expect(await rules(page)).toContain("seccomp-unconfined");
    expect(await rules(page)).not.toContain("cap-bpf");
    expect(await layoutShift(page)).toBeLessThan(0.01);
    await usedOnly(page).click();
    expect(await rules(page)).toHaveLength(everyRule);
    expect(new URL(page.url()).search).toBe("?used=off");
    await page.setViewportSize({ width: 1360, height: 900 });
    expect(await height(page)).toBeLessThan(30_000);
    await page.reload();
    expect(await rules(page)).toContain("cap-bpf");
  });

  test("finds by name, property and code, and by severity", async () => {
    const page = await open(`${root}flags/?used=off`);
    await field(page).fill("SYS_ADMIN");
    expect(await rules(page)).toEqual(["cap-sys-admin"]);
    await field(page).fill("dns_opt");
    expect(await rules(page)).toEqual(["dns-opt"]);
    expect(await page.locator("#property-dns_opt").isVisible()).toBe(true);
    await field(page).fill("docker socket");
    expect(await rules(page)).toEqual(["mount-control-socket"]);
    await field(page).fill("cap_add");
    await page.getByRole("combobox", { name: guide.severity }).selectOption("critical");
    expect(await rules(page)).toEqual(["cap-all", "cap-sys-admin", "cap-sys-module", "cap-sys-rawio"]);
    expect(await page.locator("#guide-count").innerText()).toBe(guide.entries(4));
    expect(new URL(page.url()).search).toBe("?q=cap_add&severity=critical&used=off");
  });

  test("shows an entry that is looked up, and offers others that are not used here, by keyboard", async () => {
    const page = await open(`${root}flags/`);
    await field(page).fill("cap-bpf");
    expect(await rules(page)).toEqual(["cap-bpf"]);
    expect(await page.locator("#guide-count").innerText()).toBe(guide.unusedEntries(1));
    await field(page).fill("");
    const used = await rules(page);
    expect(used.length).toBeLessThan(everyRule);
    await field(page).focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /^Show \d+ entries not used here$/,
    );
    await page.keyboard.press("Enter");
    expect(await rules(page)).toHaveLength(everyRule);
    await field(page).fill("qqqq");
    await page.getByRole("button", { name: guide.clear }).click();
    expect(await rules(page)).toHaveLength(everyRule);
  });

  test("an address shows and opens its entry, whatever the filter says", async () => {
    const page = await open(`${root}flags/#cap-bpf`);
    const entry = ruleOf(page, "cap-bpf");
    const text = entry.getByText(/into the kernel that it shares/);
    await expect.poll(() => text.isVisible()).toBe(true);
    await entry.locator("summary").click();
    await expect.poll(() => text.isVisible()).toBe(false);
    await entry.locator("summary").press("Enter");
    await field(page).fill("seccomp");
    expect(await entry.isVisible()).toBe(false);
    await page.goto(`${root}flags/#property-dns_opt`);
    await expect.poll(() => page.locator("#property-dns_opt").isVisible()).toBe(true);
  });

  test("words that are hidden are found by the browser's own search", async () => {
    const page = await open(`${root}flags/`);
    expect(await ruleOf(page, "cap-bpf").getAttribute("hidden")).toBe("until-found");
    expect(await page.locator("#cap-bpf").isVisible()).toBe(false);
  });

  test("a registry without workspaces shows everything and has no tick", async () => {
    const page = await open(`${zero}flags/`);
    expect(await usedOnly(page).count()).toBe(0);
    expect(await rules(page)).toContain("cap-bpf");
  });

  test("without JavaScript every entry is reached, and no filter shows", async () => {
    const page = await open(`${root}flags/`, { scripts: false });
    expect(await field(page).isVisible()).toBe(false);
    expect(await rules(page)).toHaveLength(everyRule);
    await ruleOf(page, "cap-bpf").locator("summary").click();
    expect(await page.getByText(/into the kernel that it shares/).isVisible()).toBe(true);
  });
});

describe.each([
  ["wide", root, {}],
  ["narrow, touch", below, { viewport: phone, touch: true }],
])("the search of the home page, %s", (_, address, options) => {
  const group = (page: Page) => page.locator(".guide-found");

  test.each([
    ["flag_property", "flag_property"],
    ["SYS_ADMIN", "cap-sys-admin"],
    ["cap_add", "property-cap_add"],
    ["seccomp", "seccomp-unconfined"],
    ["env-secret", "env-secret"],
  ])("%s leads into the guide first", async (query, anchor) => {
    const page = await open(address, options);
    await page.getByRole("searchbox").fill(query);
    await group(page).waitFor();
    expect(await group(page).getByRole("listitem").count()).toBeLessThanOrEqual(4);
    const top = await group(page).evaluate((element) => element.getBoundingClientRect().top);
    const cards = await page.locator("#cards").evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeLessThan(cards);
    await group(page).getByRole("listitem").first().getByRole("link").click();
    await page.waitForURL(`${address}flags/#${anchor}`);
    await expect.poll(() => page.locator(`[id="${anchor}"]`).isVisible()).toBe(true);
  });

  test("workspaces follow, and a query for one has no group", async () => {
    const page = await open(`${address}?q=seccomp`, options);
    await group(page).waitFor();
    expect(await cardNames(page)).toContain("Blender");
    expect(await layoutShift(page)).toBeLessThan(0.01);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole("searchbox").fill("blender");
    await expect.poll(() => group(page).count()).toBe(0);
    await page.getByRole("searchbox").fill("seccomp");
    await group(page).getByRole("heading").getByRole("link").click();
    await page.waitForURL(`${address}flags/?q=seccomp`);
    expect((await rules(page)).length).toBeGreaterThan(4);
  });
});
