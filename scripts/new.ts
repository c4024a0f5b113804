import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { convertDocker, nameFromImage, type ConvertedWorkspace } from "../src/docker/index.ts";
import { officialFlags } from "../src/registry/model/flags.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { messageOf } from "../src/registry/model/text.ts";
import type { Answers } from "../src/edit/new/compose-workspace.ts";
import { answer, terminalAsker, type Asker, type Question } from "./terminal/ask.ts";
import {
  contentFolder,
  runCommand,
  shownPath,
  startFolder,
  textOption,
  UsageError,
  workspacesOption,
  type ExitCode,
  type Values,
} from "./terminal/cli.ts";
import { visible } from "./terminal/diff.ts";
import {
  checkFolder,
  composeFolder,
  existingFolder,
  writeFolder,
  type NewFolder,
} from "./terminal/new-folder.ts";
import * as questions from "./terminal/new-questions.ts";

await runCommand(
  {
    name: "npm run new",
    summary:
      "Makes a workspace folder that passes the check. Asks for what is missing on a terminal; elsewhere all is given by options.\n" +
      "Exit status: 0 made; 1 not made, because it exists already or --from cannot be read; 2 wrong usage, or something is missing.",
    options: {
      ...workspacesOption,
      name: { type: "string", value: "NAME", help: "the name people see; the folder is named after it" },
      image: { type: "string", value: "IMAGE", help: "the docker image with its tag" },
      from: { type: "string", value: "TEXT|FILE", help: 'a "docker run …" command, or a compose file' },
      service: { type: "string", value: "NAME", help: "with --from: which service of the compose file" },
      description: { type: "string", value: "TEXT", help: "a sentence or two" },
      category: {
        type: "string",
        multiple: true,
        value: "NAME",
        help: "repeat it, or separate several by commas",
      },
      arch: { type: "string", multiple: true, value: "ARCH", help: "amd64, arm64, or both" },
      compat: {
        type: "string",
        multiple: true,
        value: "1.NN.x",
        help: "Kasm versions (default: the newest)",
      },
      size: { type: "string", value: "MB", help: "size of the pulled image in megabytes" },
      icon: {
        type: "string",
        value: "FILE",
        help: "a picture (default: the initials of the name are drawn)",
      },
      schema: { type: "string", value: "1.0|1.1", help: "the shape of workspace.json (default: 1.1)" },
      yes: { type: "boolean", help: "take the defaults instead of asking" },
    },
  },
  async (values) => {
    const schema = textOption(values, "schema") ?? "1.1";
    if (schema !== "1.0" && schema !== "1.1")
      throw new UsageError(`--schema ${schema} is not known. Use 1.1 or 1.0.`);
    const converted = await convertFrom(values);
    if (typeof converted === "string") return refuse(converted);
    const asker = values["yes"] === true ? null : terminalAsker();
    try {
      const { icon, ...answers } = await collect(values, converted, asker);
      return make(
        contentFolder(values),
        { ...answers, schema, more: converted?.workspace ?? {} },
        icon,
        converted,
      );
    } finally {
      asker?.close();
    }
  },
);

/** The workspace that --from describes; null without --from; a text says why it cannot be read. */
async function convertFrom(values: Values): Promise<ConvertedWorkspace | null | string> {
  const from = textOption(values, "from");
  if (from === undefined) {
    if (textOption(values, "service") !== undefined)
      throw new UsageError("--service needs --from with a compose file.");
    return null;
  }
  const path = /[\r\n]/.test(from) || from.length > 1000 ? null : resolve(startFolder(), from);
  const isFile = path !== null && existsSync(path) && statSync(path).isFile();
  const conversion = await convertDocker(
    isFile ? readFileSync(path, "utf8") : from,
    textOption(values, "service"),
  );
  if (conversion.ok) return conversion;
  const choice = conversion.services.length > 0 ? " Use --service NAME." : "";
  return `--from, line ${conversion.line}, column ${conversion.column}: ${conversion.message}${choice}`;
}

