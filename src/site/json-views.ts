import { listEntry } from "../registry/lists/assemble.ts";
import { objectText } from "../registry/lists/convert.ts";
import type { Finding, FlaggedWorkspace, Identity, SchemaVersion } from "../registry/model/types.ts";
import { severityWords } from "../strings/site.ts";
import { jsonHtml, lineOf, type Mark } from "./json-html.ts";
import { layOutJson } from "./json-lines.ts";

/** Keys that are fields of their own in Kasm's form, where their JSON is pasted. */
export const formFields = ["run_config", "exec_config", "volume_mappings"] as const;

export interface JsonViews {
  /** HTML of each of these fields that is set. */
  fields: { key: (typeof formFields)[number]; html: string }[];
  /** HTML of the list entry in each schema, the newer one first. */
  views: { schema: SchemaVersion; html: string }[];
  /** Line of each finding in the first of them, counted from 1. */
  lines: number[];
}

/** A workspace's list entries and its fields of Kasm's form as a page shows them; findings in the order that the page lists them. */
export function jsonViews(
  workspace: FlaggedWorkspace,
  findings: readonly Finding[],
  identity: Identity,
): JsonViews {
  const marks = findings.map(({ pointer, severity }, place): Mark => ({
    pointer,
    severity,
    target: `finding-${place + 1}`,
    text: severityWords[severity],
  }));
  const layOut = (schema: SchemaVersion) => ({
    schema,
    layout: layOutJson(objectText(listEntry(workspace, schema, identity))),
  });
  const first = layOut("1.1");
  return {
    fields: formFields.flatMap((key) => {
      const [, json] = workspace.entries.find(([name]) => name === key) ?? [];
      if (json === undefined || json === "null" || json === "{}") return [];
      const own = marks.filter(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`));
      const relative = own.map((mark) => ({ ...mark, pointer: mark.pointer.slice(key.length + 1) }));
      return [{ key, html: jsonHtml(layOutJson(json), relative, `${key}-`) }];
    }),
    views: [first, layOut("1.0")].map(({ schema, layout }, place) => ({
      schema,
      html: jsonHtml(
        layout,
        marks.map((mark) => ({ ...mark, pointer: pointerIn(schema, mark.pointer) })),
        place === 0 ? "json-" : "json-old-",
      ),
    })),
    lines: findings.map(({ pointer }) => lineOf(first.layout, pointerIn(first.schema, pointer))),
  };
}

/** The place of an image in the entry of this schema; everything else that findings point at is the same in both. */
function pointerIn(schema: SchemaVersion, pointer: string): string {
  if (schema === "1.1") return pointer === "/name" ? "/compatibility/0/image" : pointer;
  return /^\/compatibility\/\d+\/image$/.test(pointer) ? "/name" : pointer;
}
