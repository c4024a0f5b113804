import { chromium, errors, type Browser, type CDPSession, type Page } from "playwright-core";
import { browserArguments, findBrowser } from "../../scripts/dev/browser.ts";
import type { BenchOptions } from "./builds.ts";
import { keep, official, officialBase, ours, type Candidate } from "./candidates.ts";
import { inputOf } from "./inputs.ts";
import { median } from "./median.ts";
import { serveCompressed } from "./serve.ts";
import { watchPage, type Watch } from "./watch-page.ts";

/** How many times slower than this machine the visitor's processor is. */
const slowdown = 4;
const viewport = { width: 1440, height: 900 };
/** Milliseconds without a request after which a page counts as loaded, between two keys, and for one answer at most. */
const quiet = 1500;
const betweenKeys = 150;
const patience = 60_000;
const queries = ["browser", "studio pro", "termnial"] as const;

/** Where a built site has its cards and its search. */
interface Place {
  name: "ours" | "official";
  card: string;
  /** What is busy (aria-busy) until a key is answered, if anything. */
  list: string | null;
  query: string;
}
const places: Record<Place["name"], Place> = {
  ours: { name: "ours", card: ".cards .card-name", list: "#cards", query: "#query" },
  official: { name: "official", card: ".kasmcard-detail", list: null, query: "input[name=search]" },
};

/** One visit to the home page with a search, or the medians of several. Milliseconds and bytes. */
export interface Visit {
  /** Transferred until the page is quiet, without scrolling. */
  bytes: number;
  requests: number;
  /** From the beginning of the navigation until the first card is painted. */
  firstCard: number;
  /** What long tasks take beyond 50 ms each, until the page is quiet. */
  blocking: number;
  longestTask: number;
  /** JavaScript heap after garbage collection. */
  heap: number;
  /** From a key to the painted results; null where the search fails. */
  typing: number | null;
  typingWorst: number | null;
  heapAfterSearch: number;
  /** The first exception of the page, "" where there is none. */
  exception: string;
}

export interface BrowserResult {
  workspaces: number;
  ours: Visit;
  official: Visit | null;
}

/** Builds registries of these sizes and visits their home pages with a slow processor, ours and the official in turn. */
export async function measureBrowser({
  sizes,
  runs,
  official: checkout,
  progress,
}: BenchOptions): Promise<BrowserResult[]> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error("No Chrome or Chromium was found. Name one: CHROME_PATH=/path/to/chrome");
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  try {
    const results: BrowserResult[] = [];
    for (const workspaces of sizes) {
      const input = await inputOf(workspaces);
      const candidates: { place: Place; candidate: Candidate; base: string }[] = [
        { place: places.ours, candidate: ours(), base: "/registry/" },
      ];
      if (checkout !== null)
        candidates.push({
          place: places.official,
          candidate: official(checkout),
          base: `${officialBase(checkout)}/`,
        });
      const sites = [];
      for (const { place, candidate, base } of candidates) {
        progress(`${workspaces}: building ${place.name}`);
        candidate.take(input);
        await candidate.build(false);
        sites.push({
          place,
          visits: [] as Visit[],
          served: await serveCompressed(keep(candidate.out, place.name), base),
        });
      }
      for (let run = 1; run <= runs; run++) {
        for (const { place, visits, served } of sites) {
          progress(`${workspaces}: visiting ${place.name}, ${run} of ${runs}`);
          try {
            visits.push(await visit(browser, served.address, place));
          } catch (error) {
            throw new Error(
              `${workspaces} workspaces, ${place.name}, visit ${run} of ${runs}: ${error instanceof Error ? error.message : String(error)}`,
              { cause: error },
            );
          }
        }
      }
      await Promise.all(sites.map(({ served }) => served.close()));
      const [mine, theirs] = sites.map(({ visits }) => medianVisit(visits));
      results.push({ workspaces, ours: mine!, official: theirs ?? null });
    }
    return results;
  } finally {
    await browser.close();
  }
}

