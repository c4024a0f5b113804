import { cli as words } from "../../src/strings/commands.ts";
import { serving } from "../../src/strings/publish.ts";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { join, relative, resolve, sep } from "node:path";
import { normalizeAddress } from "../../src/registry/model/address.ts";
import type { LoadOptions } from "../../src/registry/load.ts";
import { gatherLoadOptions, siteUrlFault } from "../../src/publish/load-options.ts";
import { useLanguageOf } from "../../src/registry/read/language.ts";
import { visibleLines } from "./diff.ts";

/** 0 all well, 1 the input has errors, 2 the command was used wrongly. */
export type ExitCode = 0 | 1 | 2;

type Options = Record<string, ParseArgsOptionsConfig[string] & { value?: string; help: string }>;

/** Data for `--help` and parseArgs. `value` names what an option takes: `--out DIR`. */
export interface CommandUsage {
  /** As typed: "npm run check". */
  name: string;
  summary: string;
  /** Positional arguments as shown in the usage line; none are taken when left out. */
  positionals?: string;
  options: Options;
}

export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** Wrong use of a command: the message is shown, with a pointer to --help, and the exit status is 2. */
export class UsageError extends Error {}

/** The folder of this repository: commands work from wherever they are started. */
export const projectRoot = resolve(import.meta.dirname, "..", "..");

export const workspacesOption = {
  workspaces: {
    type: "string",
    value: "DIR",
    get help() {
      return words.workspaces;
    },
  },
} as const satisfies Options;

/**
 * Parses the arguments, answers --help, runs the command and exits with its status. Never shows a stack trace. `describe` is called when the
 * language of the registry is known.
 */
export async function runCommand(
  describe: () => CommandUsage,
  main: (values: Values, positionals: string[]) => Promise<ExitCode> | ExitCode,
): Promise<void> {
  useLanguageOf(contentFolder(workspacesArgument()));
  const command = describe();
  let written = true;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of the output may have closed it: `npm run check | head`.
    if (error.code === "EPIPE") return;
    if (written)
      process.stderr.write(
        `${words.stopped(command.name, words.outputFailed(error.code ?? error.message))}\n`,
      );
    written = false;
    process.exitCode = 1;
  });
  const code = await execute(command, main);
  process.exitCode = written ? code : 1;
}

/** The content folder as typed, found before the other arguments: even a complaint about those is in the language of the registry. */
function workspacesArgument(): Values {
  const { values } = parseArgs({ options: { workspaces: { type: "string" } }, strict: false });
  const { workspaces } = values;
  return typeof workspaces === "string" && workspaces !== "" ? { workspaces } : {};
}

async function execute(
  command: CommandUsage,
  main: (values: Values, positionals: string[]) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> {
  try {
    const { values, positionals } = parseArgs({
      options: { ...toParseOptions(command.options), help: { type: "boolean", short: "h" } },
      allowPositionals: command.positionals !== undefined,
    });
    if (values.help) {
      process.stdout.write(helpText(command));
      return 0;
    }
    return await Promise.race([main(values as Values, positionals), stall()]);
  } catch (error) {
    const usage =
      error instanceof UsageError ||
      String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
    const message = visibleLines(error instanceof Error ? error.message : String(error));
    const isStray =
      (error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL" &&
      process.env["npm_command"] === "run-script";
    process.stderr.write(
      usage
        ? `${message}${isStray ? `\n${words.npmOptions(command.name)}` : ""}\n${words.seeHelp(command.name)}\n`
        : `${words.stopped(command.name, message)}\n`,
    );
    if (process.env["DEBUG"]) console.error(error);
    return usage ? 2 : 1;
  }
}

/** Rejects when nothing is left that could end the command, as when a helper process died: Node would end with status 13 and no word. */
function stall(): Promise<never> {
  return new Promise((_, reject) => process.once("beforeExit", () => reject(new Error(words.processGone))));
}

function toParseOptions(options: Options): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value: _, help: __, ...rest }]) => [name, rest]),
  );
}

function helpText({ name, summary, positionals, options }: CommandUsage): string {
  const rows = [...Object.entries(options), ["help", { help: words.help }] as const].map(
    ([option, { value, help }]: readonly [string, { value?: string; help: string }]) =>
      [`  --${option}${value ? ` ${value}` : ""}`, help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return `${summary}\n\n${words.usage(name, positionals ? ` ${positionals}` : "")}\n\n${rows.map(([left, right]) => left.padEnd(width) + right).join("\n")}\n`;
}

/** An option's single text, or undefined. */
export function textOption(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** An option's whole number, or null. Throws where it is none, or less than `least`. */
export function numberOption(values: Values, name: string, least = 1): number | null {
  const text = textOption(values, name);
  if (text === undefined) return null;
  const number = Number(text);
  if (text.trim() === "" || !Number.isInteger(number) || number < least || number >= 2 ** 31)
    throw new UsageError(words.notNumber(name, text));
  return number;
}

/** The port named by --port, or the usual one; 0 lets the system choose. */
export function portOption(values: Values): number {
  const text = textOption(values, "port") ?? "4321";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(serving.noPort(text));
  return port;
}

/** The content folder named by --workspaces, or the repository's own. Relative to where the command was started. */
export function contentFolder(values: Values): string {
  const typed = textOption(values, "workspaces");
  if (typed === "") throw new UsageError(words.needsFolder("workspaces"));
  return typed === undefined ? join(projectRoot, "workspaces") : resolve(invocationFolder(), typed);
}

/** The folder npm was called from: npm runs scripts in the repository's root and sets INIT_CWD to that folder. */
export function invocationFolder(): string {
  return process.env["INIT_CWD"] ?? process.cwd();
}

/** A path as the person would type it. */
export function shownPath(path: string): string {
  const short = relative(invocationFolder(), path);
  return short === "" ? "." : short.startsWith(`..${sep}..${sep}..`) ? path : short;
}

/** Colours only on a terminal, and never against NO_COLOR (no-color.org). */
export function useColor(): boolean {
  return process.stdout.isTTY === true && !process.env["NO_COLOR"];
}

/** Everything that reading a registry depends on, gathered from the command line, the environment and public/. */
export function loadOptions(values: Values, publicFolder?: string): LoadOptions {
  return gatherLoadOptions(projectRoot, {
    root: contentFolder(values),
    site: siteOption(values),
    ...(publicFolder !== undefined && { publicFolder }),
  });
}

function siteOption(values: Values): string | undefined {
  const site = textOption(values, "site");
  const isAddress = (text: string): boolean =>
    /^https?:\/\//i.test(text.trim()) && normalizeAddress(text) !== null;
  if (site !== undefined && !isAddress(site)) throw new UsageError(words.badSite(site));
  const fault = site === undefined ? siteUrlFault() : null;
  if (fault) throw new UsageError(fault);
  return site;
}
