import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { git, makeRepository, type Contents } from "../support/git-repository.ts";
import { callsOfGh, forbidden, pretendGh } from "../support/pretend-gh.ts";
import { plainEnvironment, projectRoot, temporaryFolder, writeFiles } from "../support/run.ts";

const root = temporaryFolder();
const editor = "workspaces/Editor/workspace.json";
const workflow = ".github/workflows/check.yml";

const start = join(root, "start");
beforeAll(() => {
  const clone = makeRepository(join(start, "clone"), {
    main: { [editor]: "{}\n", [workflow]: "on: push\n", ".github/workflows/old.yml": "on: push\n" },
  });
  git(start, "init", "--quiet", "--bare", "remote.git");
  git(clone, "remote", "add", "origin", "../remote.git");
  git(clone, "push", "--quiet", "origin", "main");
});

let folder: string;
let remote: string;
let clone: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "run-"));
  cpSync(start, folder, { recursive: true });
  remote = join(folder, "remote.git");
  clone = join(folder, "clone");
  writeFiles(folder, {
    "proposal/report.txt": "1 repair in 1 file, written.\n",
    "proposal/check.txt": "No problems: 1 workspace is valid.\n",
  });
  change({ [editor]: '{"fixed": true}\n' });
  pretendGh(folder);
});

/** Hands over these files as what a command changed; the checkout stays as it was. */
function change(files: Contents, deleted: string[] = []): void {
  writeFiles(clone, files);
  if (deleted.length > 0) git(clone, "rm", "--quiet", ...deleted);
  git(clone, "add", "--all");
  writeFiles(folder, {
    "proposal/change.patch": git(clone, "diff", "--cached", "--binary", "--full-index", "HEAD"),
  });
  git(clone, "reset", "--quiet", "--hard", "origin/main");
}

function propose(env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(join(projectRoot, ".github/propose.sh"), {
    cwd: clone,
    encoding: "utf8",
    env: {
      ...plainEnvironment,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      GIT_CONFIG_GLOBAL: "/dev/null",
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
      GH_REPO: "lab/registry",
      GITHUB_REF_NAME: "main",
      GITHUB_RUN_ID: "77",
      GITHUB_SERVER_URL: "https://github.com",
      TASK: "Fix",
      NAME: "fix",
      TITLE: "Make the repairs that are safe",
      OPEN: "",
      FAULT: "",
      ...env,
    },
  });
  return { status, stdout, stderr };
}
const calls = (): string[] => callsOfGh(folder);
const branches = (): string[] => git(remote, "branch", "--format", "%(refname:short)").trim().split("\n");
const body = (): string => readFileSync(join(folder, "body.md"), "utf8");
const summary = (): string => readFileSync(join(folder, "summary.md"), "utf8");

const question = "api repos/lab/registry/pulls?state=open&head=lab:maintain-fix --jq .[0].number // empty";
const creation =
  "pr create --base main --head maintain-fix --title Make the repairs that are safe --body-file TEMP/body.md";

test("where nothing changed, opens no pull request, and closes one whose change is no longer any", () => {
  writeFileSync(join(folder, "proposal/change.patch"), "");
  expect(propose()).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(propose({ OPEN: "7" })).toEqual({ status: 0, stdout: "", stderr: "" });
  expect([calls(), branches()]).toEqual([
    [
      question,
      question,
      'pr close 7 --comment There is nothing left to propose: main is already as "Fix" would make it.',
    ],
    ["main"],
  ]);
});

test("pushes the change to its branch, opens a pull request, and leads there", () => {
  const notice = "The pull request: https://github.com/lab/registry/pull/9";
  expect(propose()).toEqual({ status: 0, stdout: `::notice::${notice}\n`, stderr: "" });
  expect(git(remote, "diff", "--name-only", "main", "maintain-fix")).toBe(`${editor}\n`);
  expect(git(remote, "show", `maintain-fix:${editor}`)).toBe('{"fixed": true}\n');
  expect(git(remote, "log", "--format=%an: %s", "main..maintain-fix")).toBe(
    "github-actions[bot]: Make the repairs that are safe\n",
  );
  expect(calls()).toEqual([question, creation]);
  expect(summary()).toBe(`${notice}\n\n${body()}`);
  expect(body()).toMatchInlineSnapshot(`
    "*Maintain* → *Fix* made this. It printed:

        1 repair in 1 file, written.

    The last lines of the checks with this change; GitHub starts no other check for a pull request made by a workflow:

        No problems: 1 workspace is valid.

    The next run for the same makes this branch anew: what you add to it is lost.

    "
  `);
});

test("what was printed stays code, whatever is in it, and fits", () => {
  const hostile = "```\r\r@everyone <img src=x>\u001b[2J\n\n# $(touch pwned) `touch pwned`\n";
  writeFiles(folder, {
    "proposal/report.txt": `${"é".repeat(100_000)}\n`.repeat(500) + hostile,
    "proposal/check.txt": `${hostile}\n`.repeat(100),
  });
  expect(propose().status).toBe(0);
  expect(Buffer.byteLength(body())).toBeLessThan(65_536);
  expect(body()).not.toContain("\ufffd");
  const lines = body().split("\n");
  expect(lines).toContain("    ```@everyone <img src=x>[2J");
  expect(lines).toContain("    # $(touch pwned) `touch pwned`");
  expect(lines.filter((line) => /everyone|pwned|\r/.test(line) && !line.startsWith("    "))).toEqual([]);
  expect(existsSync(join(clone, "pwned"))).toBe(false);
});

