import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { applyEdits, removeChild } from "../registry/json/edit.ts";
import { fromPointer, valueAt, type JsonObject } from "../registry/model/json.ts";
import type { Finding, RawEntry } from "../registry/model/types.ts";
import { reviewWorkspace } from "../review/index.ts";
import { layOutJson } from "./json-lines.ts";
import { formFields } from "./json-views.ts";

interface Reviewed {
  data: JsonObject;
  entries: readonly RawEntry[];
  findings: readonly Finding[];
}

/** A field of Kasm's form without a setting, to be pasted there. */
interface Rest {
  field: (typeof formFields)[number];
  /** A JSON text. */
  text: string;
  /** The hook that goes as a whole; "" in other fields. */
  hook: string;
}

/**
 * The field that holds a finding's setting, as a JSON text without all settings of its rule; of a hook nothing stays. Null where the finding
 * would be there all the same, because it comes from another part of the workspace too.
 */
export function settingsWithout(
  { data, entries, findings }: Reviewed,
  { rule, pointer }: Finding,
): Rest | null {
  const field = formFields.find((name) => pointer.startsWith(`/${name}/`));
  const [, text] = entries.find(([key]) => key === field) ?? [];
  if (!field || text === undefined) return null;
  const places = findings
    .filter((finding) => finding.rule === rule && finding.pointer.startsWith(`/${field}/`))
    .map((finding) => fromPointer(finding.pointer).slice(1, field === "exec_config" ? 2 : undefined));
  // From the end, so that the places of the others stay.
  const rest = places.reduceRight((json, place) => removeSetting(json, place), text);
  const changed = { ...data, [field]: JSON.parse(rest) as JsonObject };
  if (reviewWorkspace(changed).some((finding) => finding.rule === rule)) return null;
  return { field, text: layOutJson(rest).text, hook: field === "exec_config" ? (places[0]?.[0] ?? "") : "" };
}

/** Removes the value at a path, and the list or object around it where that would be empty. */
function removeSetting(json: string, path: readonly string[]): string {
  const tree = parseTree(json);
  const data: unknown = JSON.parse(json);
  const steps = path.map((step, place) =>
    Array.isArray(valueAt(data, path.slice(0, place))) ? Number(step) : step,
  );
  for (let length = path.length; tree && length > 0; length--) {
    const value = findNodeAtLocation(tree, steps.slice(0, length));
    const child = value?.parent?.type === "property" ? value.parent : value;
    const siblings = child?.parent?.children ?? [];
    if (!child?.parent || (length > 1 && siblings.length === 1)) continue;
    return applyEdits(json, [removeChild(child.parent, siblings.indexOf(child))]);
  }
  return json;
}
