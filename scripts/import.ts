import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isGitAddress } from "../src/registry/read/git/run.ts";
import { importRegistry, publicFolderFor } from "../src/tools/import/import-registry.ts";
import { reportImport } from "../src/tools/import/report.ts";
import { loadRegistry } from "../src/registry/load.ts";
import { severityOf } from "../src/registry/model/problem.ts";
import { reportText } from "../src/registry/check/report/text.ts";
import {
  loadOptions,
  projectRoot,
  runCommand,
  shownPath,
  startFolder,
  textOption,
  UsageError,
} from "./terminal/cli.ts";

await runCommand(
  {
    name: "npm run import",
    summary:
      "Moves a registry made with the official template here: workspaces byte for byte, settings mended, old addresses kept alive. Runs nothing of it.",
    positionals: "SOURCE",
    options: {
      to: {
        type: "string",
        value: "DIR",
        help: "the content folder to make (default: workspaces); only an empty one or one with our examples is taken",
      },
      public: {
        type: "string",
        value: "DIR",
        help: "where the registry's picture is copied to (default: public, with the default --to)",
      },
      "merge-versions": {
        type: "boolean",
        help: "with two branches: add the Kasm versions that only the 1.0 branch names to the 1.1 workspaces",
      },
      site: {
        type: "string",
        value: "URL",
        help: "the address of the published site, for the check at the end",
      },
    },
  },
  (values, positionals) => {
    const [source] = positionals;
    if (source === undefined || positionals.length > 1)
      throw new UsageError(
        "Give one folder or git address, for instance: npm run import -- https://github.com/owner/kasm-registry",
      );
    if (values["to"] === "") throw new UsageError("--to needs the name of a folder.");
    const to = resolve(startFolder(), textOption(values, "to") ?? join(projectRoot, "workspaces"));
    const from = isGitAddress(source) ? source : resolve(startFolder(), source);
    if (!isGitAddress(source) && (from === to || from === projectRoot))
      throw new UsageError(
        "SOURCE is this repository itself. Give the folder or the address of the old one.",
      );
    const named = textOption(values, "public");
    const report = importRegistry({
      source: from,
      to,
      publicFolder: publicFolderFor(
        to,
        projectRoot,
        named === undefined ? undefined : resolve(startFolder(), named),
      ),
      schemaPath: existsSync(join(dirname(to), "schema", "registry.schema.json"))
        ? "../schema/registry.schema.json"
        : null,
      mergeVersions: values["merge-versions"] === true,
    });
    process.stdout.write(reportImport(report, source, shownPath(to)) + "\nCheck:\n");
    const registry = loadRegistry(
      loadOptions({ workspaces: to, ...(values["site"] === undefined ? {} : { site: values["site"] }) }),
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
