import { existsSync } from "node:fs";
import { installOnDebian } from "./debian.ts";

/** Debian's Chromium without the parts that are never seen: the tests take half the time in it. */
const headlessShell = "/usr/bin/chromium-headless-shell";

/** Where Chrome or Chromium is usually found, best first. */
const places: Record<string, string[]> = {
  linux: [
    headlessShell,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Options that keep a browser under test quiet: no sandbox for containers run as root, no traffic of its own. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of this machine's Chrome or Chromium; CHROME_PATH wins; null where there is none. */
export function findBrowser(): string | null {
  const chosen = process.env["CHROME_PATH"];
  if (chosen) return chosen;
  return places[process.platform]?.find((path) => existsSync(path)) ?? null;
}

/** Finds a browser, and installs Debian's where that needs nobody's password. Null where neither works. */
export function ensureBrowser(): string | null {
  if (!process.env["CHROME_PATH"] && !existsSync(headlessShell)) installOnDebian(["chromium-headless-shell"]);
  if (!findBrowser()) installOnDebian(["chromium"]);
  return findBrowser();
}
