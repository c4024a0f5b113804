import { cli, diffLists as words } from "../src/strings/commands.ts";
import { appendFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { diffLists } from "../src/tools/list-diff/list-diff.ts";
import { findingAnnotations, gateText } from "../src/tools/list-diff/report-findings.ts";
import { diffMarkdown } from "../src/tools/list-diff/report-markdown.ts";
import { loadRegistry } from "../src/registry/load.ts";
import {
  loadOptions,
  projectRoot,
  runCommand,
  invocationFolder,
  textOption,
  UsageError,
  workspacesOption,
} from "./terminal/cli.ts";

await runCommand(
  () => ({
    name: "node scripts/diff-lists.ts",
    summary: words.summary,
    options: {
      ...workspacesOption,
      base: {
        type: "string",
        value: "DIR",
        help: words.base,
      },
      summary: { type: "string", value: "FILE", help: words.summaryFile },
      site: { type: "string", value: "URL", help: cli.site },
    },
  }),
  (values) => {
    const base = textOption(values, "base");
    if (!base) throw new UsageError(words.needsBase);
    const after = loadOptions(values);
    const before = { ...after, root: resolve(invocationFolder(), base) };
    const prefix = relative(projectRoot, after.root).split(sep).join("/");
    const diff = diffLists(loadRegistry(before), loadRegistry(after));
    const markdown = diffMarkdown(diff, prefix);
    const summary = textOption(values, "summary");
    if (summary === undefined) process.stdout.write(markdown);
    else {
      appendFileSync(resolve(invocationFolder(), summary), markdown);
      process.stdout.write(
        findingAnnotations(diff, prefix)
          .map((line) => `${line}\n`)
          .join(""),
      );
    }
    const failure = gateText(diff, prefix);
    if (failure === null) return 0;
    process.stderr.write(failure);
    return 1;
  },
);
