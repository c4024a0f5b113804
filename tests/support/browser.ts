import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { browserArguments, findBrowser } from "../../scripts/dev/browser.ts";

export { builtSite, contentFolder, generated, real, servedSite, template } from "./sites.ts";

/** A page under test notes everything that a visitor's browser would complain about; the test fails on any of it. */

let browser: Browser | undefined;
/** Windows to close after the test. */
const opened: { close: () => Promise<void> }[] = [];
/** A private window of each kind is used again, emptied, by the tests of a file: a new one costs as much as the page in it. */
const contexts = new Map<string, BrowserContext>();
const faults: string[] = [];
const shifts = new WeakMap<Page, { sum: number; moved: string[] }>();

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 360, height: 740 };

export interface PageOptions {
  viewport?: { width: number; height: number };
  dark?: boolean;
  /** false: as with JavaScript switched off. */
  scripts?: boolean;
  touch?: boolean;
  /** Addresses that may answer with an error. */
  mayFail?: RegExp;
  /** Leaves the window open for later tests of the file. */
  isKept?: boolean;
  /** Where requests to anywhere but this machine go. */
  proxy?: string;
  /** Adds observers; called before the page is opened. */
  prepare?: (page: Page) => Promise<void>;
}

/** Opens an address in a fresh, private window. Closed after the test. */
export async function open(
  address: string,
  {
    viewport = desktop,
    dark = false,
    scripts = true,
    touch = false,
    mayFail,
    isKept = false,
    proxy,
    prepare,
  }: PageOptions = {},
): Promise<Page> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error("No Chrome or Chromium was found. Name one: CHROME_PATH=/path/to/chrome");
  browser ??= await chromium.launch({ executablePath, args: browserArguments });
  const options: BrowserContextOptions = {
    viewport,
    colorScheme: dark ? "dark" : "light",
    javaScriptEnabled: scripts,
    hasTouch: touch,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...(proxy ? { proxy: { server: proxy, bypass: "127.0.0.1" } } : {}),
  };
  // Kept windows, and those with traps of their own, are nobody else's.
  const isShared = !isKept && !prepare;
  const context = isShared ? await sharedContext(options) : await browser.newContext(options);
  const page = await context.newPage();
  if (!isKept) opened.push(isShared ? page : context);
  await watch(page, new URL(address).origin, mayFail);
  await prepare?.(page);
  await page.goto(address, { waitUntil: "load" });
  return page;
}

async function sharedContext(options: BrowserContextOptions): Promise<BrowserContext> {
  const key = JSON.stringify(options);
  const context = contexts.get(key) ?? (await browser!.newContext(options));
  contexts.set(key, context);
  return context;
}

async function watch(page: Page, origin: string, mayFail?: RegExp): Promise<void> {
  const excused = (url: string): boolean => mayFail?.test(url) ?? false;
  page.on("console", (message) => {
    if (message.type() === "error" && !excused(message.location().url))
      faults.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message} (${page.url()})`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("blob:"))
      faults.push(`foreign request: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A page that is left takes its requests with it.
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      faults.push(`failed request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !excused(response.url()))
      faults.push(`${response.status()}: ${response.url()}`);
  });
  // Over the protocol and not by a script in the page, which would see nothing where JavaScript is off.
  const session = await page.context().newCDPSession(page);
  page.on("framenavigated", (frame) => frame === page.mainFrame() && shifts.set(page, { sum: 0, moved: [] }));
  session.on("PerformanceTimeline.timelineEventAdded", ({ event: { layoutShiftDetails: shift } }) => {
    const seen = shifts.get(page);
    if (!seen || !shift || shift.hadRecentInput) return;
    seen.sum += shift.value;
    seen.moved.push(
      ...shift.sources.map(
        ({ previousRect: from, currentRect: to }) =>
          `${from.width} × ${from.height} at ${from.x}, ${from.y} → ${to.width} × ${to.height} at ${to.x}, ${to.y}`,
      ),
    );
  });
  await session.send("PerformanceTimeline.enable", { eventTypes: ["layout-shift"] });
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.send("Network.clearBrowserCache");
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}

/** How far things moved by themselves since the page was opened (Cumulative Layout Shift). */
export async function layoutShift(page: Page): Promise<number> {
  // The browser says so with the frame after the one that moved.
  await page.waitForTimeout(50);
  return shifts.get(page)?.sum ?? 0;
}

/** Lists what moved then, for a test's message. */
export function whatMoved(page: Page): string {
  return shifts.get(page)?.moved.join("; ") ?? "";
}

/** Whether the page is wider than the window. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Adds to what went wrong: the test fails. */
export function note(fault: string): void {
  faults.push(fault);
}

/** Takes the faults so far; empties the list. */
export function takeFaults(): string[] {
  return faults.splice(0);
}

/** Names of the cards that the home page or a listing shows, in order. */
export async function cardNames(page: Page): Promise<string[]> {
  return page.locator(".cards .card-name").allTextContents();
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((window) => window.close()));
  expect(takeFaults()).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
  contexts.clear();
});
