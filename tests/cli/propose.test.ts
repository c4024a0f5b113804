import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { git, makeRepository } from "../support/git-repository.ts";
import { plainEnvironment, projectRoot, temporaryFolder, writeFiles } from "../support/run.ts";

const root = temporaryFolder();
const lockName = "workspaces/images.lock.json";
const lockOf = (checked: string, digest = "sha256:1"): string =>
  `{\n"docker.io/a/b:1": {"digest":"${digest}","checked":"${checked}","config":{}}\n}\n`;

let folder: string;
let remote: string;
let clone: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "run-"));
  remote = join(folder, "remote.git");
  clone = join(folder, "clone");
  git(folder, "init", "--quiet", "--bare", remote);
  makeRepository(clone, { main: { [lockName]: lockOf("2026-01-01"), "README.md": "mine\n" } });
  git(clone, "remote", "add", "origin", remote);
  git(clone, "push", "--quiet", "origin", "main");
  writeFiles(folder, {
    "images.txt": "docker.io/a/b:1: built again (amd64, 5 MB, built on 2026-01-02)\n",
    "check.txt": "No problems: 1 workspace is valid.\n",
  });
  mkdirSync(join(folder, "bin"));
  // A gh that writes down what it was asked.
  writeFileSync(
    join(folder, "bin/gh"),
    `#!/bin/sh
echo "$@" >> "$RUNNER_TEMP/calls"
case "$*" in
  *state=open*) printf '%s' "$OPEN" ;;
  "pr create"*) [ -z "$FAULT" ] || { echo "pull request create failed: GraphQL: $FAULT (createPullRequest)" >&2; exit 1; } ;;
esac
`,
    { mode: 0o755 },
  );
});

