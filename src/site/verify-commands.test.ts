import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyCommands } from "./verify-commands.ts";

const url = "https://lab.example/r/";
const repository = "https://github.com/lab/registry";
const workflow = "lab/registry/.github/workflows/publish.yml@refs/heads/trunk";
const commit = "c".repeat(40);

test("name repository, workflow, branch and commit where all are known", () => {
  const { whole, attestation, rebuild } = verifyCommands({ url }, { repository, commit, workflow });
  expect([whole, attestation, rebuild]).toMatchInlineSnapshot(`
    [
      "npm run verify -- https://lab.example/r/ --repo lab/registry",
      "curl -fsO https://lab.example/r/SHA256SUMS
    gh attestation verify SHA256SUMS --repo lab/registry \\
      --signer-workflow lab/registry/.github/workflows/publish.yml \\
      --source-ref refs/heads/trunk",
      "git clone https://github.com/lab/registry registry && cd registry
    git checkout cccccccccccccccccccccccccccccccccccccccc && npm ci
    GITHUB_REPOSITORY=lab/registry \\
      GITHUB_WORKFLOW_REF=lab/registry/.github/workflows/publish.yml@refs/heads/trunk \\
      npm run build -- --site https://lab.example/r/ --out rebuilt
    curl -fs https://lab.example/r/SHA256SUMS | diff - rebuilt/SHA256SUMS && echo the same",
    ]
  `);
});

test("attest nothing where no workflow of GitHub built the site", () => {
  expect(verifyCommands({ url }, {})).toMatchObject({ attestation: null, rebuild: null });
  const elsewhere = verifyCommands({ url }, { repository: "https://git.example/a/b", commit, workflow });
  expect(elsewhere.attestation).toBe(null);
  expect(elsewhere.rebuild).not.toContain("GITHUB");
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
