import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { measureBuilds } from "../bench/builds.ts";
import { reportTable } from "../bench/report.ts";
import { runCommand, startFolder, textOption, UsageError, type Values } from "./cli.ts";
import { progressLine } from "./progress.ts";

await runCommand(
  {
    name: "npm run bench",
    summary: "Measures builds of generated registries: cold (nothing kept from before) and warm (one workspace changed). With a checkout of the official template, builds that on the same input in turn and says the ratios.",
    options: {
      sizes: { type: "string", value: "N,N", help: "workspaces of the registries (default: 71,250,1000,2500,5000)" },
      runs: { type: "string", value: "N", help: "how often each is measured; what is said is the median (default: 3)" },
      official: { type: "string", value: "DIR", help: "a checkout of the official template, its dependencies installed" },
      json: { type: "boolean", help: "print one JSON object" },
      out: { type: "string", value: "FILE", help: "write the JSON object to a file as well" },
    },
  },
  async (values): Promise<0> => {
    const line = progressLine();
    const folder = textOption(values, "official");
    const results = await measureBuilds({
      sizes: numbers(values, "sizes", "71,250,1000,2500,5000"),
      runs: numbers(values, "runs", "3")[0]!,
      official: folder === undefined ? null : resolve(startFolder(), folder),
      progress: (text) => line.show(text),
    });
    line.clear();
    const text = `${JSON.stringify(results, null, 2)}\n`;
    const file = textOption(values, "out");
    if (file !== undefined) writeFileSync(resolve(startFolder(), file), text);
    process.stdout.write(values["json"] === true ? text : reportTable(results));
    return 0;
  },
);

function numbers(values: Values, name: string, fallback: string): number[] {
  const list = (textOption(values, name) ?? fallback).split(",").map(Number);
  if (list.some((value) => !Number.isInteger(value) || value < 1)) throw new UsageError(`--${name} ${values[name]} is not understood. Write whole numbers from 1, for instance --${name} ${fallback}.`);
  return list;
}
