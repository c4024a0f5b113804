import { cpSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { git } from "./git-repository.ts";
import { pretendGh } from "./pretend-gh.ts";
import { projectRoot, workspaceFolder, writeFiles } from "./run.ts";
import { runJob, stepsOf } from "./workflow.ts";

export type Files = Record<string, string | object>;
export const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

/** Of the one workspace. No container registry is asked about an image on this machine. */
export const image = "127.0.0.1:1/editor:1.0";

export interface Inputs {
  input?: string;
  name?: string;
}

/** A copy of this repository with a remote, where the workflow Maintain runs; only GitHub's actions, its `gh` and installing are pretended. */
export class MaintainedFork {
  readonly clone: string;
  readonly remote: string;
  /** Of the present test: what was called, and RUNNER_TEMP. */
  folder = "";
  #first = "";
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    this.clone = join(root, "clone");
    this.remote = join(root, "remote.git");
  }

  start(): void {
    for (const name of [
      ".github",
      ".gitattributes",
      ".gitignore",
      "package.json",
      "schema",
      "scripts",
      "src",
    ])
      cpSync(join(projectRoot, name), join(this.clone, name), { recursive: true });
    writeFiles(this.clone, below("workspaces", workspaceFolder("Editor", { name: image })));
    git(this.clone, "init", "--quiet");
    // The link to the packages.
    writeFiles(this.clone, { ".git/info/exclude": "node_modules\n" });
    symlinkSync(join(projectRoot, "node_modules"), join(this.clone, "node_modules"));
    git(this.clone, "add", "--all");
    git(this.clone, "commit", "--quiet", "-m", "Initial commit");
    this.#first = git(this.clone, "rev-parse", "HEAD").trim();
    git(this.#root, "init", "--quiet", "--bare", this.remote);
    git(this.clone, "remote", "add", "origin", this.remote);
  }

  /** Undoes what another test did. */
  reset(): void {
    this.folder = mkdtempSync(join(this.#root, "run-"));
    pretendGh(this.folder);
    git(this.clone, "reset", "--quiet", "--hard", this.#first);
    git(this.clone, "clean", "--quiet", "-dfx", "--exclude=node_modules");
    const others = this.branches().filter((name) => name.startsWith("maintain-"));
    if (others.length > 0) git(this.remote, "branch", "--quiet", "-D", ...others);
    git(this.clone, "push", "--quiet", "--force", "origin", "HEAD:refs/heads/main");
  }

  /** Commits these files to the default branch. */
  commit(files: Files, deleted: string[] = []): void {
    if (deleted.length > 0) git(this.clone, "rm", "--quiet", "-r", ...deleted);
    writeFiles(this.clone, files);
    git(this.clone, "add", "--all");
    git(this.clone, "commit", "--quiet", "-m", "A change");
    git(this.clone, "push", "--quiet", "origin", "HEAD:refs/heads/main");
  }

  get temp(): string {
    return join(this.folder, "temp");
  }

  get environment(): NodeJS.ProcessEnv {
    return {
      PATH: `${join(this.folder, "bin")}:${dirname(process.execPath)}:${process.env["PATH"]}`,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GITHUB_REF_NAME: "main",
      GITHUB_RUN_ID: "77",
      GITHUB_REPOSITORY: "lab/registry",
    };
  }

  /** The job that runs the command. */
  runTask(task: string, { input = "", name = "" }: Inputs = {}, event = "workflow_dispatch") {
    return runJob(stepsOf("maintain.yml", "run"), {
      cwd: this.clone,
      temp: this.temp,
      env: { ...this.environment, GITHUB_EVENT_NAME: event },
      contexts: {
        "inputs.task": task,
        "inputs.input": input,
        "inputs.name": name,
        "github.event_name": event,
      },
      // The site of a new release takes long to build; tests/slow/rehearsal.test.ts builds sites.
      skip: /^npm (?:ci|run --silent build)\b/,
    });
  }

  /** Both jobs. The second starts from a checkout as the first did, and has the folder that the artifact carries. */
  async maintain(task: string, inputs: Inputs = {}, github: NodeJS.ProcessEnv = {}) {
    const ran = await this.runTask(task, inputs);
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    git(this.clone, "reset", "--quiet", "--hard", "origin/main");
    const proposed = await runJob(stepsOf("maintain.yml", "propose"), {
      cwd: this.clone,
      temp: this.temp,
      env: { ...this.environment, OPEN: "", FAULT: "", ...github },
      contexts: {
        "github.token": "a token",
        "github.repository": "lab/registry",
        "inputs.task": task,
        "needs.run.outputs.name": ran.outputs["steps.run.outputs.name"] ?? "",
        "needs.run.outputs.title": ran.outputs["steps.run.outputs.title"] ?? "",
      },
    });
    return { ran, proposed };
  }

  branches(): string[] {
    return git(this.remote, "branch", "--format", "%(refname:short)").trim().split("\n");
  }

  /** Paths in which a branch differs from the default one. */
  changed(branch: string): string[] {
    return git(this.remote, "diff", "--name-only", "--no-renames", "main", branch).trim().split("\n");
  }

  show(branch: string, path: string): string {
    return git(this.remote, "show", `${branch}:${path}`);
  }

  /** The text of the pull request. */
  body(): string {
    return readFileSync(join(this.temp, "body.md"), "utf8");
  }
}

/** The only annotation of a run, with its lines as lines. */
export function annotation({ stdout }: { stdout: string }): string {
  const found = stdout.match(/^::(?:error|notice)::.*$/gm) ?? [];
  expect(found, stdout).toHaveLength(1);
  return found[0]!.replaceAll("%0A", "\n").replaceAll("%25", "%");
}
