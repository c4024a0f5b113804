import { UsageError } from "./cli.ts";

/** The option that narrows a command to some workspaces. */
export const onlyOption = { only: { type: "string", multiple: true, value: "FOLDER", help: "only this workspace folder; repeat it, or separate several by commas" } } as const;

/** The folders that --only names, or all. Throws UsageError for one that does not exist. */
export function chooseFolders<T extends { folder: string }>(all: readonly T[], only: unknown): T[] {
  if (!Array.isArray(only)) return [...all];
  const names = new Set(all.map(({ folder }) => folder));
  const wanted = new Set<string>();
  for (const typed of only.map(String)) {
    for (const name of names.has(typed) ? [typed] : typed.split(",").map((part) => part.trim())) {
      if (!names.has(name)) throw new UsageError(`--only ${name}: there is no workspace folder of that name.`);
      wanted.add(name);
    }
  }
  return all.filter(({ folder }) => wanted.has(folder));
}
