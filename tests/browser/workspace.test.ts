import { access } from "../../src/strings/access.ts";
import { workspace } from "../../src/strings/site.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  builtSite,
  desktop,
  layoutShift,
  open,
  phone,
  scrollsSideways,
  servedSite,
  template,
} from "../support/browser.ts";

const root = await servedSite("template", template);
const below = await servedSite("template", template, "/some/base/");
const slugs = [
  "blender",
  "chromium",
  "docker-in-docker",
  "inkscape",
  "libreoffice",
  "visual-studio-code",
  "vpn-desktop",
  encodeURIComponent("中文桌面"),
];

describe.each([
  ["under /, wide, light", root, { viewport: desktop }],
  ["under /some/base/, narrow, dark", below, { viewport: phone, dark: true }],
])("a workspace's page %s", (_, address, options) => {
  test("stands still and inside the window, each of them", async () => {
    const page = await open(address, options);
    for (const slug of slugs) {
      await page.goto(`${address}workspaces/${slug}/`);
      await page.waitForTimeout(150);
      expect(await layoutShift(page), slug).toBeLessThan(0.01);
      expect(await scrollsSideways(page), slug).toBe(false);
      expect(await page.getByRole("heading", { level: 1 }).count(), slug).toBe(1);
    }
  });

  test("a clean one says so plainly, with every question answered", async () => {
    const page = await open(`${address}workspaces/libreoffice/`, options);
    const verdict = await page.locator(".verdict").innerText();
    expect(verdict.startsWith(`${workspace.verdict.defaults} ${workspace.holds.account} · `)).toBe(true);
    expect(verdict).toContain(workspace.officialNone);
    const rows = page.locator(".access tr");
    expect(await rows.count()).toBe(Object.keys(access.areas).length);
    const rest = page.getByText(workspace.defaultRows((await rows.count()) - 1));
    expect(await rows.last().isVisible()).toBe(false);
    await rest.click();
    expect(await rows.last().isVisible()).toBe(true);
    expect(await page.locator(".finding").count()).toBe(0);
    expect(await page.getByRole("heading", { name: "Keeping documents" }).isVisible()).toBe(true);
    await page.locator(".shots img").first().scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        page
          .locator(".shots img")
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1200);
  });

  test("a critical one says what and why, and what Kasm shows", async () => {
    const page = await open(`${address}workspaces/docker-in-docker/`, options);
    const verdict = await page.locator(".verdict").innerText();
    expect(verdict).toMatch(/^Users of this workspace control the host, because of privileged\./);
    const sheet = await page.getByRole("table", { name: workspace.sheet }).innerText();
    expect(sheet).toMatch(/Capabilities\s+all 41, because privileged/);
    expect(verdict).toMatch(/flag_privileged\s*\(privileged\)/);
    await page.locator(".verdict").getByRole("link", { name: "flag_user" }).click();
    await page.waitForURL("**/flags/#flag_user");
    expect(await page.locator("#flag_user").isVisible()).toBe(true);
  });

  test("a finding leads to its line, and the line back to it", async () => {
    const page = await open(`${address}workspaces/blender/`, options);
    const finding = page.locator(".finding", { hasText: "No seccomp filter" });
    await finding.getByRole("link", { name: /^Line \d+ of the JSON$/ }).click();
    const line = page.locator(".line:target");
    expect(await line.innerText()).toContain('"security_opt": ["seccomp=unconfined"]');
    expect(await line.evaluate((element) => element.className)).toMatch(/marked medium/);
    await line.getByRole("link", { name: "Medium" }).click();
    expect(await page.locator(".finding:target").innerText()).toContain("No seccomp filter");
  });

  test("the JSON is what the list holds, in both schemas, and copies as such", async () => {
    const page = await open(`${address}workspaces/inkscape/`, options);
    for (const [tab, schema] of [
      [workspace.tabs.json("1.0"), "1.0"],
      [workspace.tabs.json("1.1"), "1.1"],
    ] as const) {
      await page.getByRole("radio", { name: tab }).check();
      const panel = page.locator(`.view-json-${schema.replace(".", "")}`);
      expect(await page.locator(".json .json-panel:visible").count()).toBe(1);
      await panel.getByRole("button", { name: "Copy" }).click();
      await expect.poll(() => panel.getByRole("button", { name: "Copied" }).isVisible()).toBe(true);
      const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
      const list = (await (await page.request.get(`${address}${schema}/list.json`)).json()) as {
        workspaces: { friendly_name: string }[];
      };
      expect(copied).toEqual(list.workspaces.find(({ friendly_name }) => friendly_name === "Inkscape"));
      const raw = await page.request.get(
        new URL((await panel.getByRole("link", { name: "Raw" }).getAttribute("href"))!, page.url()).href,
      );
      expect(((await raw.json()) as { workspace: unknown }).workspace).toEqual(copied);
    }
  });

  test("run_config copies as Kasm takes it, and without the setting that the verdict is about", async () => {
    const page = await open(`${address}workspaces/blender/`, options);
    const copied = async (): Promise<unknown> =>
      JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    const panel = page.locator(".view-form");
    await panel.getByRole("button", { name: "Copy" }).first().click();
    await expect.poll(() => panel.getByRole("button", { name: "Copied" }).isVisible()).toBe(true);
    const whole = (await copied()) as Record<string, unknown>;
    expect(whole).toMatchObject({ security_opt: ["seccomp=unconfined"] });
    await page
      .getByRole("button", {
        name: workspace.verdict.copyWithout("run_config", "security_opt: seccomp=unconfined"),
      })
      .click();
    await expect
      .poll(() => page.locator(".verdict").getByRole("button", { name: "Copied" }).isVisible())
      .toBe(true);
    const { security_opt: _, ...rest } = whole;
    expect(await copied()).toEqual(rest);
  });

  test("a link to a line shows the tab that holds it", async () => {
    const page = await open(`${address}workspaces/blender/`, options);
    await page.getByRole("radio", { name: workspace.tabs.json("1.0") }).check();
    await page.locator(".finding").first().getByRole("link", { name: /^Line/ }).click();
    await expect.poll(() => page.locator(".line:target").isVisible()).toBe(true);
  });

  test("links lead to pages that are there", async () => {
    const page = await open(`${address}workspaces/blender/`, options);
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const inside = [
      ...new Set(links.filter((link) => link.startsWith(address)).map((link) => link.replace(/[?#].*$/, ""))),
    ].filter((link) => !link.endsWith("/new/"));
    expect(inside.length).toBeGreaterThan(8);
    for (const link of inside) expect((await page.request.get(link)).status(), link).toBe(200);
    expect(links).toContain(`${address}new/?from=blender`);
  });
});

test("by keyboard alone: from the verdict to the findings, sources, and the other schema", async () => {
  const page = await open(`${root}workspaces/vpn-desktop/`);
  const focused = (): Promise<string> =>
    page.evaluate(() => (document.activeElement?.textContent ?? "").trim());
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press("Tab");
      if (wanted.test(await focused())) return;
    }
    throw new Error(`${wanted} was not reached by Tab`);
  };
  await tabTo(/^4 findings$/);
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#changes");
  await tabTo(/^Sources$/);
  await page.keyboard.press("Enter");
  expect(await page.locator(".finding-sources[open]").count()).toBe(1);
  await page.getByRole("radio", { name: workspace.tabs.json("1.1") }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("radio", { name: workspace.tabs.json("1.0") }).isChecked()).toBe(true);
  expect(await page.locator(".view-json-10").isVisible()).toBe(true);
});

test("without JavaScript the page is whole: tabs, findings, sources", async () => {
  const page = await open(`${below}workspaces/blender/`, { scripts: false });
  await page.getByRole("radio", { name: workspace.tabs.json("1.0") }).check();
  expect(await page.locator(".view-json-10").isVisible()).toBe(true);
  expect(await page.locator(".view-json-11").isVisible()).toBe(false);
  await page.getByText("Sources").first().click();
  expect(
    await page
      .getByRole("link", { name: /CIS Docker Benchmark/ })
      .first()
      .isVisible(),
  ).toBe(true);
  expect(await page.getByRole("button", { name: "Copy" }).first().isVisible()).toBe(false);
});

test("machines read it too: title, description, canonical address, picture, JSON-LD", async () => {
  const page = await open(`${below}workspaces/blender/`);
  const head = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    canonical: document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href,
    picture: document.querySelector<HTMLMetaElement>("meta[property='og:image']")?.content,
    description: document.querySelector<HTMLMetaElement>("meta[name=description]")?.content,
    policy: document.querySelector<HTMLMetaElement>("meta[http-equiv=content-security-policy]")?.content,
    data: JSON.parse(document.querySelector("script[type='application/ld+json']")!.textContent!) as Record<
      string,
      unknown
    >,
  }));
  expect(head).toMatchObject({
    title: expect.stringContaining("Blender") as string,
    lang: "en",
    canonical: "https://registry.example.org/some/base/workspaces/blender/",
  });
  expect(head.picture).toMatch(/^https:\/\/registry\.example\.org\/some\/base\/thumbs\/\w{16}\.webp$/);
  expect(head.description).toContain("three dimensions");
  expect(head.data).toMatchObject({
    "@type": "SoftwareApplication",
    name: "Blender",
    applicationCategory: "Graphics",
  });
  expect(head.policy).toContain("default-src 'none'");
  expect(head.policy).not.toContain("unsafe-inline");
});

test("no page carries an inline style, an event handler or a script of another host", async () => {
  const folder = await builtSite("template", template, "/");
  for (const path of [
    "index.html",
    "404.html",
    "flags/index.html",
    "all/index.html",
    "workspaces/blender/index.html",
    "workspaces/libreoffice/index.html",
  ]) {
    const html = readFileSync(join(folder, path), "utf8");
    expect(html, path).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/i);
    expect(html, path).not.toMatch(
      /<(script|link|img|source|iframe)[^>]+(src|href)="(https?:)?\/\/(?!registry\.example\.org)/i,
    );
  }
});
