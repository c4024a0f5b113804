import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { judgeSite, pagesOf, SiteScale } from "./measure-pages.ts";

const folder = mkdtempSync(join(tmpdir(), "measure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Text that gzip cannot make much smaller than half. */
const noise = (length: number): string =>
  Array.from({ length: length / 64 }, (_, number) =>
    createHash("sha256").update(String(number)).digest("hex"),
  ).join("");
const put = (path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const head =
  '<link rel="stylesheet" href="/base/_astro/style.css"><script type="module" src="/base/_astro/a.js"></script>';
put("_astro/style.css", "a{}");
put("_astro/a.js", 'import{b}from"./b.js";import("./late.js");');
put("_astro/b.js", 'import"./a.js";');
put("_astro/late.js", noise(50_000));
put("early.webp", Buffer.alloc(1000));
put("late.webp", Buffer.alloc(2000));
put("dense.webp", Buffer.alloc(4000));
put("favicon.png", Buffer.alloc(100));
put(
  "index.html",
  `${head}<link rel="icon" href="/base/favicon.png"><script type="application/ld+json">{"a":1}</script><img src="/base/early.webp"><img loading="lazy" src="/base/late.webp" srcset="/base/dense.webp 2x"><img loading="lazy" src="/base/late.webp"><img loading="lazy" src="/base/early.webp"><template><img src="/base/missing.webp"></template>`,
);
put("workspaces/x/index.html", `${head}${noise(64_000)}`);
put("1.0/index.html", "sends on");

test("counts what a page loads at once, each file once, and what it loads on scrolling apart", () => {
  const cost = new SiteScale(folder).measure("");
  expect(cost).toMatchObject({ pictures: 1100, latePictures: 6000, fonts: 0 });
  expect(cost.js).toBeLessThan(200);
});

test("what stands in the page counts as its own JavaScript, data does not", () => {
  const { ownJs } = new SiteScale(folder).measure("");
  put("inline/index.html", `${head}<script type="module">${noise(6400)}</script>`);
  expect(new SiteScale(folder).measure("inline").ownJs - ownJs).toBeGreaterThan(3000);
  rmSync(join(folder, "inline"), { recursive: true });
});

test("a page that uses a file that is not there is not measured as cheap", () => {
  put("broken/index.html", `${head}<img src="/base/nowhere.webp">`);
  expect(() => new SiteScale(folder).measure("broken")).toThrow("nowhere.webp");
  rmSync(join(folder, "broken"), { recursive: true });
});

test("pages are found, and those that only send on are not pages", () => {
  expect(pagesOf(folder)).toEqual(["", "workspaces/x"]);
});

test("a page that costs too much is named", () => {
  const over = judgeSite(folder).filter(({ bytes, limit }) => bytes > limit);
  expect(over.map(({ page }) => page)).toEqual(["workspaces/x"]);
});
