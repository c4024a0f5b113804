import { addVersion as words, cli } from "../src/strings/commands.ts";
import { join } from "node:path";
import { addVersion, type Edited } from "../src/edit/add-version.ts";
import { convertSource } from "../src/edit/convert.ts";
import {
  kasmVersions,
  likelyVersion,
  minorVersion,
  newestKasm,
  parseVersion,
} from "../src/registry/model/kasm-versions.ts";
import { readContent } from "../src/registry/read/content.ts";
import type { SchemaVersion } from "../src/registry/model/types.ts";
import { chooseSources, onlyOption } from "./terminal/choose.ts";
import {
  contentFolder,
  runCommand,
  textOption,
  UsageError,
  useColor,
  workspacesOption,
  type ExitCode,
  type Values,
} from "./terminal/cli.ts";
import { showDiff, visibleWithTabs } from "./terminal/diff.ts";
import { replaceFile } from "./terminal/write-file.ts";

/** The edits to make in each workspace. */
interface Plan {
  version: string | undefined;
  from: string | undefined;
  imageTag: string | undefined;
  convert: SchemaVersion | undefined;
  force: boolean;
}

await runCommand(
  () => ({
    name: "npm run add-version",
    summary: words.summary(newestKasm),
    positionals: "[1.NN.x|1.NN.P]",
    options: {
      ...workspacesOption,
      ...onlyOption,
      from: {
        type: "string",
        value: "1.NN.x|1.NN.P",
        help: words.from,
      },
      "image-tag": {
        type: "string",
        value: "TAG",
        help: words.imageTag,
      },
      convert: {
        type: "string",
        value: "1.1|1.0",
        help: words.convert,
      },
      force: { type: "boolean", help: words.force },
      "dry-run": { type: "boolean", help: words.dryRun },
    },
  }),
  (values, positionals) => {
    const plan = readPlan(values, positionals);
    const content = readContent(contentFolder(values));
    if (content.problems.some(({ code }) => code === "no-content-folder"))
      throw new UsageError(cli.noContentFolder(content.root));
    const sources = chooseSources(content, values["only"]).flatMap(({ folder, bytes }) =>
      bytes === null ? [] : [{ folder, bytes }],
    );
    const minor = plan.version && minorVersion(plan.version);
    if (plan.version && !kasmVersions.some(({ version }) => version === minor))
      process.stderr.write(`${words.unknownVersion(plan.version)}\n`);
    return editAll(content.root, sources, plan, values["dry-run"] === true);
  },
);

function readPlan(values: Values, positionals: string[]): Plan {
  const convert = textOption(values, "convert");
  if (convert !== undefined && convert !== "1.0" && convert !== "1.1")
    throw new UsageError(cli.unknownValue("convert", convert, ["1.1", "1.0"]));
  if (positionals.length > 1) throw new UsageError(words.oneVersion(positionals));
  const [typed] = positionals;
  if (typed === undefined && convert === undefined) throw new UsageError(words.needsVersion(newestKasm));
  const version = typed === undefined ? undefined : asVersion(typed);
  const from = textOption(values, "from");
  const imageTag = textOption(values, "image-tag");
  if (imageTag !== undefined && !/^\w[\w.-]{0,127}$/.test(imageTag))
    throw new UsageError(words.badTag(imageTag));
  if (version === undefined && (from !== undefined || imageTag !== undefined))
    throw new UsageError(words.optionsNeedVersion);
  return {
    version,
    from: from === undefined ? undefined : asVersion(from),
    imageTag,
    convert,
    force: values["force"] === true,
  };
}

function asVersion(typed: string): string {
  if (parseVersion(typed)) return typed;
  throw new UsageError(cli.notVersion(typed, likelyVersion(typed), newestKasm));
}

function editAll(
  root: string,
  sources: readonly { folder: string; bytes: Uint8Array }[],
  plan: Plan,
  dryRun: boolean,
): ExitCode {
  let changed = 0;
  let failed = 0;
  for (const { folder, bytes } of sources) {
    const before = new TextDecoder().decode(bytes);
    const edited = edit(bytes, plan);
    const fault =
      "fault" in edited
        ? edited.fault
        : edited.text === before || dryRun
          ? null
          : write(join(root, folder, "workspace.json"), edited.text);
    if (fault !== null || "fault" in edited) {
      failed++;
      process.stderr.write(visibleWithTabs(`${folder} ${fault}.`) + "\n");
      continue;
    }
    if (edited.text !== before) changed++;
    process.stdout.write(visibleWithTabs(`${folder} ${edited.note}.`) + "\n");
    if (dryRun) process.stdout.write(showDiff(`${folder}/workspace.json`, before, edited.text, useColor()));
  }
  process.stdout.write(`${words.result(changed, sources.length, failed, dryRun)}\n`);
  return failed > 0 ? 1 : 0;
}

/** First the schema, then the version; both notes. */
function edit(bytes: Uint8Array, plan: Plan): Edited {
  const converted = plan.convert === undefined ? null : convertSource(bytes, plan.convert, plan.force);
  if (converted && "fault" in converted) return converted;
  // readPlan refuses a plan that neither converts nor adds a version.
  if (plan.version === undefined) return converted!;
  const added = addVersion(converted?.text ?? bytes, plan.version, plan);
  if (!converted || "fault" in added) return added;
  return { text: added.text, note: words.both(converted.note, added.note) };
}

/** Null, or why the file could not be written. */
function write(path: string, text: string): string | null {
  try {
    replaceFile(path, text);
    return null;
  } catch (error) {
    return cli.notWritten(error instanceof Error ? error.message : String(error));
  }
}
