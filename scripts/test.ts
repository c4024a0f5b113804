import { tests } from "../src/strings/commands.ts";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ensureBrowser } from "./dev/browser.ts";
import { projectRoot } from "./terminal/cli.ts";

// Every test, those in a browser included; arguments go to Vitest: npm test -- src/registry
const browser = ensureBrowser();
if (!browser) {
  process.stderr.write(`${tests.noBrowser}\n`);
  process.exit(2);
}
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  cwd: projectRoot,
  stdio: "inherit",
  env: { ...process.env, CHROME_PATH: browser },
});
process.exit(status ?? 1);
