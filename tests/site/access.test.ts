import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { desktop, generated, open, phone, servedSite, takeFaults, template } from "../support/browser.ts";
import { oddRegistry } from "../support/odd-registry.ts";

const address = await servedSite("template", template);
const odd = await servedSite("odd", oddRegistry, "/odd/");
const zero = await servedSite("zero", generated(0));

const asked = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector("#count")?.textContent?.includes("of "));
const pages: [name: string, address: string, prepare?: (page: Page) => Promise<unknown>][] = [
  ["home, filtered", `${address}?category=Desktop&q=desk`, asked],
  ["home, nothing found", `${address}?q=zzzzz&kasm=1.13.x`, asked],
  [
    "home, an open tooltip",
    address,
    (page) => page.getByRole("button", { name: "Blender is flagged by Kasm: show why" }).focus(),
  ],
  [
    "home, everything unfolded",
    address,
    (page) =>
      page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true))),
  ],
  ["a clean workspace", `${address}workspaces/libreoffice/`],
  ["a critical workspace", `${address}workspaces/docker-in-docker/`],
  [
    "a workspace, its compose file",
    `${address}workspaces/vpn-desktop/`,
    (page) => page.getByRole("radio", { name: "compose" }).check({ force: true }),
  ],
  [
    "new workspace",
    `${address}new/`,
    (page) => page.waitForFunction(() => !document.querySelector("#status")?.textContent?.includes("…")),
  ],
  [
    "new workspace, JSON",
    `${address}new/?from=blender`,
    (page) => page.getByRole("tab", { name: "JSON" }).click(),
  ],
  ["not found", `${address}nowhere/blender/`, (page) => page.locator("#suggestions a").first().waitFor()],
  [
    "comparison, everything unfolded",
    `${address}compare/?a=blender&b=docker-in-docker`,
    async (page) => {
      await page.locator(".difference").waitFor();
      await page.evaluate(() =>
        document.querySelectorAll("details").forEach((details) => (details.open = true)),
      );
      await page.locator(".compare-choices a").first().waitFor();
    },
  ],
  [
    "home, cards ticked for comparing",
    address,
    async (page) => {
      await page.getByRole("checkbox", { name: "Compare Blender" }).check({ force: true });
      await page.getByRole("checkbox", { name: "Compare Chromium" }).check({ force: true });
    },
  ],
  ["no workspace: home", zero],
  ["no workspace: all", `${zero}all/`],
  ["no workspace: not found", `${zero}nowhere/`],
  ["right to left: nothing found", `${odd}?q=zzzzz`, (page) => page.locator("#nothing").waitFor()],
];

/** Axe sees the same rules in either width and either theme; two of the four combinations hold each once. */
async function expectClean(page: Page): Promise<void> {
  for (const [colorScheme, viewport] of [
    ["light", desktop],
    ["dark", phone],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    expect(await violations(page), `${colorScheme}, ${viewport.width} px`).toEqual([]);
  }
}

test.each(pages)("axe finds nothing, light and wide or dark and narrow: %s", async (_, url, prepare) => {
  const page = await open(url, { mayFail: /nowhere/ });
  await prepare?.(page);
  await expectClean(page);
});

test("nor on the page that sends old links on, which nobody sees for long", async () => {
  const page = await open(address);
  const html = await (await page.request.get(`${address}1.0/`)).text();
  expect(html).toContain('http-equiv="refresh"');
  await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ""));
  await expectClean(page);
});

test("axe would find something", async () => {
  const page = await open(address);
  await page.setContent(
    '<!doctype html><title>x</title><img src="data:,"><font color="#eeeeee">low contrast</font>',
  );
  expect((await violations(page)).map((text) => text.replace(/:.*/s, ""))).toEqual(
    expect.arrayContaining(["image-alt", "color-contrast", "html-has-lang", "landmark-one-main"]),
  );
  takeFaults();
});
