import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { staticServer } from "../../src/publish/serve.ts";
import { git } from "../support/git-repository.ts";
import { deadLinks } from "../support/link-check.ts";
import {
  ended,
  plainEnvironment,
  projectRoot,
  temporaryFolder,
  workspaceFolder,
  writeFiles,
  type Ended,
} from "../support/run.ts";

interface Step {
  name: string;
  run?: string;
  env?: Record<string, string>;
}

/** The steps of a job, as in the workflow. */
const stepsOf = (file: string, job: string): Step[] =>
  (
    parse(readFileSync(join(projectRoot, ".github/workflows", file), "utf8")) as {
      jobs: Record<string, { steps: Step[] }>;
    }
  ).jobs[job]!.steps;

const cases = [
  {
    name: "a project page",
    repository: "Example-Lab/kasm-registry",
    pages: "https://example-lab.github.io/kasm-registry",
  },
  {
    name: "a user page",
    repository: "example-lab/example-lab.github.io",
    pages: "https://example-lab.github.io",
  },
  { name: "a custom domain", repository: "example-lab/kasm-registry", pages: "https://registry.example.org" },
] as const;

/**
 * Runs the steps of a workflow's job in order, as the runner would: bash -e, GitHub's variables, a file for the summary. Steps that use an
 * action are GitHub's own; what configure-pages answers is given. `npm ci` is left out: the clone takes the installed packages over.
 */
async function runJob(
  clone: string,
  steps: readonly Step[],
  github: Record<string, string>,
  outputs: Record<string, string>,
): Promise<Ended> {
  let all: Ended = { code: 0, signal: null, stdout: "", stderr: "" };
  for (const step of steps) {
    if (step.run === undefined || /^npm ci\b/.test(step.run)) continue;
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([key, value]) => [
        key,
        value.replace(
          /\$\{\{\s*([^}]+?)\s*\}\}/g,
          (_, expression: string) => outputs[expression] ?? `unknown: ${expression}`,
        ),
      ]),
    );
    // The runner's own variables; `sleep` is not waited for here.
    const child = spawn("bash", ["-e", "-c", `sleep() { :; }\n${step.run}`], {
      cwd: clone,
      env: {
        ...plainEnvironment,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_SERVER_URL: "https://github.com",
        ...github,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { code, signal, stdout, stderr } = await ended(child);
    all = { code, signal, stdout: `${all.stdout}\n### ${step.name}\n${stdout}`, stderr: all.stderr + stderr };
    if (code !== 0) break;
  }
  return all;
}

// Without git (an unpacked archive) there is nothing to clone.
const hasGit = existsSync(join(projectRoot, ".git"));
const folder = temporaryFolder();
const clone = join(folder, "clone");
beforeAll(() => {
  if (!hasGit) return;
  git(projectRoot, "clone", "--quiet", "--no-hardlinks", projectRoot, clone);
  symlinkSync(join(projectRoot, "node_modules"), join(clone, "node_modules"));
});

describe.skipIf(!hasGit).each(cases)(
  "publish, rehearsed in a fresh clone: $name",
  ({ repository, pages }) => {
    const address = `${pages}/`;
    const base = new URL(address).pathname;
    let job: Ended;
    beforeAll(async () => {
      const github = {
        GITHUB_REPOSITORY: repository,
        GITHUB_REPOSITORY_OWNER: repository.split("/")[0]!,
        GITHUB_REF_NAME: "main",
        GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
      };
      job = await runJob(clone, stepsOf("publish.yml", "build"), github, {
        "steps.pages.outputs.base_url": pages,
      });
    });

    test("the steps of the workflow succeed", () => {
      expect(job.code, job.stdout + job.stderr).toBe(0);
      expect(job.stdout).toMatch(
        /### Check the workspaces and build the site[\s\S]*### Look at the built site/,
      );
    });

    test("the lists name the address of Pages", () => {
      for (const schema of ["1.0", "1.1"]) {
        const list = JSON.parse(readFileSync(join(clone, "dist", schema, "list.json"), "utf8")) as {
          list_url: string;
          icon: string;
        };
        expect(list.list_url).toBe(address);
        expect(list.icon.startsWith("https://")).toBe(true);
      }
    });

    test("no link is dead, and none leaves the base path", () =>
      expect(deadLinks(join(clone, "dist"), address)).toEqual([]));

    test("served at its base path, it passes the smoke test of the workflow", async () => {
      const server = staticServer(join(clone, "dist"), base);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      try {
        const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
        const smoke = await runJob(
          clone,
          stepsOf("publish.yml", "smoke-test"),
          {},
          { "needs.deploy.outputs.page_url": page },
        );
        expect(smoke.code, smoke.stdout + smoke.stderr).toBe(0);
        expect(smoke.stdout).toMatch(/^OK[.,]/m);
        if (base !== "/") expect((await fetch(new URL("/", page))).status).toBe(404);
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    });
  },
);

describe.skipIf(!hasGit)("a fork's first workspace", () => {
  const summary = join(folder, "summary.md");
  let job: Ended;
  beforeAll(async () => {
    writeFileSync(summary, "");
    writeFiles(
      join(clone, "workspaces"),
      workspaceFolder("Our Editor", { run_config: { privileged: true } }),
    );
    git(clone, "add", "--all", "workspaces");
    git(clone, "commit", "--quiet", "-m", "Our first workspace");
    mkdirSync(join(folder, "runner"));
    const github = { GITHUB_REPOSITORY: "example-lab/kasm-registry", GITHUB_STEP_SUMMARY: summary };
    job = await runJob(clone, stepsOf("check.yml", "check"), github, {
      "runner.temp": join(folder, "runner"),
    });
  });
  afterAll(() => git(clone, "worktree", "prune"));

  test("passes the check of its pull request", () => expect(job.code, job.stdout + job.stderr).toBe(0));

  test("the summary says what changes in the lists and in the flags", () => {
    const text = readFileSync(summary, "utf8");
    expect(text).toContain("| `Our Editor` | `flag_privileged privileged` |");
    expect(text).toContain("### New (1)");
  });

  test("is published without our examples, and nothing had to be edited for it", () => {
    const list = JSON.parse(readFileSync(join(clone, "dist/1.1/list.json"), "utf8")) as {
      workspaces: { friendly_name: string }[];
    };
    expect(list.workspaces.map((workspace) => workspace.friendly_name)).toEqual(["Our Editor"]);
    expect(existsSync(join(clone, "dist/workspaces/chromium"))).toBe(false);
    expect(deadLinks(join(clone, "dist"), "https://example-lab.github.io/kasm-registry/")).toEqual([]);
  });
});

test.skipIf(!hasGit)("a broken workspace stops publishing at its line", async () => {
  rmSync(join(clone, "dist"), { recursive: true, force: true });
  writeFileSync(
    join(clone, "workspaces/Our Editor/workspace.json"),
    '{\n  "friendly_name": "Our Editor",\n}\n',
  );
  const job = await runJob(
    clone,
    stepsOf("publish.yml", "build"),
    { GITHUB_REPOSITORY: "example-lab/kasm-registry" },
    { "steps.pages.outputs.base_url": "https://example-lab.github.io/kasm-registry" },
  );
  expect(job.code).toBe(1);
  expect(job.stdout).toMatch(/::error file=workspaces\/Our Editor\/workspace\.json,line=2/);
  expect(existsSync(join(clone, "dist"))).toBe(false);
});
