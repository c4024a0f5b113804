import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { staticServer } from "../../src/publish/serve.ts";
import { git } from "../support/git-repository.ts";
import { deadLinks } from "../support/link-check.ts";
import { serveFiles } from "../support/registry-server.ts";
import { projectRoot, temporaryFolder, workspaceFolder, writeFiles, type Ended } from "../support/run.ts";
import { runJob, stepsOf } from "../support/workflow.ts";

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

// Without git (an unpacked archive) there is nothing to clone.
const hasGit = existsSync(join(projectRoot, ".git"));
const folder = temporaryFolder();
const clone = join(folder, "clone");

/** The job that builds, where GitHub Pages has this address for the repository, or is off. */
async function build(repository: string, pages: string | null) {
  const answer = pages === null ? { status: 404, body: "{}" } : { body: JSON.stringify({ html_url: pages }) };
  const api = await serveFiles({ [`repos/${repository}/pages`]: answer });
  const job = await runJob(stepsOf("publish.yml", "build"), {
    cwd: clone,
    temp: join(folder, "runner"),
    env: {
      GITHUB_API_URL: api.root.slice(0, -1),
      GITHUB_REPOSITORY: repository,
      GITHUB_REPOSITORY_OWNER: repository.split("/")[0]!,
      GITHUB_REF_NAME: "main",
    },
    contexts: { "github.token": "a token" },
  });
  await api.close();
  return job;
}
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
      job = await build(repository, pages);
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
        const smoke = await runJob(stepsOf("publish.yml", "smoke-test"), {
          cwd: clone,
          temp: join(folder, "runner"),
          contexts: { "needs.deploy.outputs.page_url": page },
        });
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
  const summary = join(folder, "check", "summary.md");
  let job: Ended;
  beforeAll(async () => {
    writeFiles(
      join(clone, "workspaces"),
      workspaceFolder("Our Editor", { run_config: { privileged: true } }),
    );
    git(clone, "add", "--all", "workspaces");
    git(clone, "commit", "--quiet", "-m", "Our first workspace");
    job = await runJob(stepsOf("check.yml", "check"), {
      cwd: clone,
      temp: join(folder, "check"),
      env: { GITHUB_REPOSITORY: "example-lab/kasm-registry" },
      contexts: { "runner.temp": join(folder, "check"), "github.event_name": "pull_request" },
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

describe.skipIf(!hasGit)("before GitHub Pages is chosen", () => {
  const summary = join(folder, "runner", "summary.md");
  beforeEach(() => {
    for (const path of ["dist", "site.tar"]) rmSync(join(clone, path), { recursive: true, force: true });
    rmSync(summary, { force: true });
  });

  test("the workspaces are checked, nothing is handed on, and the run says what to choose", async () => {
    const job = await build("example-lab/kasm-registry", null);
    expect(job.code, job.stdout + job.stderr).toBe(0);
    expect(job.outputs).toEqual({});
    expect(readFileSync(summary, "utf8")).toContain("/example-lab/kasm-registry/settings/pages ");
    expect([existsSync(join(clone, "dist")), existsSync(join(clone, "site.tar"))]).toEqual([true, false]);
  });

  test.each([null, "https://example-lab.github.io/kasm-registry"])(
    "and after it, a broken workspace stops the run at its line (%s)",
    async (pages) => {
      writeFileSync(
        join(clone, "workspaces/Our Editor/workspace.json"),
        '{\n  "friendly_name": "Our Editor",\n}\n',
      );
      const job = await build("example-lab/kasm-registry", pages);
      expect(job.code).toBe(1);
      expect(job.stdout).toMatch(/::error file=workspaces\/Our Editor\/workspace\.json,line=2/);
      expect(existsSync(join(clone, "dist"))).toBe(false);
    },
  );
});
