import { assembleWorkspace, schemaVersions } from "../registry/lists/assemble.ts";
import type { Registry } from "../registry/model/types.ts";
import type { SiteWriter } from "./site-writer.ts";

/** Writes <schema>/workspaces/<slug>.json for every workspace: the same texts that src/pages serves under `npm run dev`. */
export function emitWorkspaces(
  { workspaces, identity }: Pick<Registry, "workspaces" | "identity">,
  writer: SiteWriter,
): void {
  for (const workspace of workspaces) {
    for (const schema of schemaVersions)
      writer.write(
        [`${schema}/workspaces/${workspace.slug}.json`],
        Buffer.from(assembleWorkspace(workspace, schema, identity)),
      );
  }
}
