import { resolve } from "node:path";
import { diffLists } from "../src/tools/list-diff/list-diff.ts";
import { diffMarkdown } from "../src/tools/list-diff/report-markdown.ts";
import { loadRegistry } from "../src/registry/load.ts";
import {
  loadOptions,
  runCommand,
  startFolder,
  textOption,
  UsageError,
  workspacesOption,
} from "./terminal/cli.ts";

await runCommand(
  {
    name: "node scripts/diff-lists.ts",
    summary:
      "Says as Markdown what changes in the published lists and flags between two content folders; for the job summary of a pull request.",
    options: {
      ...workspacesOption,
      base: {
        type: "string",
        value: "DIR",
        help: "the content folder to compare with, for instance of the base branch",
      },
      site: { type: "string", value: "URL", help: "the address of the published site" },
    },
  },
  (values) => {
    const base = textOption(values, "base");
    if (!base) throw new UsageError("--base DIR is needed: the content folder to compare with.");
    const after = loadOptions(values);
    const before = { ...after, root: resolve(startFolder(), base) };
    process.stdout.write(diffMarkdown(diffLists(loadRegistry(before), loadRegistry(after))));
    return 0;
  },
);
