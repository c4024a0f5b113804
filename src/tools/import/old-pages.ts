import { oldAddress } from "../../registry/model/old-addresses.ts";
import { schemaOf } from "../../registry/model/releases.ts";
import { foldersOf, workspaceJson } from "./merge.ts";
import type { Tree } from "./tree.ts";

/** Every detail page that the old site had, by address, with the folder that shows the workspace now. */
export function oldPages(
  trees: readonly Tree[],
  folders: ReadonlyMap<string, string>,
): Record<string, string> {
  const pages: [string, string][] = [];
  for (const tree of trees) {
    const schema = tree.name === "1.1" ? "1.1" : "1.0";
    for (const [folder, files] of foldersOf(tree)) {
      const data = workspaceJson(files);
      const path = data && oldAddress(schemaOf(data) === "1.1" ? "1.1" : schema, data);
      if (path) pages.push([path, folders.get(folder) ?? folder]);
    }
  }
  // The first folder wins, as the old page showed the first workspace of that name.
  return Object.fromEntries(pages.toReversed().toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
