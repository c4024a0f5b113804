import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArguments, findBrowser } from "../../scripts/dev/browser.ts";
import { slugOf } from "../../src/registry/model/slug.ts";
import type { BenchOptions } from "./builds.ts";
import { benchFolder, copyInput, inputOf } from "./inputs.ts";
import { median } from "./median.ts";

const projectRoot = join(import.meta.dirname, "..", "..");
const patience = 120_000;

/** What an author waits for under `npm run dev`. Seconds; medians of all saves but the first of each kind. */
export interface DevResult {
  workspaces: number;
  /** From the start of the command until it says its address. */
  start: number;
  /** From a save until 1.1/list.json, asked for again and again, has the change. */
  list: number;
  /** From a save until the browser shows the change on the page of the workspace, which it reloads by itself. */
  page: number;
  /** The same on the home page. */
  home: number;
  /** The slowest of all saves. */
  slowest: number;
}

/** Starts the dev server on registries of these sizes and saves a workspace, `runs` times for each kind, while a browser looks at it. */
export async function measureDev({
  sizes,
  runs,
  progress,
}: Omit<BenchOptions, "official">): Promise<DevResult[]> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error("No Chrome or Chromium was found. Name one: CHROME_PATH=/path/to/chrome");
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const results: DevResult[] = [];
  try {
    for (const workspaces of sizes) {
      progress(`${workspaces}: dev server`);
      const folder = join(benchFolder, "dev", "workspaces");
      copyInput(await inputOf(workspaces), folder, { identity: true });
      const begin = performance.now();
      const server = spawn(process.execPath, ["scripts/dev.ts", "--workspaces", folder, "--port", "0"], {
        cwd: projectRoot,
        stdio: ["ignore", "pipe", "ignore"],
      });
      try {
        const address = await new Promise<string>((resolve, reject) => {
          server.stdout
            .setEncoding("utf8")
            .on("data", (text: string) => /^http\S+/m.test(text) && resolve(/^http\S+/m.exec(text)![0]));
          server.once("exit", (code) => reject(new Error(`npm run dev ended with status ${code}`)));
        });
        const start = (performance.now() - begin) / 1000;
        const page = await browser.newPage();
        const names = readdirSync(folder)
          .filter((name) => existsSync(join(folder, name, "workspace.json")))
          .sort();
        // The first one is on the home page.
        const name = names[0]!;
        const times = { list: [] as number[], page: [] as number[], home: [] as number[] };
        for (const kind of ["list", "page", "home"] as const) {
          const path = { list: "1.1/list.json", page: `workspaces/${slugOf(name)}/`, home: "" }[kind];
          await page.goto(address + path, { timeout: patience });
          await page.waitForLoadState("networkidle", { timeout: patience });
          // The first save of each kind warms up, as the first of a day does.
          for (let save = 0; save <= runs; save++) {
            progress(`${workspaces}: saving, ${kind}, ${save} of ${runs}`);
            const text = `Saved for ${kind} ${save} at ${Date.now()}`;
            const seconds = await timeOfChange(join(folder, name, "workspace.json"), text, () =>
              kind === "list"
                ? untilServed(address + path, text)
                : page.waitForFunction((wanted) => document.body?.textContent?.includes(wanted), text, {
                    timeout: patience,
                    polling: 20,
                  }),
            );
            if (save > 0) times[kind].push(seconds);
            // An editor does not save again at once.
            await new Promise((resolve) => setTimeout(resolve, 500));
          }
        }
        await page.close();
        results.push({
          workspaces,
          start,
          list: median(times.list),
          page: median(times.page),
          home: median(times.home),
          slowest: Math.max(...Object.values(times).flat()),
        });
      } finally {
        server.removeAllListeners("exit");
        const ended = new Promise((resolve) => server.once("exit", resolve));
        server.kill("SIGTERM");
        await ended;
      }
    }
  } finally {
    await browser.close();
  }
  return results;
}

/** Saves a workspace with another description; seconds until it is seen. */
async function timeOfChange(
  file: string,
  description: string,
  seen: () => Promise<unknown>,
): Promise<number> {
  const data = JSON.parse(readFileSync(file, "utf8")) as object;
  const begin = performance.now();
  writeFileSync(file, `${JSON.stringify({ ...data, description }, null, 2)}\n`);
  await seen();
  return (performance.now() - begin) / 1000;
}

async function untilServed(address: string, text: string): Promise<void> {
  for (
    const end = Date.now() + patience;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 20))
  ) {
    if ((await (await fetch(address)).text()).includes(text)) return;
  }
  throw new Error(`${address} does not show the change.`);
}
