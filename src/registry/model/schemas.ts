import fields from "../../../schema/fields.schema.json" with { type: "json" };
import list10Source from "../../../schema/list-1.0.schema.json" with { type: "json" };
import list11Source from "../../../schema/list-1.1.schema.json" with { type: "json" };
import listed from "../../../schema/listed-workspace.schema.json" with { type: "json" };
import registrySource from "../../../schema/registry.schema.json" with { type: "json" };
import workspaceSource from "../../../schema/workspace.schema.json" with { type: "json" };
import workspace10Source from "../../../schema/workspace-1.0.schema.json" with { type: "json" };
import workspace11Source from "../../../schema/workspace-1.1.schema.json" with { type: "json" };
import { writeOut, type Schema, type SchemaFile } from "./write-out-schema.ts";

/**
 * The JSON Schemas, the only definition of a workspace, of the identity and of a list; every $ref is written out, so that each is complete.
 * `PURE` lets the browser's bundle leave out those that it does not use.
 */
export const workspace10: SchemaFile = /* @__PURE__ */ writeOut(workspace10Source, [fields]);
export const workspace11: SchemaFile = /* @__PURE__ */ writeOut(workspace11Source, [fields]);
export const registry: SchemaFile = /* @__PURE__ */ writeOut(registrySource, []);
export const list10: SchemaFile = /* @__PURE__ */ writeOut(list10Source, [fields, listed]);
export const list11: SchemaFile = /* @__PURE__ */ writeOut(list11Source, [fields, listed]);
/** A workspace of either schema, for editors. */
export const workspace: { $id: string } = /* @__PURE__ */ writeOut(workspaceSource, [
  workspace10,
  workspace11,
]);

/** Those that a site publishes, by the name of the file without `.schema.json`. */
export const published: Readonly<Record<string, { $id: string }>> = {
  workspace,
  "workspace-1.0": workspace10,
  "workspace-1.1": workspace11,
  registry,
  "list-1.0": list10,
  "list-1.1": list11,
};

/** The schema of a workspace of that version. */
export const workspaceSchemas = { "1.0": workspace10, "1.1": workspace11 } as const;

/** The keys of an entry of compatibility in 1.1. */
export function entryKeys(): string[] {
  return Object.keys(workspace11.properties["compatibility"]?.items?.properties ?? {});
}

export type { Schema };
