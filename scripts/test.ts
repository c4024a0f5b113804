import { tests } from "../src/strings/commands.ts";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ensureBrowser } from "./dev/browser.ts";
import { installOnDebian } from "./dev/debian.ts";
import { projectFault } from "../src/publish/load-options.ts";
import { projectRoot } from "./terminal/cli.ts";

const fault = projectFault(projectRoot);
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(2);
}
// Runs every project of Vitest but the slow one, or all with --all. Other arguments are Vitest's: npm test -- src/registry
const browser = ensureBrowser();
if (!browser) {
  process.stderr.write(`${tests.noBrowser}\n`);
  process.exit(2);
}
const passedOn = process.argv.slice(2).filter((argument) => argument !== "--all");
const projectsAreNamed =
  process.argv.includes("--all") || passedOn.some((argument) => /^--project\b/.test(argument));
// Slow tests of them skip where they are not installed.
if (process.argv.includes("--all") || passedOn.includes("--project=slow"))
  installOnDebian(["nginx", "skopeo", "docker-registry"].filter((tool) => spawnSync(tool, ["-v"]).error));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", ...(projectsAreNamed ? [] : ["--project=!slow"]), ...passedOn],
  { cwd: projectRoot, stdio: "inherit", env: { ...process.env, CHROME_PATH: browser } },
);
process.exit(status ?? 1);
