import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { plainEnvironment, projectRoot } from "../support/run.ts";

const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin", "astro.mjs");

test("npm run typecheck finds no error, in pages and components either", async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [astro, "check", "--minimumSeverity", "error"],
    { cwd: projectRoot, env: { ...plainEnvironment, ASTRO_TELEMETRY_DISABLED: "1" } },
  ).catch((error: { stdout: string; stderr: string }) => error);
  expect(stdout, stderr).toMatch(/^- 0 errors$/m);
});
