import { workspacePath } from "../../src/site/links.ts";
import { pagesOf, SiteScale } from "../../src/publish/measure-pages.ts";
import { official, ours, type Candidate } from "./candidates.ts";
import { changeOneWorkspace, inputOf } from "./inputs.ts";
import { median } from "./median.ts";

export interface BenchOptions {
  /** Workspaces of the registries. */
  sizes: readonly number[];
  /** How often each is timed. */
  runs: number;
  /** Folder of a checkout of the official template, or null. */
  official: string | null;
  progress: (text: string) => void;
}

/** Medians for one registry: seconds, megabytes (10^6), and bytes of HTML, CSS and JavaScript after gzip. Null is not measured. */
export interface Figures {
  install: number | null;
  cold: number;
  warm: number;
  doctor: number;
  /** Install, cold build and doctor: the whole job. */
  job: number | null;
  memory: number | null;
  home: number | null;
  workspacePage: number | null;
}

export interface SizeResult {
  workspaces: number;
  ours: Figures;
  official: Figures | null;
}

/** Measures every size. Candidates take turns, so that whatever else the machine does meets both. */
export async function bench({
  sizes,
  runs,
  official: checkout,
  progress,
}: BenchOptions): Promise<SizeResult[]> {
  const candidates =
    checkout === null ? [ours({ isCopy: false })] : [ours({ isCopy: true }), official(checkout)];
  const install = checkout === null ? [] : await measureInstalls(candidates, runs, progress);
  const results: SizeResult[] = [];
  for (const workspaces of sizes) {
    const say = (text: string): void => progress(`${workspaces} workspaces: ${text}`);
    say("generating");
    const input = await inputOf(workspaces);
    const figures = await measureBuilds(candidates, { input, runs, say });
    const [mine, theirs] = figures.map((each, index) => withJob(each, install[index] ?? null));
    if (mine) results.push({ workspaces, ours: mine, official: theirs ?? null });
  }
  return results;
}

const withJob = (figures: Omit<Figures, "install" | "job">, install: number | null): Figures => ({
  ...figures,
  install,
  job: install === null ? null : install + figures.cold + figures.doctor,
});

/** Seconds of an installation by each; a first round fills npm's cache. */
async function measureInstalls(
  candidates: readonly Candidate[],
  runs: number,
  progress: BenchOptions["progress"],
): Promise<number[]> {
  const times = candidates.map((): number[] => []);
  for (let run = 0; run <= runs; run++)
    for (const [index, candidate] of candidates.entries()) {
      progress(`npm ci, ${candidate.name}, ${run === 0 ? "filling the cache" : `${run} of ${runs}`}`);
      const { wall } = await candidate.install();
      if (run > 0) times[index]?.push(wall);
    }
  return times.map(median);
}

interface Round {
  input: string;
  runs: number;
  say: (text: string) => void;
}

async function measureBuilds(
  candidates: readonly Candidate[],
  { input, runs, say }: Round,
): Promise<Omit<Figures, "install" | "job">[]> {
  const samples = candidates.map((candidate) => ({
    candidate,
    cold: [] as number[],
    warm: [] as number[],
    doctor: [] as number[],
    memory: null as number | null,
  }));
  // A first round is watched for memory, which slows it down; the times are those of the others.
  for (let run = 0; run <= runs; run++) {
    for (const { candidate } of samples) candidate.take(input);
    for (const kind of ["cold", "warm"] as const)
      for (const sample of samples) {
        const { candidate } = sample;
        say(`${candidate.name}, ${kind}, ${run === 0 ? "watched" : `${run} of ${runs}`}`);
        if (kind === "cold") candidate.forget();
        else changeOneWorkspace(candidate.workspaces);
        const { wall, memory } = await candidate.build(run === 0);
        if (run === 0) sample.memory = Math.max(sample.memory ?? 0, memory ?? 0) || null;
        else sample[kind].push(wall);
        if (run > 0 && kind === "cold") sample.doctor.push((await candidate.examine()).wall);
      }
  }
  return samples.map(({ candidate, cold, warm, doctor, memory }) => ({
    cold: median(cold),
    warm: median(warm),
    doctor: median(doctor),
    memory,
    ...pageBytes(candidate),
  }));
}

/** The home page, and the dearest page of a workspace; the official template has none of its own. */
function pageBytes({ name, out }: Candidate): Pick<Figures, "home" | "workspacePage"> {
  const scale = new SiteScale(out);
  const bytes = (page: string): number => {
    const { html, css, js } = scale.measure(page);
    return html + css + js;
  };
  const pages = name === "ours" ? pagesOf(out).filter((page) => page.startsWith(workspacePath())) : [];
  return { home: bytes(""), workspacePage: pages.length > 0 ? Math.max(...pages.map(bytes)) : null };
}
