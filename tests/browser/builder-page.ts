import { writeFileSync, mkdirSync, mkdtempSync, rmSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Download, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { run, workspaceFolder, writeFiles } from "../support/run.ts";
import { open, servedSite, type PageOptions } from "../support/browser.ts";

const studio = [
  {
    version: "1.17.x",
    image: "example/studio:1.17.0",
    uncompressed_size_mb: 2871,
    available_tags: ["develop", "1.17.0"],
  },
  { version: "1.18.x", image: "example/studio:1.18.0", uncompressed_size_mb: 2934 },
  {
    version: "1.19.x",
    image: "example/studio:1.19.0",
    uncompressed_size_mb: 2990,
    available_tags: ["develop", "1.19.0"],
  },
];

/** A registry on GitHub with a workspace of each schema. Returns the address of its builder. */
export async function builderSite(): Promise<string> {
  const home = await servedSite(
    "builder",
    (folder) => {
      mkdirSync(folder, { recursive: true });
      writeFiles(folder, {
        "registry.json": { name: "Example Lab", source: "https://github.com/example/registry" },
        ...workspaceFolder("Editor", {
          categories: ["Development"],
          run_config: { hostname: "kasm", user: 0 },
          exec_config: { go: { cmd: "bash -c 'true'" } },
        }),
        ...workspaceFolder("Studio", {
          name: undefined,
          uncompressed_size_mb: undefined,
          categories: ["Graphics"],
          compatibility: studio,
        }),
      });
      return Promise.resolve();
    },
    "/some/base/",
  );
  return `${home}new/`;
}

/** Opens the builder and waits until it checks. */
export async function openBuilder(address: string, options: PageOptions = {}): Promise<Page> {
  const page = await open(address, options);
  await ready(page);
  return page;
}

/** Waits until the parts that load later are there. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector("#status")?.textContent?.includes("…"));
}

/** Waits until the page has looked at what was typed last. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(250);
}

/** The workspace.json as the page would save it. */
export async function jsonOf(page: Page): Promise<Record<string, unknown>> {
  return JSON.parse(await page.locator("#json-text").inputValue()) as Record<string, unknown>;
}

/** Files of a downloaded zip by path. */
export async function filesOf(download: Download): Promise<Record<string, Uint8Array>> {
  return unzipSync(readFileSync(await download.path()));
}

/** Runs `npm run check` on these files as a content folder. */
export async function check(files: Record<string, Uint8Array | string>): Promise<{
  code: number | null;
  problems: { code: string; severity: string; message: string }[];
  workspaces: { folder: string; findings: unknown[] }[];
}> {
  const folder = mkdtempSync(join(tmpdir(), "builder-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { code, stdout } = await run("check", ["--workspaces", folder, "--format", "json"]);
  return { code, ...(JSON.parse(stdout) as { problems: []; workspaces: [] }) };
}

/** Presses Tab until the control with this accessible name, or this id, has the focus; never touches the mouse. */
export async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const label =
        element && "labels" in element
          ? [...((element as HTMLInputElement).labels ?? [])]
              .map(({ textContent }) => textContent.trim())
              .join(" ")
          : "";
      return [element?.id ?? "", (element?.ariaLabel ?? "") || label || (element?.textContent ?? "").trim()];
    });
    seen.push(focused.join("|"));
    if (focused.includes(name)) return;
  }
  throw new Error(`Tab never reached "${name}". It went over: ${seen.join("; ").slice(0, 3000)}`);
}
