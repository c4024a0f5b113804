import { cli, doctor as words } from "../src/strings/commands.ts";
import { verify as verifyWords } from "../src/strings/verify.ts";
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
import { parallelFiles } from "../src/tools/verify/compare-files.ts";
import { runCommand, textOption, UsageError, type Values } from "./terminal/cli.ts";
import { folderOf, secondsOption } from "./terminal/site-argument.ts";
import { readVerifyOptions, verifyOptions } from "./terminal/verify-options.ts";

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
      verify: { type: "boolean", help: verifyWords.doctor },
      ...verifyOptions(),
    },
  }),
  async (values, positionals) => {
    const [typed] = positionals;
    if (typed === undefined || positionals.length > 1) throw new UsageError(words.needsAddress);
    const format = textOption(values, "format") ?? "text";
    if (format !== "text" && format !== "json")
      throw new UsageError(cli.unknownValue("format", format, ["text", "json"]));
    const origin = Object.keys(verifyOptions()).find((option) => values[option] !== undefined);
    if (origin !== undefined && !values["verify"]) throw new UsageError(verifyWords.onlyWithVerify(origin));
    const found = await examine((await folderOf(typed)) ?? typed, {
      kasm: versionsOf(values),
      timeout: secondsOption(values) * 1000,
      env: process.env,
      ...(values["verify"] === true && { verify: readVerifyOptions(values), parallel: parallelFiles }),
    });
    process.stdout.write(format === "json" ? reportJson(found) : reportText(found));
    return exitCodeOf(found);
  },
);

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