async function visit(browser: Browser, address: string, place: Place): Promise<Visit> {
  // A private window: nothing is in the browser's cache.
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const session = await context.newCDPSession(page);
    const exceptions: string[] = [];
    page.on("pageerror", (error) => exceptions.push(error.message));
    const traffic = await countTraffic(session);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(watchPage, { card: place.card, list: place.list });
    await page.goto(address, { waitUntil: "load" });
    await page.waitForFunction(() => (window as unknown as { watch: Watch }).watch.firstCard > 0);
    await traffic.quiet();
    const { bytes, requests } = traffic;
    const loaded = await page.evaluate(() => (window as unknown as { watch: Watch }).watch);
    const heap = await heapOf(session);
    const answers = await search(page, place, exceptions);
    return {
      bytes,
      requests,
      firstCard: loaded.firstCard,
      blocking: loaded.tasks.reduce((sum, task) => sum + task - 50, 0),
      longestTask: Math.max(0, ...loaded.tasks),
      heap,
      typing: answers && median(answers),
      typingWorst: answers && Math.max(...answers),
      heapAfterSearch: await heapOf(session),
      exception: exceptions[0] ?? "",
    };
  } finally {
    await context.close();
  }
}

/** Types every query key by key. Milliseconds from each key to its painted results; null when the page throws or does not answer, which is then said in `exceptions`. */
async function search(page: Page, { query }: Place, exceptions: string[]): Promise<number[] | null> {
  const answers: number[] = [];
  await page.click(query);
  await page.waitForTimeout(2 * betweenKeys);
  for (const text of queries) {
    for (const key of text) {
      await page.evaluate(() => void ((window as unknown as { watch: Watch }).watch.answer = 0));
      await page.keyboard.type(key);
      if (exceptions.length > 0) return null;
      try {
        await page.waitForFunction(() => (window as unknown as { watch: Watch }).watch.answer > 0);
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
        exceptions.push(`no answer to "${key}" of "${text}" in ${patience / 1000} s`);
        return null;
      }
      answers.push(await page.evaluate(() => (window as unknown as { watch: Watch }).watch.answer));
      await page.waitForTimeout(betweenKeys);
    }
    await page.waitForTimeout(4 * betweenKeys);
    await page.fill(query, "");
    await page.waitForTimeout(4 * betweenKeys);
  }
  return answers;
}

/** Counts what the network brings, headers included. */
async function countTraffic(
  session: CDPSession,
): Promise<{ bytes: number; requests: number; quiet: () => Promise<void> }> {
  const traffic = { bytes: 0, requests: 0, last: Date.now(), open: 0 };
  await session.send("Network.enable");
  const touch = (open: number): void => {
    traffic.open += open;
    traffic.last = Date.now();
  };
  session.on("Network.requestWillBeSent", () => {
    traffic.requests++;
    touch(1);
  });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
    touch(-1);
  });
  session.on("Network.loadingFailed", () => touch(-1));
  return Object.assign(traffic, {
    async quiet() {
      while (traffic.open > 0 || Date.now() - traffic.last < quiet)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
  });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

function medianVisit(visits: readonly Visit[]): Visit {
  const of = (pick: (visit: Visit) => number | null): number | null => {
    const values = visits.map(pick);
    return values.includes(null) ? null : median(values as number[]);
  };
  const sure = (pick: (visit: Visit) => number): number => of(pick)!;
  return {
    bytes: sure((each) => each.bytes),
    requests: sure((each) => each.requests),
    firstCard: sure((each) => each.firstCard),
    blocking: sure((each) => each.blocking),
    longestTask: sure((each) => each.longestTask),
    heap: sure((each) => each.heap),
    typing: of((each) => each.typing),
    typingWorst: of((each) => each.typingWorst),
    heapAfterSearch: sure((each) => each.heapAfterSearch),
    exception: visits.find(({ exception }) => exception)?.exception ?? "",
  };
}
