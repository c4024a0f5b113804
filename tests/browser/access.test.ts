import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { open, phone, servedSite, takeFaults, template } from "./harness.ts";
import { oddRegistry } from "./odd-registry.ts";

const address = await servedSite("template", template);
const odd = await servedSite("odd", oddRegistry, "/odd/");
const pages: [name: string, address: string][] = [
  ["home", address],
  ["home, filtered", `${address}?category=Desktop&q=desk`],
  ["home, nothing found", `${address}?q=zzzzz&kasm=1.13.x`],
  ["a listing", `${address}categories/graphics/`],
  ["a clean workspace", `${address}workspaces/libreoffice/`],
  ["a critical workspace", `${address}workspaces/docker-in-docker/`],
  ["flags", `${address}flags/`],
  ["not found", `${address}nowhere/blender/`],
  ["right-to-left home", odd],
  ["right-to-left workspace", `${odd}workspaces/long/`],
];

describe.each([["light", false], ["dark", true]])("axe finds nothing, %s", (_, dark) => {
  test.each(pages)("%s", async (name, url) => {
    const page = await open(url, { dark, mayFail: /nowhere/, ...(name.startsWith("right") ? { viewport: phone } : {}) });
    if (url.includes("?")) await page.waitForFunction(() => document.querySelector("#count")?.textContent?.includes("of "));
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
    // axe's own injected script is not the page's doing.
    takeFaults();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3).join(" | ")}`)).toEqual([]);
  });
});
