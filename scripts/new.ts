import { newWorkspace as words } from "../src/strings/commands.ts";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { convertDocker, type ConvertedWorkspace } from "../src/docker/index.ts";
import { officialFlags } from "../src/registry/model/flags.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { messageOf, quote } from "../src/registry/model/text.ts";
import { dayOf } from "../src/registry/model/day.ts";
import { validateContent } from "../src/registry/check/content.ts";
import { readmeName } from "../src/registry/model/readme-file.ts";
import { readContent } from "../src/registry/read/content.ts";
import { deprecate } from "../src/edit/deprecate.ts";
import type { Answers } from "../src/edit/new/compose-workspace.ts";
import { terminalAsker } from "./terminal/ask.ts";
import {
  contentFolder,
  runCommand,
  shownPath,
  invocationFolder,
  textOption,
  UsageError,
  workspacesOption,
  type ExitCode,
  type Values,
} from "./terminal/cli.ts";
import { visibleLines } from "./terminal/diff.ts";
import { lockIn } from "./terminal/lock-in.ts";
import {
  checkFolder,
  composeFolder,
  existingFolder,
  writeFolder,
  type NewFolder,
} from "./terminal/new-folder.ts";
import { replaceFile } from "./terminal/write-file.ts";
import { collect } from "./terminal/new-answers.ts";
import type { IconAnswer } from "./terminal/new-questions.ts";

await runCommand(
  () => ({
    name: "npm run new",
    summary: words.summary,
    options: {
      ...workspacesOption,
      name: { type: "string", value: "NAME", help: words.name },
      image: { type: "string", value: "IMAGE", help: words.image },
      from: { type: "string", value: "TEXT|FILE", help: words.from },
      service: { type: "string", value: "NAME", help: words.service },
      description: { type: "string", value: "TEXT", help: words.description },
      category: {
        type: "string",
        multiple: true,
        value: "NAME",
        help: words.category,
      },
      arch: { type: "string", multiple: true, value: "ARCH", help: words.arch },
      compat: {
        type: "string",
        multiple: true,
        value: "1.NN.x|1.NN.P",
        help: words.compat,
      },
      size: { type: "string", value: "MB", help: words.size },
      icon: {
        type: "string",
        value: "FILE",
        help: words.icon,
      },
      schema: { type: "string", value: "1.0|1.1", help: words.schema },
      replaces: { type: "string", value: "WORKSPACE", help: words.replaces },
      yes: { type: "boolean", help: words.yes },
    },
  }),
  async (values) => {
    const converted = await convertFrom(values);
    if (typeof converted === "string") return refuse(converted);
    const asker = values["yes"] === true ? null : terminalAsker();
    try {
      const { icon, notes, ...answers } = await collect(values, converted, asker);
      return make(
        contentFolder(values),
        { ...answers, more: converted?.workspace ?? {} },
        icon,
        converted,
        notes,
        textOption(values, "replaces"),
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
    if (textOption(values, "service") !== undefined) throw new UsageError(words.serviceNeedsFrom);
    return null;
  }
  const path = /[\r\n]/.test(from) || from.length > 1000 ? null : resolve(invocationFolder(), from);
  const isFile = path !== null && existsSync(path) && statSync(path).isFile();
  const conversion = await convertDocker(
    isFile ? readFileSync(path, "utf8") : from,
    textOption(values, "service"),
  );
  if (conversion.ok) return conversion;
  const choice = conversion.services.length > 0 ? ` ${words.chooseService}` : "";
  return words.unreadable(conversion.line, conversion.column, conversion.message) + choice;
}

/** Composes, checks and writes the folder. */
function make(
  root: string,
  answers: Omit<Answers, "icon">,
  icon: IconAnswer | null,
  converted: ConvertedWorkspace | null,
  notes: readonly string[],
  replaces: string | undefined,
): ExitCode {
  const made = composeFolder(answers, icon);
  const remarks = [...notes, ...(answers.size === null ? [words.sizeLater] : [])];
  const faults = checkFolder(made, lockIn(root) ?? null);
  const errors = faults.filter((fault) => severityOf(fault) === "error");
  if (errors.length > 0) return refuse(errors.map(messageOf).join("\n"));
  const taken = existingFolder(root, made.folder);
  if (taken !== null) return refuse(words.exists(shownPath(join(root, taken))));
  const old = replaces === undefined ? null : deprecateOld(root, replaces, made.folder);
  if (typeof old === "string") return refuse(old);
  writeFolder(join(root, made.folder), made.files);
  if (old) (existsSync(old.path) ? replaceFile : writeFileSync)(old.path, old.text);
  const changed = old ? `${shownPath(old.path)}\n` : "";
  process.stdout.write(
    visibleLines(changed + summary(root, made, faults.map(messageOf), remarks, converted)),
  );
  return 0;
}

/** The README.md of a workspace with a deprecation in it, which names the one in `folder`; a text says why there is none. */
function deprecateOld(root: string, text: string, folder: string): { path: string; text: string } | string {
  const content = readContent(root);
  const slug = validateContent(content).find(text);
  const source = content.sources.find((each) => each.slug === slug);
  if (!source) return words.noSuchWorkspace(quote(text));
  const name = readmeName(source.files);
  const path = join(root, source.folder, name);
  const retirement = { since: dayOf(Date.now()), because: "", replacedBy: folder };
  const deprecated = deprecate(source.readme ?? "", retirement);
  return deprecated === null ? words.notDeprecated(shownPath(path)) : { path, text: deprecated };
}

function summary(
  root: string,
  made: NewFolder,
  warnings: string[],
  notes: string[],
  converted: ConvertedWorkspace | null,
): string {
  const flags = officialFlags(made.data).map(({ flag, property }) => `${property} (${flag})`);
  const lines = [
    `${shownPath(join(root, made.folder))}: ${made.files.map(({ name }) => name).join(", ")}`,
    ...(converted?.notMapped ?? []).map(
      ({ option, value, reason }) => `  ${words.leftOut(value ? `${option} ${value}` : option, reason)}`,
    ),
    ...[...(converted?.notes ?? []), ...notes].map((note) => `  ${words.note(note)}`),
    ...warnings.map((message) => `  ${words.warning(message)}`),
    ...(flags.length > 0 ? [`  ${words.flagged(flags)}`] : []),
    words.next,
  ];
  return `${lines.join("\n")}\n`;
}

function refuse(reason: string): ExitCode {
  process.stderr.write(`${visibleLines(reason)}\n${words.nothingWritten}\n`);
  return 1;
}
