import { cli, doctor as words } from "../src/strings/commands.ts";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { examine, exitCodeOf } from "../src/tools/doctor/examine.ts";
import { reportJson } from "../src/tools/doctor/report/json.ts";
import { reportText } from "../src/tools/doctor/report/text.ts";
import {
  kasmServers,
  newestKasm,
  oldestKasm,
  likelyVersion,
  minorVersion,
} from "../src/registry/model/kasm-versions.ts";
import { runCommand, invocationFolder, textOption, UsageError, type Values } from "./terminal/cli.ts";

await runCommand(
  () => ({
    name: "npm run doctor",
    summary: words.summary,
    positionals: "ADDRESS-OR-FOLDER",
    options: {
      kasm: {
        type: "string",
        multiple: true,
        value: "VERSION",
        help: words.kasm(oldestKasm, newestKasm),
      },
      format: { type: "string", value: "FORMAT", help: words.format },
      timeout: { type: "string", value: "SECONDS", help: words.timeout },
    },
  }),
  async (values, positionals) => {
    const [typed] = positionals;
    if (typed === undefined || positionals.length > 1) throw new UsageError(words.needsAddress);
    const format = textOption(values, "format") ?? "text";
    if (format !== "text" && format !== "json")
      throw new UsageError(cli.unknownValue("format", format, ["text", "json"]));
    const found = await examine(await asFolder(typed), {
      kasm: versionsOf(values),
      timeout: secondsOf(values) * 1000,
      env: process.env,
    });
    process.stdout.write(format === "json" ? reportJson(found) : reportText(found));
    return exitCodeOf(found);
  },
);

/** A folder is relative to where npm was called, not to the root of the repository. */
async function asFolder(typed: string): Promise<string> {
  const path = resolve(invocationFolder(), typed);
  return (await stat(path).catch(() => null))?.isDirectory() ? path : typed;
}

function versionsOf(values: Values): string[] {
  const typed = ((values["kasm"] as string[] | undefined) ?? [])
    .flatMap((word) => word.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return [
    ...new Set(
      typed.flatMap((word) => {
        const release = /^v?(\d+\.\d+\.\d+)$/.exec(word)?.[1];
        if (release !== undefined) return [release];
        const version = likelyVersion(word);
        if (version === null) throw new UsageError(words.badVersion(word));
        const known = kasmServers.filter((each) => minorVersion(each) === version);
        return known.length > 0 ? known : [version];
      }),
    ),
  ];
}

function secondsOf(values: Values): number {
  const text = textOption(values, "timeout") ?? "10";
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 600)) throw new UsageError(words.badTimeout(text));
  return seconds;
}
