import { cli, importCommand as words } from "../src/strings/commands.ts";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isGitAddress } from "../src/tools/clone.ts";
import { importRegistry, publicFolderFor } from "../src/tools/import/import-registry.ts";
import { reportImport } from "../src/tools/import/report.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { reportText } from "../src/report/text.ts";
import {
  loadOptions,
  projectRoot,
  runCommand,
  shownPath,
  invocationFolder,
  textOption,
  UsageError,
} from "./terminal/cli.ts";
import { visibleLines } from "./terminal/diff.ts";

await runCommand(
  () => ({
    name: "npm run import",
    summary: words.summary,
    positionals: "SOURCE",
    options: {
      to: {
        type: "string",
        value: "DIR",
        help: words.to,
      },
      public: {
        type: "string",
        value: "DIR",
        help: words.public,
      },
      "merge-versions": {
        type: "boolean",
        help: words.mergeVersions,
      },
      site: {
        type: "string",
        value: "URL",
        help: words.site,
      },
    },
  }),
  (values, positionals) => {
    const [source] = positionals;
    if (source === undefined || positionals.length > 1) throw new UsageError(words.needsSource);
    if (values["to"] === "") throw new UsageError(cli.needsFolder("to"));
    const to = resolve(invocationFolder(), textOption(values, "to") ?? join(projectRoot, "workspaces"));
    const from = isGitAddress(source) ? source : resolve(invocationFolder(), source);
    if (!isGitAddress(source) && (from === to || from === projectRoot)) throw new UsageError(words.itself);
    const named = textOption(values, "public");
    const publicFolder = publicFolderFor(
      to,
      projectRoot,
      named === undefined ? undefined : resolve(invocationFolder(), named),
    );
    const report = importRegistry({
      source: from,
      to,
      publicFolder,
      schemaPath: existsSync(join(dirname(to), "schema", "registry.schema.json"))
        ? "../schema/registry.schema.json"
        : null,
      mergeVersions: values["merge-versions"] === true,
    });
    process.stdout.write(visibleLines(`${reportImport(report, source, shownPath(to))}\n${words.check}\n`));
    const registry = loadRegistry(
      loadOptions(
        { workspaces: to, ...(values["site"] === undefined ? {} : { site: values["site"] }) },
        publicFolder ?? undefined,
      ),
    );
    process.stdout.write(
      reportText(registry, {
        findings: "none",
        color: Boolean(process.stdout.isTTY) && !process.env["NO_COLOR"],
      }),
    );
    return registry.problems.some((problem) => severityOf(problem) === "error") ? 1 : 0;
  },
);
