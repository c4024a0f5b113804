import { resolve } from "node:path";
import { bench, type Figures, type SizeResult } from "../../tests/perf/bench.ts";
import { runCommand, invocationFolder, textOption, UsageError, type Values } from "../terminal/cli.ts";
import { progressLine } from "../terminal/progress.ts";

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
const rows: readonly (readonly [what: string, key: keyof Figures, show: (value: number) => string])[] = [
  ["npm ci", "install", seconds],
  ["build, cold", "cold", seconds],
  ["build, warm", "warm", seconds],
  ["doctor", "doctor", seconds],
  ["whole job", "job", seconds],
  ["peak memory", "memory", (value) => `${value.toFixed(0)} MB`],
  ["home page", "home", kilobytes],
  ["workspace page", "workspacePage", kilobytes],
];

await runCommand(
  () => ({
    name: "npm run bench",
    summary:
      "Measures builds of generated registries that resemble real ones: cold (nothing cached) and warm (one workspace changed).\n" +
      "With a checkout of the official template, measures the whole job of both in turn, from npm ci to a site that doctor examined, as ratios.",
    options: {
      sizes: { type: "string", value: "N,N", help: "workspaces of the registries (default: 10,71,1000)" },
      runs: {
        type: "string",
        value: "N",
        help: "how often each is timed, after one round that is watched for memory (default: 3); the medians are shown",
      },
      official: { type: "string", value: "DIR", help: "a checkout of the official template" },
      json: { type: "boolean", help: "print one JSON object" },
    },
  }),
  async (values): Promise<0> => {
    const line = progressLine();
    const official = textOption(values, "official");
    const results = await bench({
      sizes: numbers(values, "sizes", "10,71,1000"),
      runs: numbers(values, "runs", "3")[0] ?? 3,
      official: official === undefined ? null : resolve(invocationFolder(), official),
      progress: (text) => line.show(text),
    });
    line.clear();
    process.stdout.write(values["json"] === true ? `${JSON.stringify(results, null, 2)}\n` : report(results));
    return 0;
  },
);

function report(results: readonly SizeResult[]): string {
  const cells = results.flatMap(({ workspaces, ours, official }) =>
    rows
      .filter(([, key]) => ours[key] !== null)
      .map(([what, key, show]) => {
        const [mine, theirs] = [ours[key], official?.[key] ?? null];
        return [
          String(workspaces),
          what,
          mine === null ? "" : show(mine),
          theirs === null ? "" : show(theirs),
          mine === null || !theirs ? "" : (mine / theirs).toFixed(2),
        ];
      }),
  );
  const all = [["workspaces", "", "ours", "official", "ratio"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padEnd(widths[1] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
    .concat("\n");
}

function numbers(values: Values, name: string, fallback: string): number[] {
  const list = (textOption(values, name) ?? fallback).split(",").map(Number);
  if (list.some((value) => !Number.isInteger(value) || value < 1))
    throw new UsageError(
      `--${name} ${String(values[name])} is not understood. Write whole numbers from 1, for instance --${name} ${fallback}.`,
    );
  return list;
}
