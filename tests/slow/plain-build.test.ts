import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
import { staticServer } from "../../src/publish/serve.ts";
import { openBuilder } from "../browser/builder-page.ts";
import { ended, plainEnvironment, projectRoot, temporaryFolder, writeFiles } from "../support/run.ts";
import { expectContract, mixed } from "../support/site-contract.ts";

const folder = temporaryFolder();
const path = (...parts: string[]): string => join(folder, ...parts);

describe("plain astro build", () => {
  /** The part of the project that a build needs, in a folder of its own, with these workspaces. */
  const project = (name: string, workspaces: Parameters<typeof writeFiles>[1]): string => {
    const root = path(name);
    for (const part of [
      "astro.config.mjs",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "public",
      "schema",
      "scripts",
      "src",
    ])
      cpSync(join(projectRoot, part), join(root, part), { recursive: true });
    symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
    writeFiles(join(root, "workspaces"), workspaces);
    return root;
  };
  const runIn = (root: string, script: string, ...args: string[]): ReturnType<typeof ended> =>
    ended(
      spawn(process.execPath, [join(root, script), ...args], {
        cwd: root,
        env: { ...plainEnvironment, SITE_URL: "https://example.org/reg", SOURCE_DATE_EPOCH: "1700000000" },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    );
  const astro = "node_modules/astro/bin/astro.mjs";

  test("makes the site of npm run build, byte for byte, also in a folder with a space and an accent, and its builder checks", async () => {
    const root = project("plain caf\u00e9", mixed);
    // The site itself may be in a folder that Vite could not work in.
    const byNpm = "by npm #1 50%";
    expect(await runIn(root, astro, "build")).toMatchObject({ code: 0 });
    expect(await runIn(root, "scripts/build.ts", "--out", path(byNpm))).toMatchObject({ code: 0 });
    expectContract(join(root, "dist"));
    const files = filesBelow(path(byNpm));
    expect(filesBelow(join(root, "dist"))).toEqual(files);
    for (const file of files)
      expect(readFileSync(join(root, "dist", file)).equals(readFileSync(path(byNpm, file))), file).toBe(true);
    // The browser's validators were compiled beforehand: the policy forbids ajv's own way.
    for (const file of files.filter((file) => file.endsWith(".js")))
      expect(readFileSync(join(root, "dist", file), "utf8"), file).not.toContain("new Function");
    const server = staticServer(path(byNpm), "/reg/");
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const page = await openBuilder(`http://127.0.0.1:${(server.address() as AddressInfo).port}/reg/new/`);
    await page.fill("#f-friendly_name", "Editor");
    await expect.poll(() => page.locator("#left-list").textContent()).toContain("Kasm versions");
  });

  test("ends with the report of npm run check where a workspace has an error, without a stack trace", async () => {
    const root = project("plain-broken", { ...mixed, "Bad/workspace.json": "{" });
    const { code, stdout, stderr } = await runIn(root, astro, "build");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Bad\/workspace\.json\n +1:2 +error .*json-syntax/);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });

  test.each(["#", "%", "?"].filter((character) => character !== "?" || process.platform !== "win32"))(
    "names a folder whose path holds %s, which Vite cannot work in",
    async (character) => {
      const root = project(`plain${character}41`, mixed);
      for (const [script, ...args] of [
        [astro, "build"],
        ["scripts/build.ts"],
        ["scripts/dev.ts"],
        ["scripts/test.ts"],
      ] as const) {
        const { code, stdout, stderr } = await runIn(root, script, ...args);
        expect(code, script).toBeGreaterThan(0);
        expect(stderr, script).toMatch(/^The path of this project, /);
        expect(stderr, script).toContain(`holds the character ${character},`);
        expect(stdout + stderr, script).not.toMatch(/^ +at /m);
      }
      // Reading needs no Vite.
      expect(await runIn(root, "scripts/check.ts"), "check").toMatchObject({ code: 0 });
    },
  );
});
