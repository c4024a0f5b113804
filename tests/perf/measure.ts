import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Costs of a command. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number;
  /** Megabytes (10^6) that the process and all that it started held at the same time, at most; null where it was not watched, or without /proc. */
  memory: number | null;
}

/** Milliseconds between two looks at the memory. */
const sampleEvery = 100;

/** Runs a command to its end and times it, or watches its memory, which slows it down. Throws with what it printed when it fails. */
export async function measure(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv; watch?: boolean },
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed = (printed + text).slice(-8000)));
  let peak = 0;
  const sampler = options.watch
    ? setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), sampleEvery)
    : undefined;
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  ).finally(() => clearInterval(sampler));
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with status ${code}:\n${printed}`);
  return { wall, memory: peak / 1e6 || null };
}

/** Bytes that a process and its descendants hold; what they share counts once (Pss, proc_pid_smaps(5)). */
function memoryOf(root: number): number {
  const childrenOf = Map.groupBy(processes(), ({ parent }) => parent);
  const tree = [root];
  for (const pid of tree) tree.push(...(childrenOf.get(pid) ?? []).map((child) => child.pid));
  return tree.reduce((sum, pid) => {
    const kilobytes = /^Pss: *(\d+) kB/m.exec(readProcess(pid, "smaps_rollup"))?.[1];
    return sum + Number(kilobytes ?? 0) * 1024;
  }, 0);
}

function processes(): { pid: number; parent: number }[] {
  try {
    const pids = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
    return pids.map((pid) => ({
      pid,
      parent: Number(/^PPid:\s*(\d+)/m.exec(readProcess(pid, "status"))?.[1]),
    }));
  } catch {
    return [];
  }
}

/** "" for a process that has ended. */
function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}
