import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { myKasm, sheet, strip } from "../../src/strings/home-filters.ts";
import { find, workspace } from "../../src/strings/site.ts";
import { cardNames, layoutShift, open, phone, servedSite, template, whatMoved } from "../support/browser.ts";

/** What the home page says about access and servers, and the filters of a phone. */

/** The examples, edited so that they are published as one's own, with a Chromium that asks for what most desktops ask for alone. */
async function withUsual(folder: string): Promise<void> {
  await cp(template, folder, { recursive: true });
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = join(folder, entry.name, "workspace.json");
    const workspace = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
    if (entry.name === "Chromium") workspace["run_config"] = { security_opt: ["seccomp=unconfined"] };
    await writeFile(file, JSON.stringify({ ...workspace, notes: "" }));
  }
}

const root = await servedSite("usual-alone", withUsual);
const policy = "accept=seccomp-unconfined";

const parts = (page: Page): Promise<string[]> => page.locator("#strip li:visible").allInnerTexts();
const reasons = (page: Page): Promise<string[]> => page.locator(".card-reason:visible").allInnerTexts();
const tick = (page: Page) => page.locator("#accept");
const query = (page: Page): string => new URL(page.url()).search;

test("each part of the strip is a filter, by mouse and by keyboard", async () => {
  const page = await open(root);
  const served = await parts(page);
  expect(served.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(8);
  const usual = page.locator("#strip a[data-level=usual]");
  const count = Number.parseInt(await usual.innerText(), 10);
  await usual.click();
  await expect.poll(() => cardNames(page)).toHaveLength(count);
  expect(query(page)).toBe("?access=usual");
  expect(await usual.getAttribute("aria-current")).toBe("true");
  await page.getByRole("button", { name: find.remove(strip.names.usual) }).waitFor();

  await page.locator("#strip a[data-level=much]").focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => query(page)).toBe("?access=much");
  await expect.poll(() => cardNames(page)).toEqual(["Docker in Docker"]);
  await page.keyboard.press("Enter");
  await expect.poll(() => query(page)).toBe("");
  await expect.poll(() => parts(page)).toEqual(served);
});

test("an accepted finding gives way to others on cards and in counts, and is remembered", async () => {
  const page = await open(root);
  const before = await reasons(page);
  const numberOf = async (level: string): Promise<number> =>
    Number.parseInt((await page.locator(`#strip a[data-level=${level}]`).textContent()) ?? "", 10);
  const [usual, minor, none] = await Promise.all(["usual", "minor", "none"].map(numberOf));
  await page.goto(`${root}?access=usual`);
  await tick(page).check();
  await expect.poll(() => query(page)).toBe(`?access=usual&${policy}`);
  // The other one has a small finding as well, which decides now.
  expect(usual).toBe(2);
  await expect.poll(() => cardNames(page)).toHaveLength(1);
  await expect.poll(() => parts(page)).toContain(strip.accepted(1));
  await expect.poll(() => parts(page)).toContain(strip.parts.minor((minor ?? 0) + 1));
  await page.locator("#strip a[data-level=usual]").click();
  await expect.poll(() => query(page)).toBe(`?${policy}`);
  expect((await reasons(page)).length).toBe(before.length - 1);
  expect(await reasons(page)).not.toContain("No seccomp filter");

  await page.goto(root);
  await expect.poll(() => query(page)).toBe(`?${policy}`);
  expect(await page.getByLabel(strip.accept("No seccomp filter")).isChecked()).toBe(true);
  await page.locator("#strip a[data-level=none]").click();
  await expect.poll(() => query(page)).toBe(`?access=none&${policy}`);
  await expect.poll(() => cardNames(page)).toHaveLength(none ?? 0);
  await page.goto(`${root}workspaces/chromium/`);
  await page.getByText(workspace.verdict.accepted).waitFor();
  await page.goBack();
  await page.goBack();
  await expect.poll(() => query(page)).toBe(`?${policy}`);
  await tick(page).uncheck();
  await page.goto(root);
  expect([query(page), await tick(page).isChecked()]).toEqual(["", false]);
});

