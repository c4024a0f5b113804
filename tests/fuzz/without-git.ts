import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

/**
 * Runs something as on a machine without git: a process for each question to git would take nine tenths of the time. Hostile
 * repositories have their own tests (tests/cli/hostile/git.test.ts).
 */
export function withoutGit<T>(run: () => T): T {
  const { spawnSync } = childProcess;
  const missing = Object.assign(new Error("spawnSync git ENOENT"), { code: "ENOENT" });
  const answer = {
    pid: 0,
    status: null,
    signal: null,
    error: missing,
    stdout: Buffer.alloc(0),
    stderr: Buffer.alloc(0),
    output: [],
  };
  childProcess.spawnSync = ((command: string, ...rest: [string[], object]) =>
    command === "git" ? answer : spawnSync(command, ...rest)) as typeof spawnSync;
  syncBuiltinESMExports();
  try {
    return run();
  } finally {
    childProcess.spawnSync = spawnSync;
    syncBuiltinESMExports();
  }
}