function propose(env: { OPEN?: string; FAULT?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(join(projectRoot, ".github/propose.sh"), {
    cwd: clone,
    encoding: "utf8",
    env: {
      ...plainEnvironment,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      GIT_CONFIG_GLOBAL: "/dev/null",
      RUNNER_TEMP: folder,
      GH_REPO: "lab/registry",
      GITHUB_REF_NAME: "main",
      GITHUB_SERVER_URL: "https://github.com",
      OPEN: "",
      FAULT: "",
      ...env,
    },
  });
  return { status, stdout, stderr };
}
const calls = (): string[] =>
  existsSync(join(folder, "calls"))
    ? readFileSync(join(folder, "calls"), "utf8").replaceAll(folder, "TEMP").trim().split("\n")
    : [];
const branches = (): string[] => git(remote, "branch", "--format", "%(refname:short)").trim().split("\n");
const body = (): string => readFileSync(join(folder, "body.md"), "utf8");

const question =
  "api repos/lab/registry/pulls?state=open&head=lab:update-images-lock --jq .[0].number // empty";
const creation =
  "pr create --base main --head update-images-lock --title Update what is known about the images --body-file TEMP/body.md";

test("without the lock, says how to begin and does nothing", () => {
  rmSync(join(clone, lockName));
  expect(propose()).toEqual({
    status: 0,
    stdout: `::notice::There is no ${lockName}, so nothing is asked. To begin: npm run images -- --init\n`,
    stderr: "",
  });
  expect([calls(), branches()]).toEqual([[], ["main"]]);
});

test.each([
  ["nothing", "2026-01-01"],
  ["the day of asking alone", "2026-02-02"],
])("where %s changed, opens no pull request and says so", (_, day) => {
  writeFileSync(join(clone, lockName), lockOf(day));
  expect(propose()).toEqual({
    status: 0,
    stdout: "::notice::Nothing is new about the images, so there is no pull request to open.\n",
    stderr: "",
  });
  expect([calls(), branches()]).toEqual([[question], ["main"]]);
});

test("closes a pull request whose news is none any more", () => {
  expect(propose({ OPEN: "7" }).status).toBe(0);
  expect(calls()).toEqual([question, `pr close 7 --comment The images are again as ${lockName} says.`]);
});

test("pushes a change of the lock alone to its branch and opens a pull request", () => {
  const changed = lockOf("2026-02-02", "sha256:2");
  writeFiles(clone, { [lockName]: changed, "README.md": "changed\n", "new.txt": "" });
  expect(propose()).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(git(remote, "diff", "--name-only", "main", "update-images-lock")).toBe(`${lockName}\n`);
  expect(git(remote, "show", `update-images-lock:${lockName}`)).toBe(changed);
  expect(git(remote, "log", "--format=%an: %s", "main..update-images-lock")).toBe(
    "github-actions[bot]: Update what is known about the images\n",
  );
  expect(calls()).toEqual([question, creation]);
  expect(body()).toMatchInlineSnapshot(`
    "What container registries say about the images of the workspaces has changed. \`npm run images\`:

        docker.io/a/b:1: built again (amd64, 5 MB, built on 2026-01-02)

    The last lines of \`npm run check\` with these facts; GitHub starts no other check for a pull request made by a workflow:

        No problems: 1 workspace is valid.

    \`npm run fix\` shows the sizes that it can correct. The next run makes this branch anew: what you add to it is lost.
    "
  `);
});

test("what was printed stays code, whatever is in it, and fits", () => {
  writeFileSync(join(clone, lockName), lockOf("2026-02-02", "sha256:2"));
  const hostile = "```\r\r@everyone <img src=x>\u001b[2J\n\n# $(touch pwned) `touch pwned`\n";
  writeFiles(folder, {
    "images.txt": `${"x".repeat(100_000)}\n`.repeat(500) + hostile,
    "check.txt": `${hostile}\n`.repeat(100),
  });
  expect(propose().status).toBe(0);
  expect(body().length).toBeLessThan(65_536);
  const lines = body().split("\n");
  expect(lines).toContain("    ```@everyone <img src=x>[2J");
  expect(lines).toContain("    # $(touch pwned) `touch pwned`");
  expect(lines.filter((line) => /everyone|pwned|\r/.test(line) && !line.startsWith("    "))).toEqual([]);
  expect(existsSync(join(clone, "pwned"))).toBe(false);
});

test("makes the branch anew and edits the pull request that is open", () => {
  writeFileSync(join(clone, lockName), lockOf("2026-02-02", "sha256:2"));
  propose();
  git(clone, "checkout", "--quiet", "--detach", "origin/main");
  writeFileSync(join(clone, lockName), lockOf("2026-02-09", "sha256:3"));
  expect(propose({ OPEN: "7" })).toEqual({
    status: 0,
    stdout: "::notice::Pull request 7 says what is new.\n",
    stderr: "",
  });
  expect(git(remote, "show", `update-images-lock:${lockName}`)).toContain("sha256:3");
  expect(git(remote, "rev-list", "--count", "main..update-images-lock")).toBe("1\n");
  expect(calls()).toEqual([
    question,
    creation,
    question,
    "api --silent --method PATCH repos/lab/registry/pulls/7 -F body=@TEMP/body.md",
  ]);
});

test("where the setting forbids pull requests, says which box to tick", () => {
  writeFileSync(join(clone, lockName), lockOf("2026-02-02", "sha256:2"));
  const { status, stdout, stderr } = propose({
    FAULT: "GitHub Actions is not permitted to create or approve pull requests",
  });
  expect(status).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "::error::Workflows may not open pull requests here. Tick Settings → Actions → General → Workflow permissions → "Allow GitHub Actions to create and approve pull requests", and run this again. The branch update-images-lock is pushed already: https://github.com/lab/registry/compare/update-images-lock?expand=1 opens a pull request by hand.
    "
  `);
  expect(stderr).toContain("not permitted");
  expect(branches()).toEqual(["main", "update-images-lock"]);
});

test("any other fault of gh is shown as it is", () => {
  writeFileSync(join(clone, lockName), lockOf("2026-02-02", "sha256:2"));
  expect(propose({ FAULT: "Bad gateway" })).toEqual({
    status: 1,
    stdout: "",
    stderr: "pull request create failed: GraphQL: Bad gateway (createPullRequest)\n",
  });
});
