import { cli } from "../src/strings/commands.ts";
import { build as words } from "../src/strings/publish.ts";
import { changesOf } from "../src/history/index.ts";
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { buildSite, type SiteOptions } from "../src/publish/build.ts";
import { ownCacheFolder } from "../src/publish/cache-folder.ts";
import { addressFault, projectFault } from "../src/publish/load-options.ts";
import { healExchange, refusal } from "../src/publish/out-folder.ts";
import { stopwatch } from "../src/publish/stopwatch.ts";
import { isLocal } from "../src/registry/model/address.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { reportGithub } from "../src/report/github.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { quote, visible } from "../src/registry/model/text.ts";
import { reportText } from "../src/report/text.ts";
import type { Registry } from "../src/registry/model/types.ts";
import {
  loadOptions,
  projectRoot,
  runCommand,
  shownPath,
  invocationFolder,
  textOption,
  UsageError,
  useColor,
  workspacesOption,
  type ExitCode,
  type Values,
} from "./terminal/cli.ts";
import { progressLine } from "./terminal/progress.ts";

await runCommand(
  () => ({
    name: "npm run build",
    summary: words.summary,
    options: {
      ...workspacesOption,
      out: { type: "string", value: "DIR", help: words.out },
      site: { type: "string", value: "URL", help: words.site },
      format: {
        type: "string",
        value: "FORMAT",
        help: words.format,
      },
      "skip-invalid": { type: "boolean", help: words.skipInvalid },
      timings: { type: "boolean", help: words.timings },
      cache: {
        type: "string",
        value: "DIR",
        help: words.cache(ownCacheFolder),
      },
      "no-cache": { type: "boolean", help: words.noCache },
    },
  }),
  checkAndBuild,
);

async function checkAndBuild(values: Values): Promise<ExitCode> {
  const out = outFolder(values);
  const cache = cacheFolder(values);
  const options = loadOptions(values);
  const format = textOption(values, "format") ?? "text";
  if (format !== "text" && format !== "github")
    throw new UsageError(cli.unknownValue("format", format, ["text", "github"]));
  const inputs = [projectRoot, options.root, join(projectRoot, "public"), join(projectRoot, "src")];
  const refused = projectFault(projectRoot) ?? refusal(out, inputs);
  if (refused) throw new UsageError(refused);
  if (healExchange(out)) process.stderr.write(`${words.restored(shownPath(out))}\n`);

  const registry = await stopwatch.time(words.stages.check, () => loadRegistry(options));
  const skip = values["skip-invalid"] === true;
  if (registry.problems.length + registry.aside.length > 0) showProblems(registry, values);
  const unknown = addressFault(registry.identity.url, options);
  if (unknown) throw new UsageError(unknown);
  if (!isBuildable(registry, skip)) return refuse(out, skip && registry.workspaces.length === 0);
  sayLeftOut(registry.invalid);
  const code = await build(registry, { out, cache }, values);
  if (values["timings"])
    for (const [stage, time] of stopwatch.stages)
      process.stderr.write(`${stage.padEnd(16)}${(time / 1000).toFixed(2).padStart(8)} s\n`);
  return code;
}

async function build(
  registry: Registry,
  { out, cache }: Pick<SiteOptions, "out" | "cache">,
  values: Values,
): Promise<ExitCode> {
  const line = progressLine();
  let isNothingLeft = false;
  const acceptRest = (rest: Registry): boolean => {
    line.clear();
    showProblems(rest, values);
    if (values["skip-invalid"] !== true) return false;
    isNothingLeft = rest.workspaces.length === 0;
    if (!isNothingLeft) {
      const folders = new Set(rest.workspaces.map(({ folder }) => folder));
      sayLeftOut(registry.workspaces.flatMap(({ folder }) => (folders.has(folder) ? [] : [folder])));
    }
    return !isNothingLeft;
  };
  const progress: SiteOptions["progress"] = (stage, done, total) =>
    line.show(total ? words.progress({ stage, done: done ?? 0, total }) : `${stage} …`);
  const built = await buildSite(registry, { projectRoot, out, cache, progress, acceptRest })
    .catch((error: unknown) => {
      throw inWords(error, out);
    })
    .finally(() => line.clear());
  if (built === null) return refuse(out, isNothingLeft);
  const { shallow, failure = changesOf(registry).failure } = registry.log;
  if (shallow) process.stdout.write(`${words.incompleteHistory}\n`);
  if (failure !== undefined) process.stdout.write(`${words.unreadHistory(visible(failure))}\n`);
  const { url } = registry.identity;
  process.stdout.write(
    `${words.built({ ...built, out: shownPath(out), address: url, isLocal: isLocal(url) })}\n`,
  );
  return 0;
}

