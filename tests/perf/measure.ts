import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a command cost. CPU and memory are null where it was not watched, and where the system has no /proc. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of processor time of the process and all that it started. */
  cpu: number | null;
  /** Megabytes (10^6) that the process and all that it started held at the same time, at most; what they share counts once. */
  memory: number | null;
  /** Megabytes that the largest single process held at most, shared parts included; what /usr/bin/time says. */
  largest: number | null;
  stderr: string;
}

const ticksPerSecond = 100;
/** Milliseconds between two looks. They are not free: a build of 1,000 workspaces took 16.5 s instead of 12.4 with a look every 60. */
const sampleEvery = 100;

/** Runs a command to its end and measures it; its time alone, or watched for memory, which takes time. Throws with what it printed when it fails. */
export async function measure(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string>; watch?: boolean },
): Promise<Cost> {
  const cpuBefore = cpuOfChildren();
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout = (stdout + text).slice(-4000)));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr = (stderr + text).slice(-20_000)));
  const peak = { all: 0, largest: 0, cpu: new Map<number, number>() };
  const sampler = options.watch ? setInterval(() => sample(child.pid!, peak), sampleEvery) : undefined;
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  clearInterval(sampler);
  const wall = (performance.now() - start) / 1000;
  if (code !== 0)
    throw new Error(`${command} ${args.join(" ")} ended with status ${code}:\n${stdout}${stderr}`);
  if (!options.watch) return { wall, cpu: null, memory: null, largest: null, stderr };
  const cpuAfter = cpuOfChildren();
  // Of processes that were waited for the system knows it exactly; those that were killed at the end are known from the last look.
  const seen = [...peak.cpu.values()].reduce((a, b) => a + b, 0);
  return {
    wall,
    cpu: cpuBefore !== null && cpuAfter !== null ? Math.max(cpuAfter - cpuBefore, seen) : null,
    memory: peak.all / 1e6 || null,
    largest: peak.largest / 1e6 || null,
    stderr,
  };
}

/** Seconds of processor time of all children that have ended: fields cutime and cstime of proc(5). */
function cpuOfChildren(): number | null {
  try {
    const fields = statFields("self");
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return null;
  }
}

/** Looks at a process and its descendants: bytes that they hold together, bytes of the largest, seconds of processor time. */
function sample(root: number, peak: { all: number; largest: number; cpu: Map<number, number> }): void {
  let all = 0;
  for (const pid of treeOf(root)) {
    try {
      // Each process has its part of what it shares with others: also what a process that was just forked still shares with its parent.
      const memory = readFileSync(`/proc/${pid}/smaps_rollup`, "latin1");
      all += bytesOf(memory, "Pss");
      peak.largest = Math.max(peak.largest, bytesOf(memory, "Rss"));
      const fields = statFields(String(pid));
      peak.cpu.set(pid, (Number(fields[11]) + Number(fields[12])) / ticksPerSecond);
    } catch {
      // It ended meanwhile.
    }
  }
  peak.all = Math.max(peak.all, all);
}

/** A line of proc_pid_smaps(5). */
function bytesOf(text: string, name: string): number {
  return Number(new RegExp(`^${name}: *(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024;
}

function treeOf(root: number): number[] {
  const childrenOf = new Map<number, number[]>();
  let names: string[] = [];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  for (const name of names) {
    try {
      const parent = Number(statFields(name)[1]);
      childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended meanwhile.
    }
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(childrenOf.get(pid) ?? []));
  return tree;
}

/** The fields of /proc/PID/stat behind the name of the program, which may hold spaces and brackets: state first, then the parent. */
function statFields(pid: string): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "latin1");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
