import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { slugOf } from "../../src/registry/model/slug.ts";
import { staticServer } from "../../src/publish/serve.ts";
import { temporaryFolder } from "../support/run.ts";
import {
  builtSite,
  cardNames,
  servedSite,
  takeFaults,
  template,
  type PageOptions,
} from "../support/browser.ts";
import { families, familyNames, unsafePage } from "../support/hostile-payloads.ts";
import { hostileIdentity, hostileRegistry, hostileWorkspace } from "../support/hostile-registry.ts";
import {
  expectTextOnly,
  listen,
  makeupOf,
  openHostile,
  unsafeParts,
  visit,
  type Makeup,
} from "./hostile-watch.ts";

/** Content that tries to be code, in a real browser: with the policy as published, by escaping alone, and without JavaScript. */

const base = "/hostile/";
const shipped = await builtSite("hostile", hostileRegistry, base);
const clean = await servedSite("template", template);
const serve = async (folder: string): Promise<string> =>
  `http://127.0.0.1:${await listen(staticServer(folder, base))}${base}`;
const guarded = await serve(shipped);
const policyOf = (html: string): string =>
  /<meta http-equiv="content-security-policy"[^>]*>/.exec(html)?.[0] ?? "";
const bare = await serve(withoutPolicy());

/** The same site with no Content-Security-Policy at all, and the unsafe pages that show that the checks of this file see what happens. */
function withoutPolicy(): string {
  const folder = join(temporaryFolder(), "site");
  cpSync(shipped, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".html"),
  )) {
    const html = readFileSync(join(folder, name), "utf8");
    if (policyOf(html) === "") throw new Error(`${name} has no policy`);
    writeFileSync(join(folder, name), html.replace(policyOf(html), ""));
  }
  const policy = policyOf(readFileSync(join(shipped, "index.html"), "utf8"));
  mkdirSync(join(folder, "unsafe"));
  for (const family of familyNames) {
    writeFileSync(join(folder, "unsafe", `${family}.html`), unsafePage(family, ""));
    writeFileSync(join(folder, "unsafe", `${family}-with-policy.html`), unsafePage(family, policy));
  }
  return folder;
}

const references = new Map<string, Makeup>();

/** The makeup of the same page of the example registry. A page without its policy has one directive less. */
async function reference(path: string, { scripts = true }: PageOptions, hasPolicy: boolean): Promise<Makeup> {
  const key = `${path} ${scripts}`;
  if (!references.has(key)) references.set(key, await makeupOf(await visit(clean + path, { scripts })));
  const makeup = references.get(key)!;
  return hasPolicy ? makeup : { ...makeup, "meta directive": makeup["meta directive"]! - 1 };
}

/** The home page's while it shows what was searched for: the script keeps the height of the list then, by the one style attribute. */
async function searchedReference(hasPolicy: boolean): Promise<Makeup> {
  if (!references.has("searched")) {
    const page = await visit(`${clean}?q=chromium`, {});
    await expect.poll(() => page.locator("#count").textContent(), soon).toMatch(/^1 of /);
    references.set("searched", await makeupOf(page));
  }
  const makeup = references.get("searched")!;
  return hasPolicy ? makeup : { ...makeup, "meta directive": makeup["meta directive"]! - 1 };
}

/** The builder's: with a repository on GitHub it has three links more that open a window. */
async function builderReference(options: PageOptions, hasPolicy: boolean): Promise<Makeup> {
  const makeup = await reference("new/", options, hasPolicy);
  return { ...makeup, target: makeup["target"]! + 3 };
}

