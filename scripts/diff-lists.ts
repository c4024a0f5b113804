import { cli, diffLists as words } from "../src/strings/commands.ts";
import { resolve } from "node:path";
import { diffLists } from "../src/tools/list-diff/list-diff.ts";
import { diffMarkdown } from "../src/tools/list-diff/report-markdown.ts";
import { loadRegistry } from "../src/registry/load.ts";
import {
  loadOptions,
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
      site: { type: "string", value: "URL", help: cli.site },
    },
  }),
  (values) => {
    const base = textOption(values, "base");
    if (!base) throw new UsageError(words.needsBase);
    const after = loadOptions(values);
    const before = { ...after, root: resolve(invocationFolder(), base) };
    process.stdout.write(diffMarkdown(diffLists(loadRegistry(before), loadRegistry(after))));
    return 0;
  },
);
