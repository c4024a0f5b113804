import type { BrowserResult, Visit } from "./browser.ts";
import type { Measured, SizeResult } from "./builds.ts";
import type { DevResult } from "./dev.ts";
import type { Output } from "./output.ts";
import { targets } from "./targets.ts";

type Row = (string | number | null)[];

/** The builds as tables for people. */
export function reportBuilds(results: readonly SizeResult[]): string {
  const parts = [costs(results)];
  if (results.some(({ official }) => official)) parts.push(ratios(results));
  parts.push(stages(results), checks(results));
  return `${parts.join("\n\n")}\n`;
}

function costs(results: readonly SizeResult[]): string {
  const rows = results.flatMap(({ workspaces, ours, official }) =>
    [["ours", ours] as const, ...(official ? [["official", official] as const] : [])].flatMap(
      ([name, { cold, warm, output }]) => [
        [
          workspaces,
          name,
          "cold",
          ...cost(cold),
          output.files,
          mega(output.bytes),
          ...[output.html, output.json, output.pictures].map((bytes) =>
            (bytes / 1000 / workspaces).toFixed(2),
          ),
        ],
        [workspaces, name, "warm", ...cost(warm)],
      ],
    ),
  );
  return (
    "HTML, JSON and pictures: kB after gzip, per workspace\n" +
    table(
      [
        "workspaces",
        "built by",
        "",
        "wall s",
        "CPU s",
        "peak MB",
        "largest MB",
        "files",
        "MB",
        "HTML kB",
        "JSON kB",
        "pictures kB",
      ],
      rows,
    )
  );
}

function cost({ wall, cpu, memory, largest }: Omit<Measured, "stages">): Row {
  return [wall.toFixed(2), cpu?.toFixed(2) ?? null, memory?.toFixed(0) ?? null, largest?.toFixed(0) ?? null];
}

function ratios(results: readonly SizeResult[]): string {
  const rows: Row[] = results.flatMap(({ workspaces, ours, official }) => {
    if (!official) return [];
    const target = targets[workspaces];
    const row = (what: string, mine: number | null, theirs: number | null, wanted: number | undefined): Row =>
      ratio(workspaces, what, mine, theirs, wanted);
    return [
      row("wall, cold", ours.cold.wall, official.cold.wall, target?.cold),
      row("wall, warm", ours.warm.wall, official.warm.wall, target?.warm),
      row("CPU, cold", ours.cold.cpu, official.cold.cpu, undefined),
      row("CPU, warm", ours.warm.cpu, official.warm.cpu, undefined),
      row("peak memory, cold", ours.cold.memory, official.cold.memory, 1),
      row("peak memory, warm", ours.warm.memory, official.warm.memory, 1),
      // The official template publishes one schema a branch; ours both.
      row("output, gzip, to one branch", sent(ours.output), sent(official.output), 0.5),
      row("output, gzip, to both branches", sent(ours.output), 2 * sent(official.output), 0.5),
    ];
  });
  return `Ratios, ours to official\n${table(["workspaces", "what", "ratio", "target"], rows)}`;
}

const sent = ({ html, json, pictures }: Output): number => html + json + pictures;

function stages(results: readonly SizeResult[]): string {
  const names = [
    ...new Set(
      results.flatMap(({ ours }) => [...Object.keys(ours.cold.stages), ...Object.keys(ours.warm.stages)]),
    ),
  ];
  const rows = results.flatMap(({ workspaces, ours }) =>
    (["cold", "warm"] as const).map((kind) => [
      workspaces,
      kind,
      ...names.map((name) => ours[kind].stages[name]?.toFixed(2) ?? null),
    ]),
  );
  return `Stages of ours in seconds; some run at the same time\n${table(["workspaces", "", ...names], rows)}`;
}

function checks(results: readonly SizeResult[]): string {
  const rows = results.map(({ workspaces, check, readAndHash }) => [
    workspaces,
    check.wall.toFixed(2),
    readAndHash.wall.toFixed(2),
    (check.wall / readAndHash.wall).toFixed(2),
    "≤ 5",
  ]);
  return `npm run check, against reading and hashing every file\n${table(["workspaces", "check s", "read and hash s", "ratio", "target"], rows)}`;
}

/** The visits of a browser as tables for people. */
export function reportBrowser(results: readonly BrowserResult[]): string {
  const visits = results.flatMap(({ workspaces, ours, official }) => [
    visitRow(workspaces, "ours", ours),
    ...(official ? [visitRow(workspaces, "official", official)] : []),
  ]);
  const head = [
    "workspaces",
    "site",
    "kB",
    "requests",
    "first card ms",
    "blocking ms",
    "longest ms",
    "heap MB",
    "typing ms",
    "worst ms",
    "heap after MB",
    "exception",
  ];
  const compared = results.flatMap(({ workspaces, ours, official }): Row[] => {
    const target = targets[workspaces];
    const typing: Row = [
      workspaces,
      "typing to results, ms",
      ours.typing?.toFixed(0) ?? null,
      workspaces === 5000 ? "≤ 100" : null,
    ];
    if (!official) return [typing];
    return [
      ratio(workspaces, "bytes before scrolling", ours.bytes, official.bytes, target?.bytes, 4),
      ratio(workspaces, "first card", ours.firstCard, official.firstCard, target?.firstCard),
      ratio(workspaces, "blocking", ours.blocking, official.blocking, undefined),
      ratio(workspaces, "heap", ours.heap, official.heap, undefined),
      ratio(workspaces, "typing to results", ours.typing, official.typing, undefined),
      typing,
    ];
  });
  return `Home page and search, on a processor slowed down four times\n${table(head, visits)}\n\nRatios, ours to official\n${table(["workspaces", "what", "ratio", "target"], compared)}\n`;
}

function visitRow(
  workspaces: number,
  site: string,
  {
    bytes,
    requests,
    firstCard,
    blocking,
    longestTask,
    heap,
    typing,
    typingWorst,
    heapAfterSearch,
    exception,
  }: Visit,
): Row {
  return [
    workspaces,
    site,
    (bytes / 1000).toFixed(0),
    requests,
    firstCard.toFixed(0),
    blocking.toFixed(0),
    longestTask.toFixed(0),
    mega(heap),
    typing?.toFixed(0) ?? "fails",
    typingWorst?.toFixed(0) ?? "fails",
    mega(heapAfterSearch),
    exception,
  ];
}

/** What an author waits for, as a table for people. */
export function reportDev(results: readonly DevResult[]): string {
  const rows = results.map(({ workspaces, start, list, page, home, slowest }) => [
    workspaces,
    ...[start, list, page, home, slowest].map((seconds) => seconds.toFixed(2)),
    "< 1",
  ]);
  return `npm run dev: seconds from a save until it shows\n${table(["workspaces", "start of the server", "list.json", "the workspace's page", "home page", "slowest", "target"], rows)}\n`;
}

function ratio(
  workspaces: number,
  what: string,
  mine: number | null,
  theirs: number | null,
  target: number | undefined,
  digits = 2,
): Row {
  return [
    workspaces,
    what,
    mine === null || theirs === null ? null : (mine / theirs).toFixed(digits),
    target === undefined ? null : `≤ ${target}`,
  ];
}

/** Rows in columns, numbers to the right. */
export function table(head: readonly string[], rows: readonly Row[]): string {
  const all = [head, ...rows.map((row) => head.map((_, column) => String(row[column] ?? "")))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          /^[\d.]+$/.test(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);
