import { notFound } from "../../src/strings/site.ts";
import { describe, expect, test } from "vitest";
import { cardNames, desktop, open, phone, servedSite, template } from "../support/browser.ts";

const root = await servedSite("template", template);
const below = await servedSite("template", template, "/some/base/");

describe.each([
  ["under /, wide, light", root, { viewport: desktop }],
  ["under /some/base/, narrow, dark", below, { viewport: phone, dark: true }],
])("%s", (_, address, options) => {
  test("anchors lead to their part of the page of flags", async () => {
    const page = await open(`${address}flags/`, options);
    for (const anchor of [
      "flag_user",
      "flag_privileged",
      "flag_property",
      "seccomp-unconfined",
      "cap-net-admin",
      "property-security_opt",
      "topic-commands",
    ]) {
      await page.goto(`${address}flags/#${anchor}`);
      const part = page.locator(`[id="${anchor}"]`);
      await expect.poll(() => part.isVisible(), { message: anchor }).toBe(true);
      if ((await part.getAttribute("class")) === "rule")
        await expect.poll(() => part.getAttribute("open"), { message: anchor }).toBe("");
      expect(
        await part.evaluate((element) => element.getBoundingClientRect().top < innerHeight),
        anchor,
      ).toBe(true);
    }
  });

  test("the page of flags counts, and the count leads to the workspaces", async () => {
    const page = await open(`${address}flags/`, options);
    await page.locator("#flag_property").getByRole("link", { name: "In 2 workspaces here" }).click();
    await expect.poll(() => cardNames(page)).toEqual(["Blender", "VPN Desktop"]);
  });

  test.each([
    ["workspaces/libre-office/", "LibreOffice"],
    ["edit/Blender.html", "Blender"],
    ["1.0/VPN_Desktop", "VPN Desktop"],
    [`workspaces/${encodeURIComponent("中文")}/`, "中文桌面"],
  ])("%s is not there, and the page guesses %s", async (path, name) => {
    const page = await open(address + path, {
      ...options,
      mayFail: new RegExp(path.replace(/\/$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
    });
    await expect.poll(() => page.locator("#suggestions a").first().textContent()).toBe(name);
    await page.locator("#suggestions a").first().click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(name);
  });
});

test("the count of a finding on the page of flags leads to its workspaces", async () => {
  const page = await open(`${root}flags/`);
  await page.locator("summary", { hasText: "seccomp-unconfined" }).click();
  await page.locator("#seccomp-unconfined").getByRole("link", { name: "In 1 workspace here" }).click();
  await expect.poll(() => cardNames(page)).toEqual(["Blender"]);
  expect(await page.locator("#chosen").innerText()).toContain("No seccomp filter");
});

test("search in the header leads to the results", async () => {
  const page = await open(`${root}flags/`);
  await page.keyboard.press("/");
  await page.keyboard.type("writer");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/?q=writer");
  await expect.poll(() => page.locator("#nothing, .card").first().isVisible()).toBe(true);
});

test("an address that means nothing is answered calmly", async () => {
  const page = await open(`${root}qqqq/zzzz/`, { mayFail: /zzzz/ });
  await expect.poll(() => page.getByRole("link", { name: "Search for “zzzz”" }).isVisible()).toBe(true);
  expect(await page.locator("#not-found-text").textContent()).toBe(notFound.none);
});

test("sitemap, robots, manifest and pictures are there and name addresses that are", async () => {
  const page = await open(below);
  const { request } = page;
  const robots = await (await request.get(`${below}robots.txt`)).text();
  expect(robots).toContain("Sitemap: https://registry.example.org/some/base/sitemap.xml");
  const sitemap = await (await request.get(`${below}sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address]) => address!.replace("https://registry.example.org/some/base/", below))
    .filter((address) => !address.endsWith("/new/"));
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);
  const manifest = (await (await request.get(`${below}manifest.webmanifest`)).json()) as {
    icons: { src: string }[];
    start_url: string;
  };
  expect(manifest.start_url).toBe("/some/base/");
  for (const { src } of manifest.icons)
    expect((await request.get(new URL(src, below).href)).status()).toBe(200);
  const card = await request.get(`${below}social-card.png`);
  expect(card.headers()["content-type"]).toBe("image/png");
  const header = await card.body();
  expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([1200, 630]);
});