const slugs = readdirSync(join(shipped, "workspaces"));
const folders = (name: string): string[] =>
  readdirSync(join(shipped, name), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${name}/${encodeURIComponent(entry.name)}/`] : [],
  );
const slug = (family: string): string =>
  slugs.find((name) => name === slugOf(hostileWorkspace(family).folder))!;
const pageOf = (family: string): string => `workspaces/${encodeURIComponent(slug(family))}/`;
const payload = (family: string, id: string): string => families[family]!.make(`${family}.${id}`);
/** For what a page shows later: machines are noisy. */
const soon = { timeout: 30_000 };
/** As a page shows a text: without white space around it. */
const shown = (text: string): string => text.trim();

test("every family has a workspace", () => expect(slugs).toHaveLength(familyNames.length));

/** `isWhole` tries everything, the other passes a few. */
type Pass = [name: string, address: string, hasPolicy: boolean, isWhole: boolean, options: PageOptions];
const passes: Pass[] = [
  ["without a policy, by escaping alone", bare, false, true, {}],
  ["as published", guarded, true, false, {}],
  ["without a policy and with JavaScript off", bare, false, false, { scripts: false }],
];

describe.each(passes)("%s", (_, address, hasPolicy, isWhole, options) => {
  // Where nothing but escaping is in the way, each family is tried on its own page and on one of the three others that show a visitor's
  // words. The other passes try a few: their pages are of the same bytes.
  const each = (items: string[]): string[] => (isWhole ? items : items.slice(0, 3));
  const everyThird = (items: string[], first: 0 | 1 | 2): string[] =>
    isWhole ? items.filter((_, place) => place % 3 === first) : items.slice(first, first + 2);

  test.each(each(familyNames))("%s in every field of a workspace is text on its page", async (family) => {
    const { data, maintainer } = hostileWorkspace(family);
    const wanted = await reference("workspaces/chromium/", options, hasPolicy);
    const page = await visit(address + pageOf(family), options);
    await expectTextOnly(page, wanted);
    const parts = {
      h1: "h1",
      about: ".who-about",
      categories: ".who-in a",
      notes: ".notes p",
      facts: ".facts dd",
      json: "[id='code-1.1']",
      title: "title",
      data: "script[type='application/ld+json']",
    };
    const text = await page.evaluate(
      (selectors) =>
        Object.fromEntries(
          Object.entries(selectors).map(([name, selector]) => [
            name,
            [...document.querySelectorAll(selector)].map(({ textContent }) => textContent),
          ]),
        ),
      parts,
    );
    expect(text).toMatchObject({
      h1: [shown(data.friendly_name)],
      about: [shown(data.description)],
      notes: [shown(data.notes)],
      title: [`${shown(data.friendly_name)} · ${shown(hostileIdentity.name)}`],
    });
    expect(text["categories"]!.toSorted()).toEqual(data.categories.map(shown).toSorted());
    expect(text["facts"]).toEqual(expect.arrayContaining([shown(data.docker_registry), shown(maintainer)]));
    expect(text["json"]![0]).toContain(JSON.stringify(data.notes));
    expect(JSON.parse(text["data"]![0]!)).toMatchObject({
      name: shown(data.friendly_name),
      description: shown(data.description),
    });
    if (hasPolicy) {
      // A visitor's actions on such a page wake nothing.
      await page.locator("[data-copy]:visible").last().click();
      await page.evaluate(() =>
        document
          .querySelectorAll("main a:not([data-astro-prefetch])")
          .forEach((link) =>
            ["pointerover", "mouseover", "mouseenter", "focusin"].forEach((type) =>
              link.dispatchEvent(new Event(type, { bubbles: true })),
            ),
          ),
      );
    }
    expect(page.url()).toBe(address + pageOf(family));
  });

  const others: [name: string, like: string, paths: string[]][] = [
    ["home", "", [""]],
    ["all workspaces", "all/", ["all/"]],
    ["flags", "flags/", ["flags/"]],
    [
      "categories",
      "categories/graphics/",
      everyThird(
        folders("categories").filter((path) => !path.endsWith("-2/")),
        0,
      ),
    ],
    ["Kasm versions", "kasm/1.17.x/", everyThird(folders("kasm"), 1)],
    [
      "what is not there",
      "nothing-here/",
      everyThird(familyNames, 2).map(
        (family) =>
          `nothing-here/${encodeURIComponent(payload(family, "path").replaceAll("/", "_"))}/?q=${encodeURIComponent(payload(family, "query"))}#${payload(family, "hash")}`,
      ),
    ],
  ];
  test.each(others)("%s: text and nothing else", async (_, like, paths) => {
    const wanted = await reference(like, options, hasPolicy);
    for (const path of paths) {
      const page = await visit(address + path, options);
      await expectTextOnly(page, wanted);
      expect(page.url()).toBe(new URL(address + path).href);
      expect(await page.locator(".top-name span").textContent()).toBe(shown(hostileIdentity.name));
    }
  });

  test.each(["1.0/", "1.1/", "1.0/new/", "1.0/new/PHNjcmlwdD4=/", "1.1/new/PHNjcmlwdD4=/"])(
    "%s leads to the store-front",
    async (path) => {
      const page = await visit(address + path, options);
      await page.waitForURL(path === "1.0/new/" ? `${address}new/` : address);
      await page.waitForLoadState("load");
      expect(page.frames()).toHaveLength(1);
    },
  );

  test("the builder as it opens", async () => {
    await expectTextOnly(await visit(`${address}new/`, options), await builderReference(options, hasPolicy));
  });

  test("a hash that is no address, on pages that look at it", async () => {
    for (const path of [pageOf("script"), "", "flags/", "new/"]) {
      const page = await visit(`${address}${path}#%zz`, options);
      for (const hash of [
        "%00",
        encodeURIComponent('"]<img src=x onerror=__hit(1)>'),
        "__proto__",
        "constructor",
        "x'\"\\",
      ])
        await page.goto(`${address}${path}#${hash}`);
      expect(page.frames()).toHaveLength(1);
    }
  });

  if (options.scripts === false) return;

  describe("search", () => {
    test.each(everyThird(familyNames, 0))("%s in every part of the address is text", async (family) => {
      const wanted = await searchedReference(hasPolicy);
      const text = payload(family, "address");
      const query = new URLSearchParams(
        ["q", "category", "kasm", "arch", "finding", "flag", "sort", family].map((name) => [name, text]),
      );
      const page = await visit(`${address}?${query}#${text}`, options);
      await expect.poll(() => page.locator("#nothing h3").textContent(), soon).toContain(shown(text));
      expect(
        (await page.locator("#chosen button").allTextContents()).filter((button) =>
          button.includes(shown(text)),
        ),
      ).toHaveLength(5);
      await expectTextOnly(page, wanted);
    });

    test("every payload that is typed finds its workspace, drawn as text", async () => {
      const wanted = await searchedReference(hasPolicy);
      const page = await visit(address, options);
      for (const family of each(familyNames)) {
        const { data } = hostileWorkspace(family);
        await page.getByRole("searchbox").fill(data.friendly_name);
        await expect.poll(() => cardNames(page), soon).toContain(shown(data.friendly_name));
        await expectTextOnly(page, wanted);
      }
    });

    test("the full text of every workspace is searched, and what is found is drawn as text", async () => {
      const page = await visit(address, options);
      const found = page.waitForResponse(/\/pagefind\/fragment\//);
      await page.getByRole("searchbox").fill("evil example");
      await found;
      await expect
        .poll(() => cardNames(page), soon)
        .toEqual(expect.arrayContaining([shown(hostileWorkspace("css").data.friendly_name)]));
      await page.waitForTimeout(300);
      await expectTextOnly(page, await searchedReference(hasPolicy));
    });
  });

  describe("the builder", () => {
    test("opens hostile workspaces, with their icons", async () => {
      const wanted = await builderReference(options, hasPolicy);
      // One pass as the links do it, the other by pasting the file, which needs no new page.
      const page = await visit(`${address}new/`, options, "builder");
      await page.locator(".b-start summary").click();
      for (const family of everyThird(familyNames, 1)) {
        const { data } = hostileWorkspace(family);
        if (isWhole) {
          await page.fill("#paste-text", JSON.stringify(data));
          await page.click("#paste-read");
        } else await visit(`${address}new/?from=${encodeURIComponent(slug(family))}`, options, "builder");
        await expect
          .poll(
            () =>
              page.evaluate(
                () =>
                  (
                    JSON.parse(document.querySelector<HTMLTextAreaElement>("#json-text")!.value) as {
                      notes?: string;
                    }
                  ).notes,
              ),
            soon,
          )
          .toBe(data.notes);
        await expect
          .poll(() => page.locator("#preview-card .card-name").textContent(), soon)
          .toBe(shown(data.friendly_name));
        await expectTextOnly(page, wanted);
      }
    });

    test("takes nothing but text from commands, compose files, broken JSON and addresses", async () => {
      const wanted = await builderReference(options, hasPolicy);
      const page = await openHostile(`${address}new/`, { ...options, mayFail: /1\.1\/workspaces\// });
      await page.locator(".b-start summary").click();
      const texts = familyNames.map((family) => payload(family, "paste"));
      const quoted = texts.map((text) => `'${text.replaceAll("'", "'\\''")}'`);
      const yaml = texts.map((text) => JSON.stringify(text));
      const pastes: [text: string, shown: string][] = [
        [texts.join(" "), "#paste-outcome p"],
        ...everyThird(texts, 2).map((text): [string, string] => [text, "#paste-outcome p"]),
        [
          `docker run ${quoted.map((text) => `-e ${text}=${text} --label ${text} -v ${text}:/x --name ${text} --unknown=${text}`).join(" ")} ghcr.io/a/b:1 ${quoted.join(" ")}`,
          "#paste-outcome dt",
        ],
        [
          `services:\n  two: { image: a }\n${yaml.map((text) => `  ${text}: { image: ${text} }\n`).join("")}`,
          "#paste-service option",
        ],
        [
          `services:\n  one:\n    image: ghcr.io/a/b:1\n    environment:\n${yaml.map((text) => `      ${text}: ${text}\n`).join("")}${yaml.map((text) => `    ${text}: ${text}\n`).join("")}`,
          "#paste-outcome dt",
        ],
        [`{"friendly_name": ${yaml[0]}, ${texts.join(" ")}`, "#problems-list li"],
      ];
      for (const [paste, wantedPart] of pastes) {
        await page.fill("#paste-text", paste);
        await page.evaluate(() => document.querySelector("#paste-outcome")!.replaceChildren());
        await page.click("#paste-read");
        await expect.poll(() => page.locator(wantedPart).count(), soon).toBeGreaterThan(0);
        await expectTextOnly(page, wanted);
      }
      expect(await page.locator("#json-text").inputValue()).toContain(texts[0]);
      for (const from of [
        "../../1.0/list",
        "..%2f..%2flist",
        "//evil.example/x",
        "https://evil.example/x",
        "__proto__",
        "javascript:__hit('from')",
        payload("picture-handler", "from"),
        "x".repeat(3000),
      ]) {
        await page.goto(`${address}new/?from=${encodeURIComponent(from)}`);
        await expect.poll(() => page.locator("#notice").textContent(), soon).toContain(from);
      }
      await expectTextOnly(page, wanted);
    });

    test.each<[string, object]>([
      [
        "hostile texts in it",
        (({ data }) => ({
          shape: "1.0",
          data,
          text: JSON.stringify(data),
          broken: false,
          folder: data.friendly_name,
          icon: { type: "text/html", base64: btoa("<script>parent.__hit('draft.icon')</script>") },
          pending: { "/run_config/x": data.notes },
          seen: [data.notes],
          showAll: true,
          paste: data.notes,
        }))(hostileWorkspace("picture-handler")),
      ],
      [
        "an icon that is a script",
        {
          shape: "1.0",
          data: {},
          text: "{}",
          broken: false,
          folder: "x",
          icon: {
            type: "image/svg+xml",
            base64: btoa(
              "<svg xmlns='http://www.w3.org/2000/svg' onload=\"__hit('draft.icon')\"><script>__hit('draft.icon')</script></svg>",
            ),
          },
          pending: {},
          seen: [],
          showAll: true,
          paste: "",
        },
      ],
    ])("restores a draft with %s as text", async (_, draft) => {
      const page = await openHostile(`${address}flags/`, options);
      await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [
        `workspace-builder ${base}`,
        JSON.stringify({ version: 1, draft, previous: draft }),
      ] as const);
      await page.goto(`${address}new/`);
      await page.waitForSelector("#icon-picture img", { state: "attached" });
      await expectTextOnly(page, await builderReference(options, hasPolicy));
      await page.click("#bring-back");
      await page.waitForTimeout(300);
      await expectTextOnly(page, await builderReference(options, hasPolicy));
    });
  });
});