test("a policy that came with a link is said, moves nothing, and holds until the tab is closed", async () => {
  const page = await open(`${root}?${policy}`);
  await page.getByText(strip.linked).waitFor();
  await expect.poll(async () => (await reasons(page)).includes("No seccomp filter")).toBe(false);
  await page.waitForTimeout(300);
  expect(await layoutShift(page), whatMoved(page)).toBeLessThan(0.01);
  await page.goto(root);
  expect(await tick(page).isChecked()).toBe(true);
  await page.goto(`${root}workspaces/chromium/`);
  await page.getByText(workspace.verdict.accepted).waitFor();
  const other = await page.context().newPage();
  await other.goto(root);
  expect(await tick(other).isChecked()).toBe(false);
  await other.goto(`${root}workspaces/chromium/`);
  expect(await other.getByText(workspace.verdict.accepted).isVisible()).toBe(false);
  await page.goto(root);
  await tick(page).uncheck();
  // What is not common cannot be accepted.
  await page.goto(`${root}?accept=privileged-on`);
  expect(await tick(page).isChecked()).toBe(false);
});

test("my own Kasm is remembered, and cards that it will not list say so", async () => {
  const page = await open(root);
  const select = page.getByRole("combobox", { name: myKasm.label });
  await select.selectOption("1.13.x");
  await expect
    .poll(() => page.locator("#unlisted").textContent())
    .toBe(`${myKasm.unlistedSome(6, 8, "1.13")} ${myKasm.showListed}`);
  await page.reload();
  expect(await select.inputValue()).toBe("1.13.x");
  expect(query(page)).toBe("");
  await expect
    .poll(() => page.locator(".card:not(.unlisted) .card-name").allTextContents())
    .toEqual(["LibreOffice", "中文桌面"]);
  const blender = page.getByRole("link", { name: "Blender", exact: true });
  expect(
    await blender.evaluate(
      (link) => document.getElementById(link.getAttribute("aria-describedby") ?? "")?.textContent,
    ),
  ).toBe(myKasm.unlisted("1.13"));
  await page.getByRole("button", { name: myKasm.showListed }).click();
  await expect.poll(() => cardNames(page)).toEqual(["LibreOffice", "中文桌面"]);
  expect(query(page)).toBe("?kasm=1.13.x");
  await page.goto(`${root}workspaces/blender/`);
  await page.getByText(myKasm.unlisted("1.13"), { exact: true }).waitFor();
  await page.goto(`${root}workspaces/libreoffice/`);
  expect(await page.locator("#unlisted").isVisible()).toBe(false);
  await page.goto(root);
  await page.getByRole("searchbox").fill("blender");
  await expect.poll(() => page.locator("#unlisted").textContent()).toContain("does not list this workspace");
  await select.selectOption("");
  await expect.poll(() => page.locator(".unlisted, .card-unlisted").count()).toBe(0);
});

test("sorts by the most access", async () => {
  const page = await open(`${root}?sort=access`);
  await expect.poll(async () => (await cardNames(page))[0]).toBe("Docker in Docker");
});

test("the filters of a phone: a sheet that keeps the focus, and one step back", async () => {
  const page = await open(root, { viewport: phone, touch: true });
  const opener = page.getByRole("button", { name: find.filters, exact: true });
  const dialog = page.getByRole("dialog", { name: sheet.title });
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? null);

  await opener.focus();
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  expect(await focused()).toBe(sheet.close);
  expect((await dialog.boundingBox())?.height).toBe(phone.height);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await focused()).toBe(find.filters);

  await opener.tap();
  await dialog.getByRole("checkbox", { name: /^Desktop/ }).tap();
  await dialog.getByRole("checkbox", { name: /^Graphics/ }).tap();
  await dialog.getByRole("button", { name: sheet.show(5) }).tap();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => cardNames(page)).toHaveLength(5);
  await page.goBack();
  await expect.poll(() => cardNames(page)).toHaveLength(8);

  await opener.tap();
  await dialog.getByRole("checkbox", { name: /^Graphics/ }).tap();
  await expect.poll(() => query(page)).toBe("?category=Graphics");
  await page.goBack();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => query(page)).toBe("");

  await opener.tap();
  await page.setViewportSize({ width: 1200, height: 800 });
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("checkbox", { name: /^Graphics/ }).check();
  await expect.poll(() => cardNames(page)).toEqual(["Blender", "Inkscape"]);
});

test("without JavaScript the strip is read, and nothing shows that would not work", async () => {
  const page = await open(root, { scripts: false });
  expect((await parts(page)).length).toBeGreaterThan(1);
  expect(await page.locator("#strip").getByRole("link").count()).toBe(0);
  for (const hidden of [tick(page), page.locator("#server"), page.locator("#sheet")])
    expect(await hidden.isVisible()).toBe(false);
});
