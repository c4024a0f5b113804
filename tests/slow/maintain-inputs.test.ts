import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { git } from "../support/git-repository.ts";
import { annotation, MaintainedFork, type Inputs } from "../support/maintained-fork.ts";
import { temporaryFolder } from "../support/run.ts";
import { runJob, stepsOf } from "../support/workflow.ts";

const fork = new MaintainedFork(temporaryFolder());
beforeAll(() => fork.start());
beforeEach(() => fork.reset());

describe("an input is text, whatever is in it", () => {
  const hostile = [
    "\"; touch pwned; ' $(touch pwned) `touch pwned` & touch pwned | touch pwned \\",
    "--out=pwned",
    "x\nname=main\n::set-output name=name::main\n##[error]x\n\u202epwned\u2066 \u0007\u009b31m",
    `../pwned %0A::error::x \${{ github.token }} %s%n ${"x".repeat(60_000)}`,
  ];
  const tasks: [string, (text: string) => Inputs][] = [
    ["Import from an address", (input) => ({ input })],
    ["Import from an address", (text) => ({ input: `file://${text}` })],
    ["Add a Kasm version", (input) => ({ input })],
    ["Upgrade", (text) => ({ input: `file:///nowhere ${text}` })],
    ["New from docker run", (input) => ({ input })],
    ["Fix it", (input) => ({ input })],
  ];

  /** What a runner would take for its own: commands outside the part that it was told to leave alone, and outputs. */
  const commands = (stdout: string): string[] =>
    stdout
      .replace(/^::stop-commands::(\w{32})\n[^]*?\n::\1::$/gm, "")
      .split("\n")
      .filter((line) => /^\s*::|##\[/.test(line));

  test.each(tasks)("%s", async (task, inputs) => {
    const step = stepsOf("maintain.yml", "run").filter(({ id }) => id === "run");
    for (const [index, text] of hostile.entries()) {
      const own = join(fork.temp, String(index));
      const { input = "" } = inputs(text);
      const ended = await runJob(step, {
        cwd: fork.clone,
        temp: own,
        env: fork.environment,
        contexts: { "inputs.task": task, "inputs.input": input, "inputs.name": "" },
      });
      expect([ended.code, ended.outputs], text).toEqual([1, {}]);
      const found = commands(ended.stdout);
      expect(found, ended.stdout).toHaveLength(1);
      expect(found[0]).toMatch(/^::error::./);
      expect(found[0]!.length).toBeLessThan(6000);
      expect(found[0]).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
    expect(git(fork.clone, "status", "--porcelain")).toBe("");
    expect(existsSync(join(fork.clone, "pwned"))).toBe(false);
  });

  test("a docker command keeps what its shell would have run, and a name what a command would take for an option", async () => {
    const input =
      "docker run -e 'A=$(touch pwned)' -e 'B=`touch pwned`' kasmweb/x:1 '::set-output name=name::main' '##[error]x'";
    const { ran } = await fork.maintain("New from docker run", { input, name: "--out=pwned" });
    const branch = "maintain-new-out-pwned";
    expect(fork.branches()).toEqual(["main", branch]);
    const made = JSON.parse(fork.show(branch, "workspaces/--out=pwned/workspace.json")) as Record<
      string,
      unknown
    >;
    expect(made).toMatchObject({
      friendly_name: "--out=pwned",
      run_config: {
        environment: { A: "$(touch pwned)", B: "`touch pwned`" },
        command: ["::set-output name=name::main", "##[error]x"],
      },
    });
    expect(commands(ran.stdout)).toEqual([]);
    expect(existsSync(join(fork.clone, "pwned"))).toBe(false);
    for (const name of ["a\nb", "x".repeat(60_000)])
      expect(annotation(await fork.runTask("New from docker run", { input, name }))).toMatch(
        /at most 200 characters/,
      );
  });
});