describe("files that are no pages, opened as if they were", () => {
  const files = [
    "1.0/list.json",
    "1.1/list.json",
    "1.1/versions.json",
    "versions.txt",
    "search/cards.json",
    "sitemap.xml",
    "robots.txt",
    "generator.json",
    "schema/workspace-1.0.schema.json",
  ];
  test.each(files)("%s", async (path) => {
    const page = await visit(guarded + path);
    expect(
      await page.evaluate(
        () => document.querySelectorAll("script, iframe, img, form, svg, style[href]").length,
      ),
    ).toBe(0);
    expect(page.url()).toBe(guarded + path);
  });

  test("the manifest", async () => {
    const manifest = (await (await fetch(`${guarded}manifest.webmanifest`)).json()) as {
      name: string;
      description: string;
    };
    expect(manifest).toMatchObject({
      name: hostileIdentity.name,
      description: hostileIdentity.description,
    });
  });

  test.each(familyNames.filter((_, place) => place % 3 === 2))(
    "%s: the file of its workspace",
    async (family) => {
      const page = await visit(`${guarded}1.1/workspaces/${encodeURIComponent(slug(family))}.json`);
      expect(
        await page.evaluate(() => [
          document.querySelectorAll("script, iframe, img, form, svg").length,
          document.contentType,
        ]),
      ).toEqual([0, "application/json"]);
      expect(JSON.parse((await page.locator("pre").textContent())!)).toMatchObject({
        workspace: { friendly_name: hostileWorkspace(family).data.friendly_name },
      });
    },
  );

  test.each(familyNames)("%s: its icon, named like it, opened as a document", async (family) => {
    const { image_src } = hostileWorkspace(family).data;
    const page = await visit(`${guarded}1.0/icons/${encodeURIComponent(image_src)}`);
    await page.locator("#drawn").click({ force: true });
    expect(
      await page.evaluate(() => [
        document.contentType,
        document.documentElement.localName,
        document.querySelectorAll(
          "script, foreignObject, iframe, image[*|href], use[*|href], a[*|href], set, animate",
        ).length,
      ]),
    ).toEqual(["image/svg+xml", "svg", 0]);
    expect(await unsafeParts(page)).toEqual([]);
  });
});

