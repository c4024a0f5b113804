import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { note, open, type PageOptions } from "../support/browser.ts";

/** Opens pages that may try to do harm, and notes whatever they achieve, so that the test at hand fails. */

/** The host Chromium asks by itself when it sees a form, whatever the page. */
const browsersOwn = /^content-autofill\.googleapis\.com:443$/;

/** Plays the outside world: gets every request that leaves this machine, even those no page is told of (icons, prefetches, beacons). */
async function world(): Promise<Server> {
  const server = createServer((request, response) => {
    note(`left the origin: ${request.url}`);
    response.writeHead(204).end();
  });
  server.on("connect", (request, socket) => {
    if (!browsersOwn.test(request.url ?? "")) note(`left the origin: ${request.url}`);
    socket.on("error", () => undefined).end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await listen(server);
  return server;
}

/** Lets a server listen until the test file ends. Returns its port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}

const proxy = `http://127.0.0.1:${((await world()).address() as AddressInfo).port}`;
/** Files missing on purpose, and the icon that browsers look for where a file is no page that could name one. */
const mayFail = /nothing-here|\/favicon\.ico$/;
const kept = new Map<string, Page>();

/** Opens an address as harness.ts does, with the traps of this test set, in a window that has seen nothing yet. */
export function openHostile(address: string, options: PageOptions = {}): Promise<Page> {
  return open(address, { mayFail, ...options, proxy, prepare });
}

/** The same in the window that this kind of test had before: hundreds of windows would take minutes. */
export async function visit(
  address: string,
  { scripts = true }: PageOptions = {},
  kind = "visit",
): Promise<Page> {
  const key = `${kind} ${new URL(address).origin} ${scripts}`;
  const page = kept.get(key);
  if (page) await page.goto(address, { waitUntil: "load" });
  const here = page ?? (await openHostile(address, { scripts, isKept: true }));
  kept.set(key, here);
  return here;
}

async function prepare(page: Page): Promise<void> {
  await page
    .context()
    .exposeBinding("__hit", ({ frame }, id: unknown) => note(`ran: ${String(id)} in ${frame.url()}`));
  page.on("popup", (popup) => note(`window opened: ${popup.url()}`));
  page.on("download", (download) => note(`download: ${download.url()}`));
  page.on("frameattached", () => note(`frame made in ${page.url()}`));
  page.context().on("serviceworker", (worker) => note(`service worker: ${worker.url()}`));
}

/** Elements and attributes that content must never add to a page. Links by which our scripts load ahead do not count, but are checked; nor do sizes of counts and dates, which hold no content. */
const forbidden = {
  script: "script",
  "style sheet": "style, link[rel~=stylesheet]",
  link: "link:not([rel=prefetch], [rel=modulepreload], [rel~=stylesheet])",
  "meta directive": "meta[http-equiv]",
  base: "base",
  template: "template, slot",
  form: "form",
  target: "[action], [formaction], [ping], [target]",
  frame: "iframe, frame, frameset, object, embed, applet, portal, fencedframe",
  media: "audio, video, source, track, picture, canvas",
  "foreign markup":
    "math, foreignObject, svg script, svg style, svg image, svg a, svg set, svg animate, svg use[href]:not([href^='#'])",
  "style attribute": "[style]:not(.strip *, time)",
  "inner page": "[srcdoc]",
  focus: "[autofocus]",
  "old element": "marquee, plaintext, xmp, noembed, noframes, dialog, [popover], [background]",
} as const;

export type Makeup = Record<string, number>;

/** How many of each forbidden kind a page has, templates included. */
export async function makeupOf(page: Page): Promise<Makeup> {
  return page.evaluate((kinds) => {
    const roots = (root: Document | DocumentFragment): (Document | DocumentFragment)[] => [
      root,
      ...[...root.querySelectorAll("template")].flatMap((template) => roots(template.content)),
    ];
    const all = roots(document);
    const count = (selector: string): number =>
      all.reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);
    return Object.fromEntries(Object.entries(kinds).map(([kind, selector]) => [kind, count(selector)]));
  }, forbidden);
}

/** A sentence for each handler in an attribute, each address that a click or the page itself must not follow, and each link elsewhere that hands this window over. */
export async function unsafeParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts: string[] = [];
    const roots = (root: Document | DocumentFragment): (Document | DocumentFragment)[] => [
      root,
      ...[...root.querySelectorAll("template")].flatMap((template) => roots(template.content)),
    ];
    for (const element of roots(document).flatMap((root) => [...root.querySelectorAll("*")])) {
      const name = element.localName;
      if (element.shadowRoot) parts.push(`shadow tree: ${name}`);
      for (const { name: key, value } of element.attributes) {
        if (/^on/i.test(key)) parts.push(`handler: ${name}[${key}]`);
        if (
          !/^(href|src|srcset|action|formaction|data|poster|ping|background|xlink:href|cite|manifest)$/i.test(
            key,
          ) ||
          value === ""
        )
          continue;
        const url = URL.parse(value, document.baseURI);
        const isOurs = url?.origin === location.origin;
        const isLink = name === "a" || element.matches("link:is([rel=canonical], [rel=alternate])");
        if (!url || !["http:", "https:", "mailto:", "blob:"].includes(url.protocol))
          parts.push(`address: ${name}[${key}] ${value}`);
        else if (!isOurs && !isLink) parts.push(`foreign address: ${name}[${key}] ${value}`);
        else if (!isOurs && name === "a" && !(element as HTMLAnchorElement).relList.contains("noopener"))
          parts.push(`link without noopener: ${value}`);
      }
    }
    return parts;
  });
}

/** Nothing of the content has become part of the page but text: the kinds of elements are those of a page with harmless content, and there is no other window in it. */
export async function expectTextOnly(page: Page, reference: Makeup): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  expect(await makeupOf(page)).toEqual(reference);
  expect(await unsafeParts(page)).toEqual([]);
}
