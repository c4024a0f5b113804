import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow } from "../../src/publish/checksums.ts";
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

  test("makes the site of npm run build, byte for byte, also in a folder with a space and an accent", async () => {
    const root = project("plain caf\u00e9", mixed);
    expect(await runIn(root, astro, "build")).toMatchObject({ code: 0 });
    expect(await runIn(root, "scripts/build.ts", "--out", path("by-npm"))).toMatchObject({ code: 0 });
    expectContract(join(root, "dist"));
    const files = filesBelow(path("by-npm"));
    expect(filesBelow(join(root, "dist"))).toEqual(files);
    for (const file of files)
      expect(readFileSync(join(root, "dist", file)).equals(readFileSync(path("by-npm", file))), file).toBe(
        true,
      );
    // The browser's validators were compiled beforehand: the policy forbids ajv's own way.
    for (const file of files.filter((file) => file.endsWith(".js")))
      expect(readFileSync(join(root, "dist", file), "utf8"), file).not.toContain("new Function");
  });

  test("ends with the report of npm run check where a workspace has an error, without a stack trace", async () => {
    const root = project("plain-broken", { ...mixed, "Bad/workspace.json": "{" });
    const { code, stdout, stderr } = await runIn(root, astro, "build");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Bad\/workspace\.json\n +1:2 +error .*json-syntax/);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });

  test("names a folder that Vite cannot work in", async () => {
    const root = project("plain#number", mixed);
    const { code, stdout, stderr } = await runIn(root, astro, "build");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^The path of this project, .* holds the character #.*\n$/),
    ]);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
  });
});
