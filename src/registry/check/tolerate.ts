import type { Fault } from "../json/parse.ts";
import { fromPointer, isObject, valueAt, type JsonObject } from "../model/json.ts";
import { severities } from "../model/problem.ts";
import { isLink } from "../model/releases.ts";
import { schema as words } from "../../strings/check.ts";

/**
 * Fields that a server lists, pulls or starts a workspace by, or keeps in a column of that type: another value there is an error.
 * Every other field works today with any value, as published registries show, so that a difference from the schema is a warning. The schemas of the lists
 * (schema/listed-workspace.schema.json) say the same of an entry.
 */
const strictFields: ReadonlySet<string> = new Set([
  "friendly_name",
  "name",
  "description",
  "image_src",
  "architecture",
  "compatibility",
  "version",
  "image",
  "available_tags",
  "uncompressed_size_mb",
  "categories",
  "docker_registry",
  "run_config",
  "exec_config",
  "notes",
  "cores",
  "memory",
  "gpu_count",
  "cpu_allocation_method",
  "enabled",
  "require_gpu",
  "volume_mappings",
  "persistent_profile_path",
]);
/** Fields of which a workspace must have a value; of the others, null is read like a key that is left out. */
const neededFields: ReadonlySet<string> = new Set([
  "friendly_name",
  "name",
  "image_src",
  "architecture",
  "compatibility",
  "version",
  "image",
]);

/** The field that a place belongs to: "x_res" of /x_res, "image" of /compatibility/0/image, "categories" of /categories/2. */
function fieldAt(steps: readonly string[]): string {
  const [field = "", , inner] = steps;
  return field === "compatibility" && inner !== undefined ? inner : field;
}

/** The field that a fault is in; "" for the workspace as a whole. A missing key is shown at its misspelling where it has one. */
function fieldOf({ code, pointer, args }: Fault): string {
  const steps = fromPointer(pointer);
  return fieldAt(code === "missing-key" && args["near"] ? steps.slice(0, -1) : steps);
}

/** Lowers the differences from the schema that a server gets along with to warnings. */
export function tolerateFaults(faults: readonly Fault[], data: JsonObject): Fault[] {
  return faults.flatMap((fault): Fault[] => {
    if (isLink(data) && isAboutImage(fault)) return faultOfLink(fault);
    return [isTolerated(fault, data) ? asWarning(fault) : fault];
  });
}

/** In words that no longer say what breaks. */
function asWarning(fault: Fault): Fault {
  const why = { "wrong-type": words.readsElse, "null-value": words.isLeftOut }[fault.code as string];
  return { ...fault, severity: "warning", args: { ...fault.args, ...(why && { why }) } };
}

function isAboutImage(fault: Fault): boolean {
  return /^(name|image)$/.test(fault.code === "missing-key" ? (fault.args["key"] ?? "") : fieldOf(fault));
}

/** A link has no image, so that its key may be missing or empty. */
function faultOfLink(fault: Fault): Fault[] {
  const { code, args } = fault;
  if (code === "null-value") return [asWarning({ ...fault, args: { ...args, cure: words.delete } })];
  if (code === "missing-key" && args["near"]) return [asWarning(fault)];
  return code === "missing-key" || code === "empty-value" ? [] : [fault];
}

function isTolerated(fault: Fault, data: JsonObject): boolean {
  if (severities[fault.code] !== "error") return false;
  const field = fieldOf(fault);
  if (fault.code === "missing-key" && (field === "" || strictFields.has(field)))
    return field === "" && fault.args["key"] === "description";
  if (!strictFields.has(field)) return true;
  switch (fault.code) {
    case "null-value":
      return !neededFields.has(field) && fault.pointer.endsWith(`/${field}`);
    case "empty-value":
      return field === "categories" || field === "available_tags";
    case "unknown-architecture":
      return hasKnownArchitecture(data);
    default:
      return false;
  }
}

/** Servers of the known one list the workspace. */
function hasKnownArchitecture({ architecture }: JsonObject): boolean {
  return Array.isArray(architecture) && ["amd64", "arm64"].some((name) => architecture.includes(name));
}

/** The same values without those that the faults are about: so that what reads them can rely on their types. */
export function withoutFaults(faults: readonly Fault[], data: JsonObject): JsonObject {
  const copy = structuredClone(data);
  // The last item of a list first, so that the places of the others stay.
  const pointers = [
    ...new Set(faults.filter((fault) => fieldOf(fault) !== "").map(({ pointer }) => pointer)),
  ].sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  for (const pointer of pointers) removeAt(copy, fromPointer(pointer));
  return copy;
}

function removeAt(root: JsonObject, steps: readonly string[]): void {
  const key = steps.at(-1) ?? "";
  const parent = valueAt(root, steps.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (isObject(parent)) delete parent[key];
}
