import { join } from "node:path";
import { addVersion, type Edited } from "../src/edit/add-version.ts";
import { convertSource } from "../src/edit/convert.ts";
import {
  kasmVersions,
  likelyVersion,
  newestKasm,
  parseVersion,
} from "../src/registry/model/kasm-versions.ts";
import { readContent } from "../src/registry/read/content.ts";
import type { SchemaVersion, WorkspaceSource } from "../src/registry/model/types.ts";
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
import { showDiff, visible } from "./terminal/diff.ts";
import { replaceFile } from "./terminal/write-file.ts";

/** What to do to each workspace. */
interface Plan {
  version: string | undefined;
  from: string | undefined;
  imageTag: string | undefined;
  convert: SchemaVersion | undefined;
  force: boolean;
}

await runCommand(
  {
    name: "npm run add-version",
    summary:
      `Adds a Kasm version to the workspaces, in both shapes, changing nothing else: npm run add-version -- ${newestKasm}\n` +
      "Exit status: 0 done, or nothing to do; 1 some workspace could not be edited.",
    positionals: "[1.NN.x]",
    options: {
      ...workspacesOption,
      ...onlyOption,
      from: {
        type: "string",
        value: "1.NN.x",
        help: "only workspaces that have this version; in the 1.1 shape its entry is copied",
      },
      "image-tag": {
        type: "string",
        value: "TAG",
        help: "the tag of the image in the new entry (1.1 shape)",
      },
      convert: {
        type: "string",
        value: "1.1|1.0",
        help: "move the sources to this shape first; no version is needed then",
      },
      force: { type: "boolean", help: "with --convert 1.0: drop what that shape cannot say" },
      "dry-run": { type: "boolean", help: "show the changes as a diff and write nothing" },
    },
  },
  (values, positionals) => {
    const plan = readPlan(values, positionals);
    const content = readContent(contentFolder(values));
    if (content.problems.some(({ code }) => code === "no-content-folder"))
      throw new UsageError(`There is no folder ${content.root}.`);
    const sources = chooseSources(content, values["only"]).filter(({ bytes }) => bytes !== null);
    if (plan.version && !kasmVersions.some(({ version }) => version === plan.version)) {
      process.stderr.write(
        `${plan.version} is not among the Kasm versions that this template knows; it is added all the same.\n`,
      );
    }
    return editAll(content.root, sources, plan, values["dry-run"] === true);
  },
);

function readPlan(values: Values, positionals: string[]): Plan {
  const convert = textOption(values, "convert");
  if (convert !== undefined && convert !== "1.0" && convert !== "1.1")
    throw new UsageError(`--convert ${convert} is not known. Use 1.1 or 1.0.`);
  if (positionals.length > 1) throw new UsageError(`One version at a time: ${positionals.join(" ")}`);
  const [typed] = positionals;
  if (typed === undefined && convert === undefined)
    throw new UsageError(`Which version? For instance: npm run add-version -- ${newestKasm}`);
  const version = typed === undefined ? undefined : asVersion(typed);
  const from = textOption(values, "from");
  const imageTag = textOption(values, "image-tag");
  if (imageTag !== undefined && !/^\w[\w.-]{0,127}$/.test(imageTag))
    throw new UsageError(`--image-tag ${imageTag} is no tag: letters, digits, dots, dashes and underscores.`);
  if (version === undefined && (from !== undefined || imageTag !== undefined))
    throw new UsageError("--from and --image-tag need a version to add.");
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
  const likely = likelyVersion(typed);
  throw new UsageError(
    `${typed} is no Kasm version. ${likely ? `Write ${likely}.` : `Write it like ${newestKasm}.`}`,
  );
}

function editAll(root: string, sources: readonly WorkspaceSource[], plan: Plan, dryRun: boolean): ExitCode {
  let changed = 0;
  let failed = 0;
  for (const { folder, bytes } of sources) {
    const before = new TextDecoder().decode(bytes!);
    const edited = edit(bytes!, plan);
    const fault =
      "fault" in edited
        ? edited.fault
        : edited.text === before || dryRun
          ? null
          : write(join(root, folder, "workspace.json"), edited.text);
    if (fault !== null || "fault" in edited) {
      failed++;
      process.stderr.write(visible(`${folder} ${fault}.`) + "\n");
      continue;
    }
    if (edited.text !== before) changed++;
    process.stdout.write(visible(`${folder} ${edited.note}.`) + "\n");
    if (dryRun) process.stdout.write(showDiff(`${folder}/workspace.json`, before, edited.text, useColor()));
  }
  const verb = dryRun ? "would change" : "changed";
  process.stdout.write(
    `${changed} of ${sources.length} ${sources.length === 1 ? "workspace" : "workspaces"} ${verb}${failed > 0 ? `, ${failed} could not be edited` : ""}.\n`,
  );
  return failed > 0 ? 1 : 0;
}

/** First the shape, then the version; both notes. */
function edit(bytes: Uint8Array, plan: Plan): Edited {
  const converted = plan.convert === undefined ? null : convertSource(bytes, plan.convert, plan.force);
  if (converted && "fault" in converted) return converted;
  if (plan.version === undefined) return converted!;
  const added = addVersion(converted?.text ?? bytes, plan.version, plan);
  return "fault" in added || !converted
    ? added
    : { text: added.text, note: `${converted.note}, and ${added.note}` };
}

/** Null, or why the file could not be written. */
function write(path: string, text: string): string | null {
  try {
    replaceFile(path, text);
    return null;
  } catch (error) {
    return `could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}