test("makes the branch anew and edits the pull request that is open", () => {
  propose();
  git(clone, "checkout", "--quiet", "--force", "--detach", "origin/main");
  change({ [editor]: '{"fixed": "again"}\n' });
  expect(propose({ OPEN: "7" })).toEqual({
    status: 0,
    stdout: "::notice::The pull request: https://github.com/lab/registry/pull/7\n",
    stderr: "",
  });
  expect(git(remote, "show", `maintain-fix:${editor}`)).toContain("again");
  expect(git(remote, "rev-list", "--count", "main..maintain-fix")).toBe("1\n");
  expect(calls()).toEqual([
    question,
    creation,
    question,
    "api --silent --method PATCH repos/lab/registry/pulls/7 -F body=@TEMP/body.md",
  ]);
});

test("where the setting forbids pull requests, says which box to tick and which link opens it by hand", () => {
  const { status, stdout, stderr } = propose({ FAULT: forbidden });
  expect(status).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "::error::Workflows may not open pull requests here: open this one by hand at https://github.com/lab/registry/compare/maintain-fix?expand=1 (the branch is pushed), and tick Settings → Actions → General → Workflow permissions → "Allow GitHub Actions to create and approve pull requests" for the next ones.
    "
  `);
  expect(summary()).toBe(`${stdout.replace("::error::", "")}\n${body()}`);
  expect(stderr).toContain("not permitted");
  expect(branches()).toEqual(["main", "maintain-fix"]);
});

test("any other fault of gh is shown as it is", () => {
  expect(propose({ FAULT: "Bad gateway" })).toEqual({
    status: 1,
    stdout: "",
    stderr: "pull request create failed: GraphQL: Bad gateway (createPullRequest)\n",
  });
});

test("leaves out workflows, which GitHub lets no workflow push, and says how to change them by hand", () => {
  const text = "on:\n  push:\n";
  change({ [workflow]: text, ".github/workflows/new.yml": text, [editor]: "{ }\n", "src/a.ts": "" }, [
    ".github/workflows/old.yml",
  ]);
  expect(propose().status).toBe(0);
  expect(git(remote, "diff", "--name-only", "main", "maintain-fix")).toBe(`src/a.ts\n${editor}\n`);
  expect(body().slice(body().indexOf("GitHub lets"))).toMatchInlineSnapshot(`
    "GitHub lets no workflow change files below \`.github/workflows/\`, so these are **not in this pull request**. Change them yourself before you merge: open the link, replace the whole text by the one below it, and commit to the branch \`maintain-fix\`.

    * Changed: https://github.com/lab/registry/edit/maintain-fix/.github/workflows/check.yml

          on:
            push:

    * New: https://github.com/lab/registry/new/maintain-fix/.github/workflows?filename=new.yml

          on:
            push:

    * Delete https://github.com/lab/registry/delete/maintain-fix/.github/workflows/old.yml

    "
  `);
});

test("where nothing but workflows changes, there is no branch, and they are changed on the default branch", () => {
  change({ [workflow]: "on:\n  push:\n" });
  const { status, stdout } = propose();
  expect([status, stdout, branches()]).toEqual([
    0,
    "::notice::Only files below .github/workflows/ change, so there is no pull request. The summary of this run says how to change them by hand.\n",
    ["main"],
  ]);
  expect(summary()).toContain("https://github.com/lab/registry/edit/main/.github/workflows/check.yml\n");
});

test("a workflow too long for the text is named with the place where it can be read", () => {
  change({ [workflow]: "# long\n".repeat(6000), ".github/workflows/z.yml": "on: push\n", "a.ts": "" });
  expect(propose().status).toBe(0);
  expect(Buffer.byteLength(body())).toBeLessThan(65_536);
  expect(body()).toContain(
    'in the artifact "proposal" at https://github.com/lab/registry/actions/runs/77, file workflows/check.yml',
  );
});

test("keeps every byte of a picture and of a file with other line ends", () => {
  const bytes = Buffer.from(Array.from({ length: 512 }, (_, n) => n % 256));
  change({ ".gitattributes": "workspaces/** -text\n", "workspaces/Editor/a.png": bytes, [editor]: "{}\r\n" });
  expect(propose().status).toBe(0);
  git(folder, "clone", "--quiet", "--branch", "maintain-fix", remote, "result");
  expect(readFileSync(join(folder, "result/workspaces/Editor/a.png"))).toEqual(bytes);
  expect(readFileSync(join(folder, "result", editor), "utf8")).toBe("{}\r\n");
});

test("pushes to no branch but its own", () => {
  for (const name of ["../main", "x:refs/heads/main", "a b", "x\ny", "$(touch pwned)"])
    expect(propose({ NAME: name })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("::error::"),
    });
  expect([calls(), branches()]).toEqual([[], ["main"]]);
});
