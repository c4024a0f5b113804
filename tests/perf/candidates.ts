import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, copyInput } from "./inputs.ts";
import { measure, type Cost } from "./measure.ts";

const projectRoot = join(import.meta.dirname, "..", "..");

/** Something that builds a registry: ours, or a checkout of the official template. */
export interface Candidate {
  /** Where the input of this candidate is. */
  workspaces: string;
  /** The folder that a build makes. */
  out: string;
  /** Puts a registry in place. */
  take: (input: string) => void;
  /** Forgets all that earlier builds left behind. */
  forget: () => void;
  /** Builds; its time alone is measured, or it is watched for memory. */
  build: (watch: boolean) => Promise<Cost & { stages: Record<string, number> }>;
}

/** This repository. */
export function ours(): Candidate {
  const folder = join(benchFolder, "ours");
  const [workspaces, out, cache] = [join(folder, "workspaces"), join(folder, "out"), join(folder, "cache")];
  return {
    workspaces,
    out,
    take: (input) => copyInput(input, workspaces, { identity: true }),
    forget: () => {
      for (const path of [out, cache]) rmSync(path, { recursive: true, force: true });
    },
    async build(watch) {
      // As in CI, where every build begins in a fresh checkout; what is kept is the cache.
      rmSync(out, { recursive: true, force: true });
      const cost = await measure(
        "npm",
        [
          "run",
          "--silent",
          "build",
          "--",
          "--workspaces",
          workspaces,
          "--out",
          out,
          "--cache",
          cache,
          "--timings",
        ],
        { cwd: projectRoot, watch },
      );
      const stages = [...cost.stderr.matchAll(/^(\S.*?) +(\d+\.\d+) s$/gm)].map(
        ([, stage, seconds]) => [stage!, Number(seconds)] as const,
      );
      return { ...cost, stages: Object.fromEntries(stages) };
    },
  };
}

/**
 * A checkout of kasmtech/workspaces_registry_template with its dependencies installed, on branch 1.1. Done is what its
 * build_all_branches.sh does for one branch, without git, sed and npm install; it publishes one schema a branch, ours two in one build.
 */
export function official(checkout: string): Candidate {
  for (const needed of [
    "processing/processjson.js",
    "processing/node_modules",
    "site/next.config.js",
    "site/node_modules",
  ]) {
    if (!existsSync(join(checkout, needed)))
      throw new Error(
        `${join(checkout, needed)} is missing. --official takes a checkout of the official template; run npm ci in its folders processing and site.`,
      );
  }
  const [workspaces, out] = [join(checkout, "workspaces"), join(checkout, "public")];
  return {
    workspaces,
    out,
    take: (input) => copyInput(input, workspaces, { identity: false }),
    forget: () => rmSync(join(checkout, "site", ".next"), { recursive: true, force: true }),
    async build(watch) {
      const processed = join(checkout, "process");
      for (const path of [out, processed]) rmSync(path, { recursive: true, force: true });
      const options = { cwd: checkout, env: { NEXT_TELEMETRY_DISABLED: "1" }, watch };
      const list = await measure(process.execPath, ["processing/processjson.js"], options);
      const copied = await measure("cp", ["-a", `${out}/.`, processed], options);
      const pages = await measure("npm", ["run", "deploy", "--prefix", "site"], options);
      // The deploy wipes the folder, so that the lists and icons are copied back.
      const back = await measure("cp", ["-a", `${processed}/.`, out], options);
      rmSync(processed, { recursive: true, force: true });
      const stages = { list: list.wall, pages: pages.wall, copies: copied.wall + back.wall };
      return { ...add([list, copied, pages, back]), stages };
    },
  };
}

function add(costs: Cost[]): Cost {
  const sum = (values: (number | null)[]): number | null =>
    values.includes(null) ? null : values.reduce<number>((a, b) => a + b!, 0);
  return {
    wall: costs.reduce((total, { wall }) => total + wall, 0),
    cpu: sum(costs.map(({ cpu }) => cpu)),
    memory: Math.max(...costs.map(({ memory }) => memory ?? 0)) || null,
    largest: Math.max(...costs.map(({ largest }) => largest ?? 0)) || null,
    stderr: "",
  };
}

/** The base path that a checkout of the official template builds for, for instance "/kasm-registry/1.1". */
export function officialBase(checkout: string): string {
  return (
    /basePath:\s*['"]([^'"]*)['"]/.exec(
      readFileSync(join(checkout, "site", "next.config.js"), "utf8"),
    )?.[1] ?? ""
  );
}

/** Keeps a built folder under another name, for measurements in the browser. */
export function keep(out: string, name: string): string {
  const kept = join(benchFolder, "built", name);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(join(kept, ".."), { recursive: true });
  cpSync(out, kept, { recursive: true });
  return kept;
}