function sayLeftOut(folders: readonly string[]): void {
  if (folders.length > 0) process.stderr.write(`${words.leftOut(folders.map(quote))}\n`);
}

/** Annotations go to standard output, where a workflow reads them. */
function showProblems(registry: Registry, values: Values): void {
  if (textOption(values, "format") === "github")
    process.stdout.write(reportGithub(registry, relative(projectRoot, registry.root).split(sep).join("/")));
  else process.stderr.write(reportText(registry, { findings: "none", color: useColor() }));
}

/** With --skip-invalid, errors inside workspaces are no obstacle as long as one valid workspace is left. */
function isBuildable({ problems, workspaces }: Registry, skip: boolean): boolean {
  const errors = problems.filter((problem) => severityOf(problem) === "error");
  if (errors.length === 0) return true;
  return (
    skip &&
    workspaces.length > 0 &&
    errors.every(({ file, code }) => file !== "" && file !== "registry.json" && code !== "list-invalid")
  );
}

function refuse(out: string, isNothingLeft: boolean): ExitCode {
  if (isNothingLeft) process.stderr.write(`${words.noneLeft}\n`);
  process.stderr.write(`${existsSync(out) ? words.outUnchanged(shownPath(out)) : words.nothingWritten}\n`);
  return 1;
}

function outFolder(values: Values): string {
  const typed = textOption(values, "out");
  if (typed === "") throw new UsageError(cli.needsFolder("out"));
  return typed === undefined ? join(projectRoot, "dist") : resolve(invocationFolder(), typed);
}

function cacheFolder(values: Values): string | null {
  const typed = textOption(values, "cache");
  if (typed === "") throw new UsageError(cli.needsFolder("cache"));
  if (values["no-cache"] === true) return null;
  return typed === undefined ? join(projectRoot, ownCacheFolder) : resolve(invocationFolder(), typed);
}

type DiskError = keyof typeof words.diskErrors;

/** The words for what a disk says; the out folder is untouched in each case. */
function inWords(error: unknown, out: string): Error {
  // How libraries that are not written in JavaScript say it: "No space left on device (os error 28)".
  const systemWords: Partial<Record<DiskError, string>> = {
    ENOSPC: "No space left on device",
    EDQUOT: "Disk quota exceeded",
    EROFS: "Read-only file system",
    EACCES: "Permission denied",
  };
  const said = `${(error as NodeJS.ErrnoException).code ?? ""} ${String(error)}`;
  const code = (Object.keys(words.diskErrors) as DiskError[]).find(
    (name) => new RegExp(`\\b${name}\\b`).test(said) || said.includes(systemWords[name] ?? name),
  );
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  const cache = join(projectRoot, ownCacheFolder);
  // An error while writing says no path. Then it is one of the two places in which a site is built.
  const { path = "" } = error as NodeJS.ErrnoException;
  const places = path.startsWith(cache)
    ? shownPath(cache)
    : path.startsWith(dirname(out))
      ? words.beside(shownPath(out))
      : words.besideOrIn({ out: shownPath(out), cache: shownPath(cache) });
  return new Error(
    words.failed({
      cause: words.diskErrors[code],
      places,
      outcome: existsSync(out) ? words.siteUnchanged : words.nothingWritten,
    }),
  );
}
