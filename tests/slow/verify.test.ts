import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { staticServer } from "../../src/publish/serve.ts";
import { git } from "../support/git-repository.ts";
import {
  ended,
  plainEnvironment,
  projectRoot,
  readJson,
  run,
  temporaryFolder,
  writeFiles,
} from "../support/run.ts";
import { mixed } from "../support/site-contract.ts";
import { builtSite, servedSite, template } from "../support/sites.ts";

const folder = temporaryFolder();
const address = "https://registry.example.org/";

/** The text of a command on the page, as its button copies it. */
function command(site: string, id: string): string | undefined {
  const page = readFileSync(join(site, "verify/index.html"), "utf8");
  const [, text] = new RegExp(`<code id="${id}">([^<]*)</code>`).exec(page) ?? [];
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };
  return text?.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole);
}

const missing = ["curl", "jq", "sha256sum"].filter((tool) => spawnSync(tool, ["--version"]).error);

describe("the commands of /verify/, run as they are copied but for the address", async () => {
  const served = await servedSite("template", template);
  const site = await builtSite("template", template, "/");

  test("npm run verify", async () => {
    const [program, args] = command(site, "verify")!.split(" -- ");
    expect(program).toBe("npm run verify");
    const { code, stdout } = await run("verify", args!.replace(address, served).split(" "));
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${served}: whole`)]);
  });

  test.skipIf(missing.length > 0)("by hand", async () => {
    // curl takes a proxy for every host but those that are named.
    const child = spawn("bash", ["-c", command(site, "by-hand")!.replace(address, served)], {
      cwd: folder,
      env: { ...plainEnvironment, no_proxy: "127.0.0.1" },
    });
    expect(await ended(child)).toMatchObject({ code: 0, stdout: "whole\n", stderr: "" });
  });
});

// Without git (an unpacked archive) there is nothing to clone.
describe.skipIf(!existsSync(join(projectRoot, ".git")))("a site that a workflow of GitHub built", () => {
  const clone = join(folder, "clone");
  const built = join(clone, "dist");
  const workflow = "lab/registry/.github/workflows/publish.yml@refs/heads/trunk";
  let commit: string;
  beforeAll(async () => {
    git(projectRoot, "clone", "--quiet", "--no-hardlinks", projectRoot, clone);
    symlinkSync(join(projectRoot, "node_modules"), join(clone, "node_modules"));
    commit = git(clone, "rev-parse", "HEAD").trim();
    const env = {
      ...plainEnvironment,
      GITHUB_REPOSITORY: "lab/registry",
      GITHUB_SHA: commit,
      GITHUB_WORKFLOW_REF: workflow,
      GITHUB_SERVER_URL: "https://github.com",
      ATTESTED: "true",
    };
    const child = spawn("npm", ["run", "--silent", "build", "--", "--site", address], { cwd: clone, env });
    expect(await ended(child)).toMatchObject({ code: 0 });
  });

  test("says where it comes from", () => {
    const { generator, ...origin } = readJson(built, "provenance.json");
    expect(origin).toEqual({
      repository: "https://github.com/lab/registry",
      commit,
      workflow,
      attested: true,
    });
    expect(generator).toMatch(/ \d+\.\d+\.\d+$/);
    expect(readFileSync(join(built, "SHA256SUMS"), "utf8")).toContain("  provenance.json\n");
    expect(readFileSync(join(built, "verify/index.html"), "utf8")).toContain(
      `href="https://github.com/lab/registry/commit/${commit}"`,
    );
    expect(command(built, "attestation")).toContain("gh attestation verify SHA256SUMS --repo lab/registry");
  });

  test.skipIf(missing.length > 0)("is the same when the commands of the page build it again", async () => {
    const server = staticServer(built, "/");
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const served = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    // The clone is GitHub here, the packages are installed, and the server is on this machine; the address stays that of the site.
    const script = `npm() { if [ "$1" = ci ]; then ln -s "$MODULES" node_modules; else command npm "$@"; fi; }
${command(built, "rebuild")!.replace(`curl -gfsSL ${address}`, `curl -gfsSL ${served}`)}`;
    const child = spawn("sh", ["-c", script], {
      cwd: folder,
      env: {
        ...plainEnvironment,
        MODULES: join(projectRoot, "node_modules"),
        no_proxy: "127.0.0.1",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: `url.${clone}.insteadOf`,
        GIT_CONFIG_VALUE_0: "https://github.com/lab/registry",
      },
    });
    const { code, stdout, stderr } = await ended(child);
    server.close();
    expect([code, stdout.trimEnd().split("\n").at(-1)], stdout + stderr).toEqual([0, "the same"]);
  });
});

test("a site without git says what it was made with, and nothing that is not known", async () => {
  writeFiles(join(folder, "plain"), mixed);
  const out = join(folder, "plain-out");
  await run("build", ["--workspaces", join(folder, "plain"), "--out", out, "--site", address]);
  expect(Object.keys(readJson(out, "provenance.json"))).toEqual(["generator"]);
  expect([command(out, "attestation"), command(out, "rebuild")]).toEqual([undefined, undefined]);
});
