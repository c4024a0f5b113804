import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { applyEdits, removeChild } from "../registry/json/edit.ts";
import { fromPointer, valueAt, type JsonObject } from "../registry/model/json.ts";
import type { Finding, RawEntry } from "../registry/model/types.ts";
import { reviewWorkspace } from "../review/index.ts";
import { layOutJson } from "./json-lines.ts";

interface Reviewed {
  data: JsonObject;
  entries: readonly RawEntry[];
  findings: readonly Finding[];
}

/**
 * run_config as a JSON text without the settings of one rule's findings, for Kasm's Edit field; null where the finding would be there
 * all the same, because it comes from another part of the workspace.
 */
export function runConfigWithout({ data, entries, findings }: Reviewed, rule: string): string | null {
  const places = findings
    .filter((finding) => finding.rule === rule && finding.pointer.startsWith("/run_config/"))
    .map(({ pointer }) => fromPointer(pointer).slice(1));
  const [, text] = entries.find(([key]) => key === "run_config") ?? [];
  if (places.length === 0 || text === undefined) return null;
  // From the end, so that the places of the others stay.
  const rest = places.reduceRight((json, place) => removeSetting(json, place), text);
  const changed = { ...data, run_config: JSON.parse(rest) as JsonObject };
  return reviewWorkspace(changed).some((finding) => finding.rule === rule) ? null : layOutJson(rest).text;
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
