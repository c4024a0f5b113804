import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { benchFolder, copyInput } from "./inputs.ts";
import { measure, type Cost } from "./measure.ts";

const projectRoot = join(import.meta.dirname, "..", "..");

/** A program that publishes a registry: this one, or the official template. */
export interface Candidate {
  name: "ours" | "official";
  workspaces: string;
  /** The folder that a build makes. */
  out: string;
  /** Puts a registry in place. */
  take: (input: string) => void;
  /** Installs its packages from the filled cache of npm, as its workflow does. */
  install: () => Promise<Cost>;
  /** Removes all that earlier builds left behind. */
  forget: () => void;
  /** Builds; timed, or watched for memory. */
  build: (watch: boolean) => Promise<Cost>;
  /** Examines the built site; no cost where its workflow has no such step. */
  examine: () => Promise<Cost>;
}

/** This repository: itself, or a copy whose packages are installed as in the publish job. */
export function ours({ isCopy }: { isCopy: boolean }): Candidate {
  const folder = join(benchFolder, "ours");
  const cwd = isCopy ? copyCheckout(projectRoot, join(folder, "checkout")) : projectRoot;
  const [workspaces, out, cache] = [join(folder, "workspaces"), join(folder, "out"), join(folder, "cache")];
  return {
    name: "ours",
    workspaces,
    out,
    take: (input) => copyInput(input, workspaces, { identity: true }),
    install: () =>
      measure("npm", ["ci", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"], { cwd }),
    forget: () => rmSync(cache, { recursive: true, force: true }),
    build(watch) {
      // A runner begins with a fresh checkout and the cache alone.
      rmSync(out, { recursive: true, force: true });
      const folders = ["--workspaces", workspaces, "--out", out, "--cache", cache];
      return measure("npm", ["run", "build", "--", "--format", "github", ...folders], { cwd, watch });
    },
    examine: () => measure("npm", ["run", "--silent", "doctor", "--", out], { cwd }),
  };
}

/**
 * A copy of a checkout of kasmtech/workspaces_registry_template, branch 1.1. A build does what its build_all_branches.sh does for one
 * branch, without git and sed.
 */
export function official(checkout: string): Candidate {
  for (const needed of ["processing/processjson.js", "site/next.config.js"])
    if (!existsSync(join(checkout, needed)))
      throw new Error(
        `${join(checkout, needed)} is missing. --official takes a checkout of the official template.`,
      );
  const cwd = copyCheckout(checkout, join(benchFolder, "official"));
  const [workspaces, out, kept] = [join(cwd, "workspaces"), join(cwd, "public"), join(cwd, "process")];
  return {
    name: "official",
    workspaces,
    out,
    take: (input) => copyInput(input, workspaces, { identity: false }),
    install: () =>
      inTurn(["processing", "site"], (part) =>
        measure("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: join(cwd, part) }),
      ),
    forget: () => rmSync(join(cwd, "site", ".next"), { recursive: true, force: true }),
    build(watch) {
      for (const path of [out, kept]) rmSync(path, { recursive: true, force: true });
      const env = { NEXT_TELEMETRY_DISABLED: "1" };
      const steps: [string, ...string[]][] = [
        [process.execPath, "processing/processjson.js"],
        // The deployment empties the folder, so lists and icons are kept and copied back.
        ["cp", "-a", `${out}/.`, kept],
        ["npm", "run", "deploy", "--prefix", "site"],
        ["cp", "-a", `${kept}/.`, out],
      ];
      return inTurn(steps, ([command, ...args]) => measure(command, args, { cwd, env, watch }));
    },
    examine: () => Promise.resolve({ wall: 0, memory: null }),
  };
}

/** Runs steps one after the other: times add up, memory is the peak. */
async function inTurn<T>(steps: readonly T[], run: (step: T) => Promise<Cost>): Promise<Cost> {
  const total: Cost = { wall: 0, memory: null };
  for (const step of steps) {
    const { wall, memory } = await run(step);
    total.wall += wall;
    total.memory = Math.max(total.memory ?? 0, memory ?? 0) || null;
  }
  return total;
}

/** Copies a checkout without its history, its packages and what was built. */
function copyCheckout(from: string, to: string): string {
  const left = new Set(["node_modules", ".git", "dist", ".next", ".astro"]);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, filter: (path) => path === from || !left.has(basename(path)) });
  return to;
}
