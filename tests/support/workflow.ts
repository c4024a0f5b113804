import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { ended, plainEnvironment, projectRoot, type Ended } from "./run.ts";

export interface Step {
  name?: string;
  id?: string;
  uses?: string;
  run?: string;
  if?: string;
  shell?: string;
  "continue-on-error"?: boolean;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

/** The steps of a job, as in the workflow. */
export const stepsOf = (file: string, job: string): Step[] =>
  (
    parse(readFileSync(join(projectRoot, ".github/workflows", file), "utf8")) as {
      jobs: Record<string, { steps: Step[] }>;
    }
  ).jobs[job]!.steps;

export interface Runner {
  /** The checkout. */
  cwd: string;
  /** What the runner calls RUNNER_TEMP; made where it is missing. */
  temp: string;
  /** More of its environment. */
  env?: NodeJS.ProcessEnv;
  /** Values of expressions: "inputs.task". Those of secrets and of steps that did not run are empty, as on GitHub. */
  contexts?: Record<string, string>;
  /** Commands that are left out. */
  skip?: RegExp;
}

/**
 * Runs the steps of a job in order, as GitHub's runner does: bash -e, its variables, its files for outputs and for the summary (summary.md in
 * `temp`). Steps that use an action are GitHub's own, and `npm ci` is left out: the checkout has the packages. `outputs` is by "steps.ID.outputs.NAME".
 */
export async function runJob(
  steps: readonly Step[],
  { cwd, temp, env = {}, contexts = {}, skip = /^npm ci\b/ }: Runner,
): Promise<Ended & { outputs: Record<string, string> }> {
  const all: Ended = { code: 0, signal: null, stdout: "", stderr: "" };
  const outputs: Record<string, string> = {};
  const value = (expression: string): unknown => evaluate(expression, { ...contexts, ...outputs }, cwd);
  mkdirSync(temp, { recursive: true });
  for (const step of steps) {
    if (step.run === undefined || skip.test(step.run)) continue;
    if (step.if !== undefined && !value(/^\$\{\{(.*)\}\}$/s.exec(step.if)?.[1] ?? step.if)) continue;
    const output = join(temp, "outputs");
    rmSync(output, { force: true });
    const own = Object.entries(step.env ?? {}).map(([key, text]) => [
      key,
      text.replace(/\$\{\{([^}]*)\}\}/g, (_, expression: string) => String(value(expression))),
    ]);
    // `sleep` is not waited for here.
    const shell = step.shell === "bash" ? ["-eo", "pipefail"] : ["-e"];
    const child = spawn("bash", [...shell, "-c", `sleep() { :; }\n${step.run}`], {
      cwd,
      env: {
        ...plainEnvironment,
        PATH: `${dirname(process.execPath)}:${process.env["PATH"]}`,
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_SERVER_URL: "https://github.com",
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(temp, "summary.md"),
        ...env,
        ...Object.fromEntries(own),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { code, signal, stdout, stderr } = await ended(child);
    all.stdout += `\n### ${step.name}\n${stdout}`;
    all.stderr += stderr;
    if (step.id !== undefined && existsSync(output))
      for (const [, name, text] of readFileSync(output, "utf8").matchAll(/^(\w+)=(.*)$/gm))
        outputs[`steps.${step.id}.outputs.${name}`] = text!;
    if (code !== 0 && step["continue-on-error"] !== true) return { ...all, code, signal, outputs };
  }
  return { ...all, outputs };
}

/** The value of an expression of GitHub, whose operators are JavaScript's. Throws where it names a context that is not given. */
function evaluate(expression: string, contexts: Record<string, string>, cwd: string): unknown {
  const code = expression.replace(/'([^']*)'|[a-z][\w.-]*(?=\()|[a-z][\w.-]*/g, (word, text?: string) => {
    if (text !== undefined) return JSON.stringify(text);
    if (word === "hashFiles" || word === "cancelled") return word;
    const known = contexts[word] ?? (/^(?:steps|secrets)\./.test(word) ? "" : undefined);
    if (known === undefined) throw new Error(`${word} is not given.`);
    return JSON.stringify(known);
  });
  const hashFiles = (path: string): string => (existsSync(join(cwd, path)) ? "a hash" : "");
  return new Function("hashFiles", "cancelled", `return ${code}`)(hashFiles, () => false);
}
