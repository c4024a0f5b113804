import { loadRegistry, readGit, type LoadOptions } from "../registry/load.ts";
import { readContent, type FolderContent } from "../registry/read/content.ts";
import type { Registry } from "../registry/model/types.ts";

/**
 * A function that reads a registry again and again. After the first time it reads only the folders that it is told have changed; what is
 * left is worked out once. The result is that of loadRegistry, but for what git says, which is asked the first time only.
 */
export function registryReader(options: LoadOptions): (changed: readonly string[]) => Registry {
  const git = readGit(options);
  let folders = new Map<string, FolderContent>();
  return (changed) => {
    for (const name of changed) folders.delete(name);
    const content = readContent(options.root, folders);
    folders = content.folders;
    return loadRegistry(options, content, git);
  };
}
