import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { desktop, open, phone, servedSite, takeFaults } from "../support/browser.ts";
import { day, fortyCommits, start } from "../support/forty-commits.ts";
import { makeHistory, type CommitToMake } from "../support/history.ts";
import { drawing } from "../support/run.ts";

const writes = (commits: readonly CommitToMake[]) => async (folder: string) =>
  void makeHistory(folder, commits);
const address = await servedSite("forty-commits", writes(fortyCommits()), "/base/");

/** A registry that is over a month old, with a workspace that is new, one with a change of settings, and one with another text. */
const named = (name: string, change: object = {}) => ({
  [`${name}/workspace.json`]: JSON.stringify({
    friendly_name: name,
    description: "A workspace.",
    image_src: "icon.svg",
    architecture: ["amd64"],
    compatibility: ["1.16.x"],
    name: `example.org/${name.toLowerCase().replace(" ", "-")}:1`,
    uncompressed_size_mb: 100,
    ...change,
  }),
  [`${name}/icon.svg`]: drawing,
});
const many = Object.assign(
  {},
  ...Array.from({ length: 30 }, (_, place) => named(`Old ${place}`)),
) as CommitToMake["files"];
const marked = await servedSite(
  "new-and-updated",
  writes([
    { time: start, files: many },
    { time: start + 40 * day, files: named("Young") },
    { time: start + 50 * day, files: named("Old 3", { run_config: { privileged: true } }) },
    { time: start + 51 * day, files: named("Old 4", { description: "Other." }) },
  ]),
);

const titles = (page: Page): Promise<string[]> => page.locator("main h3:visible").allTextContents();

test.each([
  ["desktop", desktop],
  ["phone", phone],
])("shows what changed, month by month, on a %s", async (_, look) => {
  const page = await open(`${address}changes/`, { viewport: look });
  expect(await page.locator("main h2").allTextContents()).toEqual(["February 2026", "January 2026"]);
  expect((await titles(page)).slice(0, 2)).toEqual(["Example", "Example"]);
  expect(await titles(page)).toContain("Player renamed to Media Player");
  expect(await page.getByText("Kasm no longer flags cap_add").isVisible()).toBe(false);
  await page.getByText("Show 2 more").first().click();
  expect(await page.getByText("Kasm no longer flags cap_add").isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer!);
  expect(takeFaults()).toEqual([]);
});

test.each([true, false])("filters by kind, with JavaScript: %s", async (scripts) => {
  const page = await open(`${address}changes/`, { scripts });
  await page.getByLabel(/^Withdrawn/).check();
  expect(await titles(page)).toEqual(["Browser"]);
  expect(await page.locator("main h2:visible").allTextContents()).toEqual(["January 2026"]);
  await page.getByLabel("All", { exact: true }).check();
  expect((await titles(page)).length).toBeGreaterThan(20);
});

test("shows those since a day, and all again", async () => {
  const page = await open(`${address}changes/?since=2026-02-01`);
  await page.getByText("4 changes since February 1, 2026").waitFor();
  expect(await page.locator("main h2:visible").allTextContents()).toEqual(["February 2026"]);
  // Only kinds that are among those can be chosen, with the number of those.
  expect(await page.locator(".change-kinds label:visible").allInnerTexts()).toEqual([
    "All",
    "Security (2)",
    "Added (1)",
    "Changed (1)",
  ]);
  await page.getByLabel(/^Added/).check();
  expect(await titles(page)).toEqual(["Example"]);
  await page.getByRole("link", { name: "Show all" }).click();
  await page.waitForFunction(() => document.querySelectorAll("main h2").length === 2);
  const odd = await open(`${address}changes/?since=<script>`);
  expect((await titles(odd)).length).toBeGreaterThan(20);
});

test("a workspace's page shows its last changes, and where all of them are", async () => {
  const page = await open(`${address}workspaces/terminal/`);
  const section = page.getByRole("region", { name: "Changes" });
  expect(await section.getByRole("listitem").filter({ hasText: "Security" }).first().textContent()).toContain(
    "/mnt",
  );
  await section.getByText("Show 7 more").click();
  const link = section.getByRole("link", { name: /as JSON/ });
  const answer = await page.request.get(new URL((await link.getAttribute("href"))!, page.url()).href);
  expect(((await answer.json()) as { changes: unknown[] }).changes).toHaveLength(11);
});

test("feeds are announced and published", async () => {
  const page = await open(`${address}changes/`);
  const links = await page
    .locator('link[rel="alternate"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(links).toEqual(["/base/feed.xml", "/base/feed.json", "/base/feed-security.xml"]);
  for (const file of ["feed.xml", "feed-security.xml", "feed.json", "changes.json"])
    expect((await page.request.get(address + file)).status(), file).toBe(200);
});

test.each([
  [45, ["Young"], []],
  [55, ["Young"], ["Old 3"]],
  [64, ["Young"], ["Old 3"]],
  [65, ["Young"], []],
  [71, [], []],
])("on day %i these are new: %j, and updated: %j", async (days, isNew, isUpdated) => {
  const page = await open(marked, {
    prepare: (page) => page.clock.setFixedTime((start + days * day) * 1000),
  });
  const namesOf = (word: string): Promise<string[]> =>
    page
      .locator(".card", { has: page.locator(".fresh:visible", { hasText: word }) })
      .locator(".card-name")
      .allTextContents();
  // Before the update, the browser of a visitor cannot know of it.
  expect(await namesOf("New")).toEqual(isNew);
  if (days > 50) expect(await namesOf("Updated")).toEqual(isUpdated);
  await page.locator("[name=q]").fill("old 3");
  await page.waitForFunction(() => document.querySelector("#count")?.textContent?.includes("of "));
  expect(await namesOf("Updated")).toEqual(days > 50 ? isUpdated : ["Old 3"]);
});

test("the shelf shows what was added and changed last, and leads to all changes", async () => {
  const page = await open(marked);
  const shelf = page.getByRole("region", { name: "Recently changed" });
  expect(await shelf.locator("b").allTextContents()).toEqual(["Old 3", "Young"]);
  expect(await shelf.locator("small span").allTextContents()).toEqual(["Security · ", "Added · "]);
  await shelf.getByRole("link", { name: "Recently changed" }).click();
  await page.getByRole("heading", { level: 1, name: "Changes" }).waitFor();
});
