import { describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { desktop, open, phone, servedSite, template } from "../support/browser.ts";
import { lookOver } from "../support/look-over.ts";
import { oddRegistry } from "../support/odd-registry.ts";

/** How every kind of page looks: in either width, theme, direction of writing and place on a server. Behaviour is journeys.test.ts's. */

const root = await servedSite("template", template);
const below = await servedSite("template", template, "/some/base/");
/** Right to left, with names that are too long, without a break, or markup. */
const odd = await servedSite("odd", oddRegistry, "/odd/");

const rows = [
  { looks: "wide, light", site: root, viewport: desktop, dark: false, hasAxe: true },
  { looks: "wide, dark, under a base path", site: below, viewport: desktop, dark: true, hasAxe: false },
  { looks: "narrow, dark, right to left", site: odd, viewport: phone, dark: true, hasAxe: true },
] as const;

const arabic = `workspaces/${encodeURIComponent("متصفح")}/`;
/** Path of each kind of page in the template and in the odd registry; the latter has more kinds of workspaces. */
const kinds: [kind: string, template: string | null, odd: string | null][] = [
  ["home", "", ""],
  ["list of all", "all/", "all/"],
  ["flags", "flags/", "flags/"],
  ["verifying", "verify/", "verify/"],
  ["form for a new workspace", "new/", "new/"],
  ["not found", "nowhere/", "nowhere/"],
  ["comparison", "compare/?a=blender&b=chromium&c=vpn-desktop", "compare/?a=long&b=attack"],
  ["comparison without an address", "compare/", "compare/"],
  ["adding to Kasm", "add/", "add/"],
  ["files for programs", "api/", "api/"],
  ["category", "categories/graphics/", null],
  ["Kasm version", "kasm/1.17.x/", null],
  ["workspace", "workspaces/blender/", "workspaces/long/"],
  ["workspace that holds markup", null, "workspaces/attack/"],
  ["workspace named by symbols", null, "workspaces/symbols/"],
  ["workspace named in Arabic", null, arabic],
];

describe.each(kinds)("%s", (_, templatePath, oddPath) => {
  const pages = rows.flatMap((row) => {
    const path = row.site === odd ? oddPath : templatePath;
    return path === null ? [] : [{ ...row, path }];
  });
  test.each(pages)("keeps its shape when $looks", async ({ site, path, viewport, dark, hasAxe }) => {
    const page = await open(site + path, { viewport, dark, mayFail: /nowhere/ });
    await page.waitForTimeout(150);
    await lookOver(page, dark);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(site === odd ? "rtl" : "ltr");
    // The longest page by far is looked at once.
    if (hasAxe && !(path === "flags/" && site === odd)) expect(await violations(page)).toEqual([]);
  });
});