/** All answers, in the order in which one leads to the next. Throws UsageError naming every missing option. */
async function collect(
  values: Values,
  converted: ConvertedWorkspace | null,
  asker: Asker | null,
): Promise<Omit<Answers, "schema" | "more" | "icon"> & { icon: questions.IconFile | null }> {
  const missing: string[] = [];
  const get = <T>(question: Question<T>, known?: string): Promise<T | null> =>
    answer(question, listOption(values, question.option) ?? known, values["yes"] === true, asker, missing);
  const convertedImage = converted?.workspace["name"];
  const image = await get(
    questions.imageQuestion(),
    typeof convertedImage === "string" ? convertedImage : undefined,
  );
  const name = await get(questions.nameQuestion(nameFromImage(image ?? "")));
  const description = await get(questions.descriptionQuestion(name ?? ""));
  const categories = await get(questions.categoryQuestion());
  const convertedArchitectures = converted?.workspace["architecture"];
  const architectures = await get(
    questions.architectureQuestion(
      Array.isArray(convertedArchitectures) ? convertedArchitectures.map(String) : [],
    ),
  );
  const versions = await get(questions.versionQuestion());
  const size = await get(questions.sizeQuestion());
  // A drawn icon is always there to fall back on: without a person, its option is never missing.
  const iconQuestion = questions.iconQuestion((typed) => resolve(startFolder(), typed));
  const icon = await get(iconQuestion, asker ? undefined : "");
  if (missing.length > 0) {
    const list = missing.join(", ");
    if (values["yes"] === true) throw new UsageError(`These have no default: ${list}.`);
    throw new UsageError(
      `There is no terminal to ask on, so these options are needed: ${list}. Or take the defaults with --yes.`,
    );
  }
  return {
    image: image!,
    name: name!,
    description: description!,
    categories: categories!,
    architectures: architectures!,
    versions: versions!,
    size: size!,
    icon,
  };
}

/** The text of an option; a repeated one is joined by commas. */
function listOption(values: Values, name: string): string | undefined {
  const value = values[name];
  return Array.isArray(value) ? value.join(",") : textOption(values, name);
}

/** Composes, checks and writes the folder. */
function make(
  root: string,
  answers: Omit<Answers, "icon">,
  icon: questions.IconFile | null,
  converted: ConvertedWorkspace | null,
): ExitCode {
  const made = composeFolder(answers, icon);
  const faults = checkFolder(made);
  const errors = faults.filter((fault) => severityOf(fault) === "error");
  if (errors.length > 0) return refuse(errors.map(messageOf).join("\n"));
  const taken = existingFolder(root, made.folder);
  if (taken !== null)
    return refuse(
      `${shownPath(join(root, taken))} is there already. Choose another --name, or edit that workspace.`,
    );
  writeFolder(join(root, made.folder), made.files);
  process.stdout.write(visibleLines(summary(root, made, faults.map(messageOf), converted)));
  return 0;
}

function summary(
  root: string,
  made: NewFolder,
  warnings: string[],
  converted: ConvertedWorkspace | null,
): string {
  const flags = officialFlags(made.data).map(({ flag, property }) => `${property} (${flag})`);
  const lines = [
    `${shownPath(join(root, made.folder))}: ${made.files.map(({ name }) => name).join(", ")}`,
    ...(converted?.notMapped ?? []).map(
      ({ option, value, reason }) => `  left out: ${value ? `${option} ${value}` : option}. ${reason}`,
    ),
    ...(converted?.notes ?? []).map((note) => `  note: ${note}`),
    ...warnings.map((message) => `  warning: ${message}`),
    ...(flags.length > 0 ? [`  Kasm will flag: ${flags.join(", ")}`] : []),
    "npm run check looks at everything; npm run dev shows it.",
  ];
  return `${lines.join("\n")}\n`;
}

function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

function refuse(words: string): ExitCode {
  process.stderr.write(`${visibleLines(words)}\nNothing was written.\n`);
  return 1;
}
