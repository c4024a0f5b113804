import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { projectRoot } from "../support/run.ts";

const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin", "astro.mjs");

test("the types are sound, those of pages and components included: npm run typecheck", async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [astro, "check", "--minimumSeverity", "error"],
    { cwd: projectRoot, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } },
  ).catch((error: { stdout: string; stderr: string }) => error);
  expect(stdout, stderr).toMatch(/^- 0 errors$/m);
});
