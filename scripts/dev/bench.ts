import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { measureBrowser } from "../../tests/perf/browser.ts";
import { measureBuilds } from "../../tests/perf/builds.ts";
import { measureDev } from "../../tests/perf/dev.ts";
import { reportBrowser, reportBuilds, reportDev } from "../../tests/perf/report.ts";
import { runCommand, startFolder, textOption, UsageError, type Values } from "../terminal/cli.ts";
import { progressLine } from "../terminal/progress.ts";

await runCommand(
  {
    name: "npm run bench",
    summary:
      "Measures builds of generated registries: cold (nothing kept from before) and warm (one workspace changed). With a checkout of the official template, builds that on the same input in turn and says the ratios.",
    options: {
      sizes: {
        type: "string",
        value: "N,N",
        help: "workspaces of the registries (default: 71,250,1000,2500,5000; --browser: 71,1000,5000; --dev: 1000)",
      },
      runs: {
        type: "string",
        value: "N",
        help: "how often each is timed, after one round that is watched for memory; what is said is the median (default: 3)",
      },
      official: {
        type: "string",
        value: "DIR",
        help: "a checkout of the official template, its dependencies installed",
      },
      browser: {
        type: "boolean",
        help: "measure the home page and its search in a browser instead, on a processor slowed down four times",
      },
      dev: { type: "boolean", help: "measure instead how long a saved file takes to show under npm run dev" },
      json: { type: "boolean", help: "print one JSON object" },
      out: { type: "string", value: "FILE", help: "write the JSON object to a file as well" },
    },
  },
  async (values): Promise<0> => {
    if (values["browser"] && values["dev"])
      throw new UsageError("--browser and --dev are two measurements. Take one.");
    const line = progressLine();
    const { results, table } = await measureWhat(values, (text) => line.show(text));
    line.clear();
    const text = `${JSON.stringify(results, null, 2)}\n`;
    const file = textOption(values, "out");
    if (file !== undefined) writeFileSync(resolve(startFolder(), file), text);
    process.stdout.write(values["json"] === true ? text : table);
    return 0;
  },
);

async function measureWhat(
  values: Values,
  progress: (text: string) => void,
): Promise<{ results: object[]; table: string }> {
  const folder = textOption(values, "official");
  const common = {
    runs: numbers(values, "runs", "3")[0]!,
    official: folder === undefined ? null : resolve(startFolder(), folder),
    progress,
  };
  if (values["dev"]) {
    const results = await measureDev({ ...common, sizes: numbers(values, "sizes", "1000") });
    return { results, table: reportDev(results) };
  }
  if (values["browser"]) {
    const results = await measureBrowser({ ...common, sizes: numbers(values, "sizes", "71,1000,5000") });
    return { results, table: reportBrowser(results) };
  }
  const results = await measureBuilds({
    ...common,
    sizes: numbers(values, "sizes", "71,250,1000,2500,5000"),
  });
  return { results, table: reportBuilds(results) };
}

function numbers(values: Values, name: string, fallback: string): number[] {
  const list = (textOption(values, name) ?? fallback).split(",").map(Number);
  if (list.some((value) => !Number.isInteger(value) || value < 1))
    throw new UsageError(
      `--${name} ${values[name]} is not understood. Write whole numbers from 1, for instance --${name} ${fallback}.`,
    );
  return list;
}
