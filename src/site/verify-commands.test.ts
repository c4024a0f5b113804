import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyCommands } from "./verify-commands.ts";

const url = "https://lab.example/r/";
const repository = "https://github.com/lab/registry";
const workflow = "lab/registry/.github/workflows/publish.yml@refs/heads/trunk";
const commit = "c".repeat(40);

test("name repository, workflow, branch and commit where all are known", () => {
  const { whole, attestation, rebuild } = verifyCommands(
    { url },
    { repository, commit, workflow, attested: true },
  );
  expect([whole, attestation, rebuild]).toMatchInlineSnapshot(`
    [
      "npm run verify -- https://lab.example/r/ --repo lab/registry",
      "(set -e
    curl -gfsSLO https://lab.example/r/SHA256SUMS
    gh attestation verify SHA256SUMS --repo lab/registry \\
      --signer-workflow lab/registry/.github/workflows/publish.yml \\
      --source-ref refs/heads/trunk
    )",
      "(set -e
    git clone https://github.com/lab/registry registry
    cd registry
    git checkout cccccccccccccccccccccccccccccccccccccccc
    npm ci
    GITHUB_REPOSITORY=lab/registry \\
    GITHUB_WORKFLOW_REF=lab/registry/.github/workflows/publish.yml@refs/heads/trunk \\
    ATTESTED=true \\
    npm run build -- --site https://lab.example/r/ --out rebuilt
    curl -gfsSL https://lab.example/r/SHA256SUMS | diff - rebuilt/SHA256SUMS && echo the same
    )",
    ]
  `);
});

test("attest nothing where the workflow signs nothing", () => {
  expect(verifyCommands({ url }, {})).toMatchObject({ attestation: null, rebuild: null });
  const { whole, attestation, rebuild } = verifyCommands({ url }, { repository, commit, workflow });
  expect([whole, attestation]).toEqual([`npm run verify -- ${url}`, null]);
  expect(rebuild).toContain("GITHUB_REPOSITORY=lab/registry \\\n");
  expect(rebuild).not.toContain("ATTESTED");
});

test("rebuild what a server of one's own built", () => {
  const origin = { repository: "https://git.example/lab/registry", commit, workflow };
  expect(verifyCommands({ url }, origin).rebuild).toContain(
    "GITHUB_SERVER_URL=https://git.example \\\nGITHUB_REPOSITORY=lab/registry \\\n",
  );
});

test("leave the reader's folder alone when a line fails", () => {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  try {
    const { rebuild } = verifyCommands({ url }, { repository: "https://git.invalid/a", commit });
    const failing = rebuild!.replace("git clone", "false");
    const script = `git() { echo ran; }\n${failing}\npwd`;
    const { stdout } = spawnSync("/bin/sh", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect(stdout).toBe(`${realpathSync(folder)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("run nothing that a registry calls itself", () => {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  try {
    const odd = "https://lab.example/$(>pwned)';`>pwned`;>pwned/";
    const commands = verifyCommands({ url: odd }, { repository: odd, commit: "$(>pwned)", workflow });
    for (const command of Object.values(commands))
      spawnSync("/bin/bash", ["-c", command ?? ""], { cwd: folder, env: { PATH: "" } });
    expect(readdirSync(folder)).not.toContain("pwned");
    spawnSync("/bin/bash", ["-c", odd.replace("'", "")], { cwd: folder, env: { PATH: "" } });
    expect(readdirSync(folder)).toContain("pwned");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
