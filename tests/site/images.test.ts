import { expect, test } from "vitest";
import { writeImageLock, type LockedImage } from "../../src/registry/model/image-lock.ts";
import { violations } from "../support/axe.ts";
import { open, phone, servedSite, takeFaults } from "../support/browser.ts";
import { drawing, writeFiles } from "../support/run.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const platform = { digest, compressed: 1.2e9, unpacked: 3.9e9, layers: 40 };
const built = (created: string, config: LockedImage["config"] = {}): LockedImage => ({
  ...{ digest, type: "", created, checked: "2026-11-29", config },
  platforms: { amd64: platform, arm64: platform },
});
const lock = new Map<string, LockedImage>([
  ["docker.io/example/fresh:1", built("2026-10-01T00:00:00Z", { source: "https://example.org/fresh" })],
  ["docker.io/example/old:1", built("2024-05-06T00:00:00Z", { user: "1000" })],
  ["docker.io/example/gone:1", { state: "missing", since: "2026-11-20" }],
]);
const names = ["Fresh", "Old", "Gone", "Unknown"];

const address = await servedSite("images", async (folder) => {
  const files = names.map((name) => [
    `${name}/workspace.json`,
    {
      friendly_name: name,
      description: "A workspace.",
      image_src: "icon.svg",
      categories: ["Office"],
      architecture: ["amd64"],
      compatibility: ["1.18.x"],
      name: `example/${name.toLowerCase()}:1`,
      uncompressed_size_mb: 3900,
    },
  ]);
  const icons = names.map((name) => [`${name}/icon.svg`, drawing]);
  writeFiles(folder, Object.fromEntries([...files, ...icons, ["images.lock.json", writeImageLock(lock)]]));
});

test("a page tells what is known about its image", async () => {
  const page = await open(`${address}workspaces/fresh/`);
  const facts = page.getByRole("region", { name: "Requirements" });
  const text = await facts.innerText();
  expect(text).toContain("amd64, arm64 · 3.9 GB unpacked");
  expect(text).toContain("Last built October 1, 2026");
  expect(text).toContain("Runs as root");
  expect(text).toContain(`docker.io/example/fresh@${digest}`);
  expect(await facts.getByRole("link", { name: /Source of the image/ }).getAttribute("href")).toBe(
    "https://example.org/fresh",
  );
  await facts.getByRole("button", { name: "Copy the image with its digest" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`docker.io/example/fresh@${digest}`);
  expect(await page.getByText(/not given/).innerText()).toBe("License and maintainer not given.");
  expect(await violations(page)).toEqual([]);
  expect(takeFaults()).toEqual([]);
});

test("a page says that its image is missing, and of an unknown one nothing", async () => {
  const gone = await open(`${address}workspaces/gone/`, { viewport: phone });
  expect(await gone.getByText("Not in its registry since November 20, 2026").isVisible()).toBe(true);
  expect(await violations(gone)).toEqual([]);
  const unknown = await open(`${address}workspaces/unknown/`);
  expect(await unknown.getByRole("region", { name: "Requirements" }).innerText()).not.toMatch(
    /unpacked|built|digest|root/i,
  );
});

test("cards say that an image is missing, and a filter finds that and old ones", async () => {
  const page = await open(address);
  const gone = page.locator(".card", { hasText: "Gone" });
  expect(await gone.locator(".card-facts").innerText()).toContain("Image missing");
  const shown = (): Promise<string[]> => page.locator(".card:visible .card-name").allTextContents();
  const group = page.getByRole("group", { name: "Image" });
  await group.getByLabel(/^Older than a year/).check();
  await expect.poll(shown).toEqual(["Old"]);
  await group.getByLabel(/^Missing/).check();
  await expect.poll(shown).toEqual(["Gone", "Old"]);
  expect(page.url()).toContain("image=missing&image=old");
});
