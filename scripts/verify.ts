import { doctor as doctorWords } from "../src/strings/commands.ts";
import { verify as words } from "../src/strings/verify.ts";
import { normalizeAddress, siteRoot } from "../src/registry/model/address.ts";
import { makeGet } from "../src/tools/doctor/fetch.ts";
import { printable } from "../src/tools/doctor/printable.ts";
import { folderReader, webReader } from "../src/tools/doctor/site-reader.ts";
import { parallelFiles } from "../src/tools/verify/compare-files.ts";
import { verdict } from "../src/tools/verify/verdict.ts";
import { verifySite } from "../src/tools/verify/verify-site.ts";
import { runCommand, UsageError } from "./terminal/cli.ts";
import { folderOf, secondsOption } from "./terminal/site-argument.ts";
import { readVerifyOptions, verifyOptions } from "./terminal/verify-options.ts";

await runCommand(
  () => ({
    name: "npm run verify",
    summary: words.summary,
    positionals: "ADDRESS-OR-FOLDER",
    options: {
      ...verifyOptions(),
      timeout: { type: "string", value: "SECONDS", help: doctorWords.timeout },
    },
  }),
  async (values, positionals) => {
    const [typed] = positionals;
    if (typed === undefined || positionals.length > 1) throw new UsageError(words.needsAddress);
    const options = readVerifyOptions(values);
    const timeout = secondsOption(values) * 1000;
    const folder = await folderOf(typed);
    const address = folder === null ? addressOf(typed) : typed;
    const reader =
      folder === null
        ? webReader(address, makeGet({ timeout, parallel: parallelFiles, env: process.env }))
        : folderReader(folder);
    const found = await verifySite(reader, options, folder);
    process.stdout.write(`${verdict(printable(address, 300), found).join("\n")}\n`);
    return found.faults.length > 0 ? 1 : 0;
  },
);

/** The root of the site, with a slash at its end; also of one of its pages or files. */
function addressOf(typed: string): string {
  const address = /^https?:\/\//i.test(typed) ? normalizeAddress(typed) : null;
  if (address === null) throw new UsageError(words.needsAddress);
  const { root, extra } = siteRoot(new URL(address));
  return extra === "file" || extra === "schema" || extra === "page" ? root : address;
}
