import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeChecksums } from "../../src/publish/checksums.ts";
import { verify as words } from "../../src/strings/verify.ts";
import { makeSigstore } from "../support/attestation.ts";
import { soundRegistry } from "../support/made-up-registry.ts";
import { serveFiles, type Files, type Served } from "../support/registry-server.ts";
import { run, temporaryFolder } from "../support/run.ts";

const folder = temporaryFolder();
const site = join(folder, "site");
const keys = join(folder, "keys.jsonl");
const repository = "example/registry";
const files: Files = {};
let served: Served;

beforeAll(async () => {
  served = await serveFiles(files);
  Object.assign(files, soundRegistry(served.root), {
    "provenance.json": { body: JSON.stringify({ repository: `https://github.com/${repository}` }) },
  });
  write(site);
  writeChecksums(site);
  const sums = readFileSync(join(site, "SHA256SUMS"));
  const sigstore = await makeSigstore();
  const attestation = await sigstore.attest({ SHA256SUMS: createHash("sha256").update(sums).digest("hex") });
  writeFileSync(join(site, "provenance.sigstore.json"), attestation);
  files["SHA256SUMS"] = { body: sums };
  files["provenance.sigstore.json"] = { body: attestation };
  // As gh attestation trusted-root prints them: those of several authorities, one on each line.
  writeFileSync(keys, `${(await makeSigstore()).trustedRoot}\n${sigstore.trustedRoot}\n`);
});
afterAll(() => served.close());

function write(to: string): void {
  for (const [path, { body }] of Object.entries(files)) {
    mkdirSync(join(to, path, ".."), { recursive: true });
    writeFileSync(join(to, path), body as string | Uint8Array);
  }
}
const trust = (): string[] => ["--trusted-root", keys, "--branch", "main"];
const attested = (address: string): string =>
  `${words.attested({ address, files: 10, repository, branch: "main", commit: "c".repeat(40) })}\n`;

describe("npm run verify", () => {
  test("says in one line that a served site is whole and attested", async () =>
    expect(await run("verify", [served.root, ...trust()])).toMatchObject({
      code: 0,
      stdout: attested(served.root),
      stderr: "",
    }));

  test("takes a folder as well, relative to where it was called", async () =>
    expect(
      await run("verify", ["site", "--repo", `https://github.com/${repository}`, ...trust()], {
        INIT_CWD: folder,
      }),
    ).toMatchObject({ code: 0, stdout: attested("site") }));

  test("finds in a folder what was added", async () => {
    const more = join(folder, "more");
    cpSync(site, more, { recursive: true });
    writeFileSync(join(more, "1.1/icons/new.png"), "x");
    writeFileSync(join(more, "SHA256SUMS.minisig"), "x");
    symlinkSync("/etc", join(more, "linked"));
    // A line without its file: the folder is no server that hides it.
    appendFileSync(join(more, "SHA256SUMS"), `${"0".repeat(64)}  .nojekyll\n`);
    const { code, stdout } = await run("verify", [more, ...trust()]);
    expect([code, stdout.split("\n").length]).toEqual([1, 4]);
    expect(stdout).toContain("1.1/icons/new.png");
    expect(stdout).toContain("linked");
    expect(stdout).toContain(".nojekyll");
    expect(stdout).not.toContain("minisig");
  });

  test("ends with 1 where the site is not what the repository built", async () => {
    const other = await run("verify", [served.root, "--repo", "example/other", ...trust()]);
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining("not of example/other")]);
  });

  test("is whole without an attestation, unless one is asked for", async () => {
    const bare = join(folder, "bare");
    cpSync(site, bare, { recursive: true });
    rmSync(join(bare, "provenance.sigstore.json"));
    expect((await run("verify", [bare])).stdout).toBe(`${words.notAttested({ address: bare, files: 10 })}\n`);
    expect(await run("verify", [bare, "--repo", repository])).toMatchObject({ code: 1 });
  });

  test.each([
    ["no address", []],
    ["two addresses", ["https://a.example/", "https://b.example/"]],
    ["a folder that is not there", ["nowhere"]],
    ["no repository", ["https://a.example/", "--repo", "example"]],
    ["an empty branch", ["https://a.example/", "--branch", ""]],
    ["keys that are not there", ["https://a.example/", "--trusted-root", "nowhere"]],
    ["no time", ["https://a.example/", "--timeout", "0"]],
  ])("is used wrongly with %s", async (_, args) => {
    const { code, stdout, stderr } = await run("verify", args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/--help/);
  });
});

describe("npm run doctor -- --verify", () => {
  test("says the same in a section of its own, as text and as JSON", async () => {
    const text = await run("doctor", [served.root, "--verify", ...trust()]);
    expect([text.code, text.stdout]).toEqual([0, expect.stringContaining(attested(served.root))]);
    const json = await run("doctor", [site, "--verify", ...trust(), "--format", "json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      verified: { files: 10, attested: { repository, branch: "main" } },
    });
  });

  test("counts what it finds among the errors", async () => {
    const changed = join(folder, "changed");
    cpSync(site, changed, { recursive: true });
    writeFileSync(join(changed, "index.html"), "x");
    const { code, stdout } = await run("doctor", [changed, "--verify", ...trust()]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^error .*index\.html.*\[file-changed\]$/m)]);
  });

  test("refuses the options of --verify without it", async () =>
    expect(await run("doctor", [site, "--repo", repository])).toMatchObject({ code: 2 }));
});