describe("on a page that does not escape", () => {
  // Blank in between, so that nothing of one page is taken for something of the next.
  const look = async (family: string, path: string, kind: string, wanted: RegExp): Promise<string[]> => {
    // That page goes on for ever.
    const page =
      family === "meta-refresh"
        ? await openHostile(`${bare}robots.txt`)
        : await visit(`${bare}robots.txt`, {}, kind);
    takeFaults();
    await page.goto(`${bare}unsafe/${path}.html`).catch(() => undefined);
    if (families[family]!.in === "address") await page.locator("a").click();
    const seen = [...takeFaults()];
    for (let waits = 0; waits < 200 && !seen.some((fault) => wanted.test(fault)); waits++) {
      await page.waitForTimeout(25);
      seen.push(...takeFaults());
    }
    if (family === "meta-refresh") await page.close();
    return [...seen, ...takeFaults()];
  };

  test.each(familyNames)("%s does harm, and the checks of this file see it", async (family) => {
    const harm = new RegExp(`^(ran: |left the origin: (https?://)?)unsafe\\.${family}\\b`);
    expect(await look(family, family, "unsafe", harm)).toEqual(
      expect.arrayContaining([expect.stringMatching(harm)]),
    );
  });

  test.each(familyNames)("%s runs nothing where the policy of the site is in force", async (family) => {
    // A policy cannot stop a page from sending the visitor elsewhere; escaping has to.
    const stopped = family === "meta-refresh" ? /^left the origin/ : /violat/;
    const faults = await look(family, `${family}-with-policy`, "unsafe, with policy", stopped);
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(stopped)]));
    expect(faults.filter((fault) => /^(ran|dialog|window opened)/.test(fault))).toEqual([]);
  });
});
