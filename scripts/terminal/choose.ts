import { cli } from "../../src/strings/commands.ts";
import { parseExampleMarks, dropUneditedExamples } from "../../src/registry/read/examples.ts";
import type { Content } from "../../src/registry/read/content.ts";
import type { WorkspaceSource } from "../../src/registry/model/types.ts";
import { UsageError } from "./cli.ts";

/** The option that narrows a command to some workspaces. */
export const onlyOption = {
  only: {
    type: "string",
    multiple: true,
    value: "FOLDER",
    get help() {
      return cli.only;
    },
  },
} as const;

/**
 * The workspaces that --only names; without it all, but for examples that step aside: edited, they would count as the registry's own and be
 * published. Throws UsageError for a folder that does not exist.
 */
export function chooseSources({ sources, examplesJson }: Content, only: unknown): WorkspaceSource[] {
  if (!Array.isArray(only)) return dropUneditedExamples(sources, parseExampleMarks(examplesJson)).kept;
  const names = new Set(sources.map(({ folder }) => folder));
  const wanted = new Set<string>();
  for (const typed of only.map(String)) {
    for (const name of names.has(typed) ? [typed] : typed.split(",").map((part) => part.trim())) {
      if (!names.has(name)) throw new UsageError(cli.unknownFolder(name));
      wanted.add(name);
    }
  }
  return sources.filter(({ folder }) => wanted.has(folder));
}
