import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { examine, exitCodeOf } from "../src/tools/doctor/examine.ts";
import { reportJson } from "../src/tools/doctor/report/json.ts";
import { reportText } from "../src/tools/doctor/report/text.ts";
import { kasmVersions, likelyVersion } from "../src/registry/model/kasm-versions.ts";
import { runCommand, startFolder, textOption, UsageError, type Values } from "./terminal/cli.ts";

await runCommand(
  {
    name: "npm run doctor",
    summary:
      "Does what a Kasm server does with a registry's address, and says what its admin would see and why. Changes nothing.",
    positionals: "ADDRESS-OR-FOLDER",
    options: {
      kasm: {
        type: "string",
        multiple: true,
        value: "VERSION",
        help: `Kasm versions, for instance 1.18 or 1.17,1.18 (default: ${kasmVersions[0]!.version} to ${kasmVersions.at(-1)!.version})`,
      },
      format: { type: "string", value: "FORMAT", help: "text (default) or json" },
      timeout: { type: "string", value: "SECONDS", help: "for each file, redirects included (default: 10)" },
    },
  },
  async (values, positionals) => {
    const [typed] = positionals;
    if (typed === undefined || positionals.length > 1)
      throw new UsageError(
        "Give one address or one folder, for instance: npm run doctor -- https://example.github.io/kasm-registry/",
      );
    const format = textOption(values, "format") ?? "text";
    if (format !== "text" && format !== "json")
      throw new UsageError(`--format ${format} is not known. Use one of: text, json.`);
    const found = await examine(await asFolder(typed), {
      kasm: versionsOf(values),
      timeout: secondsOf(values) * 1000,
      env: process.env,
    });
    process.stdout.write(format === "json" ? reportJson(found) : reportText(found));
    return exitCodeOf(found);
  },
);

/** A folder is meant from where the person stands, not from the root of the repository. */
async function asFolder(typed: string): Promise<string> {
  const path = resolve(startFolder(), typed);
  return (await stat(path).catch(() => null))?.isDirectory() ? path : typed;
}

function versionsOf(values: Values): string[] {
  const words = ((values["kasm"] as string[] | undefined) ?? [])
    .flatMap((word) => word.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return [
    ...new Set(
      words.map((word) => {
        const version = likelyVersion(word);
        if (version === null)
          throw new UsageError(
            `--kasm ${word} is no Kasm version. Write it as in "About" in Kasm, for instance 1.18.`,
          );
        return version;
      }),
    ),
  ];
}

function secondsOf(values: Values): number {
  const text = textOption(values, "timeout") ?? "10";
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError(`--timeout ${text} is not possible. Give seconds, more than 0 and at most 600.`);
  return seconds;
}
