import { cli, fix as words } from "../src/strings/commands.ts";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { fixText, fixWorkspace, type Fixed } from "../src/edit/fix/index.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { readImageLock } from "../src/registry/model/image-lock.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { readContent, type Content } from "../src/registry/read/content.ts";
import { chooseSources, onlyOption } from "./terminal/choose.ts";
import {
  contentFolder,
  loadOptions,
  runCommand,
  UsageError,
  useColor,
  workspacesOption,
  type Values,
} from "./terminal/cli.ts";
import { showDiff, visibleWithTabs } from "./terminal/diff.ts";
import { replaceFile } from "./terminal/write-file.ts";

/** A file and what becomes of it. */
interface Job {
  /** Absolute path of the folder and of the JSON file in it. */
  folder: string;
  path: string;
  /** As shown: `Firefox/workspace.json`. */
  name: string;
  fixed: Fixed;
}

await runCommand(
  () => ({
    name: "npm run fix",
    summary: words.summary,
    options: {
      ...workspacesOption,
      ...onlyOption,
      write: { type: "boolean", help: words.write },
    },
  }),
  (values) => {
    const content = readContent(contentFolder(values));
    if (content.problems.some(({ code }) => code === "no-content-folder"))
      throw new UsageError(cli.noContentFolder(content.root));
    const jobs = findJobs(content, values["only"]);
    for (const job of jobs) process.stdout.write(report(job));
    const failed = values["write"] === true ? jobs.filter((job) => !write(job)) : [];
    const count = jobs.reduce((sum, { fixed }) => sum + fixed.repairs.length, 0);
    const left = count === 0 ? countErrors(values) : 0;
    process.stdout.write(
      `${left > 0 ? words.errorsLeft(left) : summary(count, jobs.length, values["write"] === true, failed.length)}\n`,
    );
    return count > 0 && (values["write"] !== true || failed.length > 0) ? 1 : 0;
  },
);

/** Errors of the registry as it is on the disk. */
function countErrors(values: Values): number {
  return loadRegistry(loadOptions(values)).problems.filter((problem) => severityOf(problem) === "error")
    .length;
}

/** The files with something to repair, registry.json among them unless --only is there. */
function findJobs(content: Content, only: unknown): Job[] {
  const { root, registryJson, imagesJson } = content;
  const images = imagesJson === null ? null : readImageLock(imagesJson);
  const jobs = chooseSources(content, only).flatMap(({ folder, bytes, files }): Job[] =>
    bytes
      ? [
          {
            folder: join(root, folder),
            path: join(root, folder, "workspace.json"),
            name: `${folder}/workspace.json`,
            fixed: fixWorkspace(bytes, files, images),
          },
        ]
      : [],
  );
  if (registryJson && only === undefined) {
    jobs.unshift({
      folder: root,
      path: join(root, "registry.json"),
      name: "registry.json",
      fixed: fixText(registryJson),
    });
  }
  return jobs.filter(({ fixed }) => fixed.repairs.length > 0);
}

function report({ name, fixed }: Job): string {
  const repairs = fixed.repairs.map(({ message }) => `  ${visibleWithTabs(message)}\n`).join("");
  return `${visibleWithTabs(name)}\n${repairs}${showDiff(name, fixed.before ?? "", fixed.after ?? "", useColor())}`;
}

/** Renames icons, then replaces the file; what was renamed goes back when that fails. False, with the reason shown, where it failed. */
function write({ folder, path, name, fixed }: Job): boolean {
  const done: typeof fixed.renames = [];
  try {
    for (const rename of fixed.renames) {
      if (existsSync(join(folder, rename.to))) throw new Error(words.exists(rename.to));
      renameSync(join(folder, rename.from), join(folder, rename.to));
      done.push(rename);
    }
    if (fixed.after !== null) replaceFile(path, fixed.after);
    return true;
  } catch (error) {
    for (const { from, to } of done.reverse()) renameSync(join(folder, to), join(folder, from));
    process.stderr.write(
      `${visibleWithTabs(name)} ${cli.notWritten(error instanceof Error ? error.message : String(error))}\n`,
    );
    return false;
  }
}

function summary(repairs: number, files: number, written: boolean, failed: number): string {
  if (repairs === 0) return words.nothing;
  if (!written) return words.waiting(repairs, files);
  return failed > 0 ? words.failed(repairs, files, failed) : words.written(repairs, files);
}
