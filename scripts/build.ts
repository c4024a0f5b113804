import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { buildSite, type SiteOptions } from "../src/publish/build.ts";
import { ownCacheFolder } from "../src/publish/cache-folder.ts";
import { projectFault } from "../src/publish/load-options.ts";
import { healedSentence, healExchange, refusal } from "../src/publish/out-folder.ts";
import { stopwatch } from "../src/publish/stopwatch.ts";
import { isLocal } from "../src/registry/model/address.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { reportGithub } from "../src/registry/check/report/github.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { quote } from "../src/registry/model/text.ts";
import { count, reportText } from "../src/registry/check/report/text.ts";
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
  {
    name: "npm run build",
    summary:
      "Checks the workspaces, then builds the whole site. On any error nothing is written, and what stood in the out folder stays.",
    options: {
      ...workspacesOption,
      out: { type: "string", value: "DIR", help: "the folder that the site takes (default: dist)" },
      site: { type: "string", value: "URL", help: "the address that the site will have" },
      format: {
        type: "string",
        value: "FORMAT",
        help: "how problems are shown: text (default), or github for workflow annotations",
      },
      "skip-invalid": { type: "boolean", help: "leave workspaces with errors out instead of stopping" },
      timings: { type: "boolean", help: "say how long each stage took" },
      cache: {
        type: "string",
        value: "DIR",
        help: `the folder with the icons of earlier builds (default: ${ownCacheFolder})`,
      },
      "no-cache": { type: "boolean", help: "draw every icon again" },
    },
  },
  checkAndBuild,
);

async function checkAndBuild(values: Values): Promise<ExitCode> {
  const out = outFolder(values);
  const cache = cacheFolder(values);
  const options = loadOptions(values);
  const format = textOption(values, "format") ?? "text";
  if (format !== "text" && format !== "github")
    throw new UsageError(`--format ${format} is not known. Use one of: text, github.`);
  const inputs = [projectRoot, options.root, join(projectRoot, "public"), join(projectRoot, "src")];
  const refused = projectFault(projectRoot) ?? refusal(out, inputs);
  if (refused) throw new UsageError(refused);
  if (healExchange(out)) process.stderr.write(`${healedSentence(shownPath(out))}\n`);

  const registry = await stopwatch.time("read and check", () => loadRegistry(options));
  const skip = values["skip-invalid"] === true;
  if (registry.problems.length + registry.aside.length > 0) showProblems(registry, values);
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
    line.show(total ? `${stage}: ${done} of ${total}` : `${stage} …`);
  const built = await buildSite(registry, { projectRoot, out, cache, progress, acceptRest })
    .catch((error: unknown) => {
      throw inWords(error, out);
    })
    .finally(() => line.clear());
  if (built === null) return refuse(out, isNothingLeft);
  if (registry.shallow)
    process.stdout.write(
      "The history of this checkout is incomplete, so the dates of the workspaces are those of its oldest commit. For the real ones: git fetch --unshallow\n",
    );
  process.stdout.write(
    `${count(built.workspaces, "workspace")} and ${count(built.files, "file")} in ${shownPath(out)}, for ${registry.identity.url}${isLocal(registry.identity.url) ? " (this machine alone; --site URL names another address)" : ""}\n`,
  );
  return 0;
}

function sayLeftOut(folders: readonly string[]): void {
  if (folders.length > 0)
    process.stderr.write(`Left out because of errors: ${folders.map(quote).join(", ")}\n`);
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
  if (isNothingLeft) process.stderr.write("Without the invalid workspaces none is left.\n");
  process.stderr.write(
    existsSync(out) ? `Nothing was written; ${shownPath(out)} is as it was.\n` : "Nothing was written.\n",
  );
  return 1;
}

function outFolder(values: Values): string {
  const typed = textOption(values, "out");
  if (typed === "") throw new UsageError("--out needs the name of a folder.");
  return typed === undefined ? join(projectRoot, "dist") : resolve(invocationFolder(), typed);
}

function cacheFolder(values: Values): string | null {
  const typed = textOption(values, "cache");
  if (typed === "") throw new UsageError("--cache needs the name of a folder.");
  if (values["no-cache"] === true) return null;
  return typed === undefined ? join(projectRoot, ownCacheFolder) : resolve(invocationFolder(), typed);
}

/** The words for what a disk says; the out folder is untouched in each case. */
function inWords(error: unknown, out: string): Error {
  const words: Record<string, string> = {
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is full",
    EROFS: "the disk is read-only",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EBUSY: "something uses the folder, or it is the root of a volume, and it cannot be replaced",
  };
  // How libraries that are not written in JavaScript say it: "No space left on device (os error 28)".
  const systemWords: Record<string, string> = {
    ENOSPC: "No space left on device",
    EDQUOT: "Disk quota exceeded",
    EROFS: "Read-only file system",
    EACCES: "Permission denied",
  };
  const said = `${(error as NodeJS.ErrnoException).code ?? ""} ${String(error)}`;
  const code =
    /\b(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EBUSY)\b/.exec(said)?.[0] ??
    Object.keys(systemWords).find((name) => said.includes(systemWords[name]!));
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  const cache = join(projectRoot, ownCacheFolder);
  // An error while writing says no path. Then it is one of the two places in which a site is built.
  const { path = "" } = error as NodeJS.ErrnoException;
  const places = path.startsWith(cache)
    ? shownPath(cache)
    : path.startsWith(dirname(out))
      ? `beside ${shownPath(out)}`
      : `beside ${shownPath(out)} or in ${shownPath(cache)}`;
  return new Error(
    `${words[code]}: ${places}, where the site is built. ${existsSync(out) ? "What stood there is as it was." : "Nothing was written."}`,
  );
}
