import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Runs `npm run check` itself on the folder: its exit status must agree with what it reports, and it shows no stack trace. */
export function examineCommand(root: string, projectRoot: string): string[] {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, "scripts", "check.ts"), "--workspaces", root, "--format", "json"],
    { encoding: "utf8", input: "", timeout: 120_000, maxBuffer: 2 ** 28 },
  );
  if (status === null) return [`npm run check ended by ${signal}`];
  if (stderr !== "") return [`npm run check wrote ${JSON.stringify(stderr.slice(0, 500))}`];
  const { summary } = JSON.parse(stdout) as { summary: { errors: number } };
  return status === (summary.errors > 0 ? 1 : 0)
    ? []
    : [`npm run check ended with ${status} for ${summary.errors} errors`];
}
