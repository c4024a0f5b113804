import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { git } from "../support/git-repository.ts";
import { ended, plainEnvironment, readJson, run, temporaryFolder, writeFiles } from "../support/run.ts";
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

describe("a site that a workflow of GitHub built", () => {
  const content = join(folder, "content");
  const workflow = "lab/registry/.github/workflows/publish.yml@refs/heads/trunk";
  let commit: string;
  const build = async (out: string, env: NodeJS.ProcessEnv): Promise<string> => {
    const args = ["--workspaces", content, "--out", join(folder, out), "--site", address];
    expect((await run("build", args, env)).code).toBe(0);
    return join(folder, out);
  };
  let built: string;
  beforeAll(async () => {
    mkdirSync(content);
    writeFiles(content, mixed);
    git(content, "init", "--quiet");
    git(content, "add", "--all");
    git(content, "commit", "--quiet", "-m", "All");
    commit = git(content, "rev-parse", "HEAD").trim();
    built = await build("built", {
      GITHUB_REPOSITORY: "lab/registry",
      GITHUB_SHA: commit,
      GITHUB_WORKFLOW_REF: workflow,
      GITHUB_SERVER_URL: "https://github.com",
    });
  });

  test("says where it comes from", () => {
    const { generator, ...origin } = readJson(built, "provenance.json");
    expect(origin).toEqual({ repository: "https://github.com/lab/registry", commit, workflow });
    expect(generator).toMatch(/ \d+\.\d+\.\d+$/);
    expect(readFileSync(join(built, "SHA256SUMS"), "utf8")).toContain("  provenance.json\n");
    expect(readFileSync(join(built, "verify/index.html"), "utf8")).toContain(
      `href="https://github.com/lab/registry/commit/${commit}"`,
    );
    expect(command(built, "attestation")).toContain("gh attestation verify SHA256SUMS --repo lab/registry");
  });

  test("is the same, byte for byte, when it is built as the page says", async () => {
    const env = Object.fromEntries(
      [...command(built, "rebuild")!.matchAll(/(GITHUB_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    ) as NodeJS.ProcessEnv;
    expect(Object.keys(env)).toEqual(["GITHUB_REPOSITORY", "GITHUB_WORKFLOW_REF"]);
    const rebuilt = await build("rebuilt", env);
    expect(readFileSync(join(rebuilt, "SHA256SUMS"), "utf8")).toBe(
      readFileSync(join(built, "SHA256SUMS"), "utf8"),
    );
  });
});

test("a site without git says what it was made with, and nothing that is not known", async () => {
  writeFiles(join(folder, "plain"), mixed);
  const out = join(folder, "plain-out");
  await run("build", ["--workspaces", join(folder, "plain"), "--out", out, "--site", address]);
  expect(Object.keys(readJson(out, "provenance.json"))).toEqual(["generator"]);
  expect([command(out, "attestation"), command(out, "rebuild")]).toEqual([undefined, undefined]);
});
