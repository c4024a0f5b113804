import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { staticServer } from "../../src/publish/serve.ts";
import { workspacePath } from "../../src/site/links.ts";
import { browserArguments, ensureBrowser } from "./browser.ts";
import { projectRoot, runCommand } from "../terminal/cli.ts";

/** The pictures of the README: page, size of the window in CSS pixels, colour scheme. */
const shots = [
  { name: "home", path: "", width: 1280, height: 860, colorScheme: "light" },
  {
    name: "workspace",
    path: workspacePath("docker-in-docker"),
    width: 1280,
    height: 860,
    colorScheme: "light",
  },
  { name: "phone-dark", path: "", width: 390, height: 780, colorScheme: "dark" },
] as const;

await runCommand(
  () => ({
    name: "npm run screenshots",
    summary:
      "Builds the template's own registry and takes the pictures of the README into docs/screenshots/.",
    options: {},
  }),
  async (): Promise<0> => {
    const executablePath = ensureBrowser();
    if (!executablePath) throw new Error("no Chrome or Chromium was found; name one with CHROME_PATH");
    const folder = mkdtempSync(join(tmpdir(), "screenshots-"));
    const target = join(projectRoot, "docs", "screenshots");
    mkdirSync(target, { recursive: true });
    execFileSync(
      process.execPath,
      [
        join(projectRoot, "scripts", "build.ts"),
        "--out",
        join(folder, "site"),
        "--site",
        "https://registry.example.org/",
      ],
      { stdio: "inherit" },
    );
    const server = staticServer(join(folder, "site"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const browser = await chromium.launch({ executablePath, args: browserArguments });
    try {
      for (const { name, path, width, height, colorScheme } of shots) {
        const page = await browser.newPage({
          viewport: { width, height },
          colorScheme,
          reducedMotion: "reduce",
        });
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`, {
          waitUntil: "load",
          timeout: 20_000,
        });
        const picture = await page.screenshot();
        writeFileSync(
          join(target, `${name}.png`),
          await sharp(picture).png({ palette: true, quality: 90, compressionLevel: 9 }).toBuffer(),
        );
        await page.close();
      }
    } finally {
      await browser.close();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  },
);
