import { workspaceSchemas, type Schema } from "../../registry/model/schemas.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";

/** The form's fields, derived from the JSON Schemas: a key that is added there appears here by itself. */

/** How a key is edited; the browser's part is src/client/builder/fields.ts. */
export type FieldKind =
  | "text"
  | "number"
  | "boolean"
  | "choice"
  | "chips"
  | "checks"
  | "releases"
  | "object"
  | "launch"
  | "options"
  | "icon";

export interface FormField {
  key: string;
  kind: FieldKind;
  schema: Schema;
  isRequired: boolean;
  /** The one version that has it in this form; null for both. */
  schemaVersion: SchemaVersion | null;
}

export type SectionId = "about" | "image" | "resources" | "run" | "exec" | "launch" | "more" | "rare";

/** The keys of each section, in reading order. Keys that are named nowhere come last, in "rare". */
const sections: Record<Exclude<SectionId, "rare">, readonly string[]> = {
  about: ["friendly_name", "description", "image_src", "categories", "notes"],
  image: ["name", "uncompressed_size_mb", "compatibility", "docker_registry", "architecture"],
  resources: ["cores", "memory", "gpu_count", "require_gpu", "cpu_allocation_method"],
  run: ["run_config"],
  exec: ["exec_config"],
  launch: ["launch_config"],
  more: ["enabled", "image_type", "link_url", "hidden", "volume_mappings", "persistent_profile_path"],
};

/** The keys of a schema in its order. */
export function keysOf(schemaVersion: SchemaVersion): string[] {
  return Object.keys(workspaceSchemas[schemaVersion].properties ?? {});
}

/** The fields of a section; a key whose schema differs between the versions has one field for each. */
export function fieldsOf(section: SectionId): FormField[] {
  const named = Object.values(sections).flat();
  const all = [...new Set([...keysOf("1.0"), ...keysOf("1.1")])].filter((key) => key !== "$schema");
  const keys =
    section === "rare"
      ? all.filter((key) => !named.includes(key))
      : sections[section].filter((key) => all.includes(key));
  return keys.flatMap((key): FormField[] => {
    const [old, current] = [fieldOf(key, "1.0"), fieldOf(key, "1.1")];
    if (old && current && JSON.stringify(old.schema) === JSON.stringify(current.schema))
      return [{ ...current, schemaVersion: null }];
    return [old, current].filter((field) => field !== null);
  });
}

function fieldOf(key: string, schemaVersion: SchemaVersion): FormField | null {
  const definition = workspaceSchemas[schemaVersion];
  const schema = definition.properties?.[key];
  return schema
    ? {
        key,
        kind: kindOf(key, schema),
        schema,
        isRequired: definition.required?.includes(key) ?? false,
        schemaVersion,
      }
    : null;
}

function kindOf(key: string, { type, enum: values, items }: Schema): FieldKind {
  if (key === "image_src") return "icon";
  if (key === "run_config" || key === "exec_config") return "options";
  if (values) return "choice";
  if (type === "array")
    return items?.type === "object"
      ? "releases"
      : items?.enum || key === "compatibility"
        ? "checks"
        : "chips";
  if (key === "launch_config") return "launch";
  if (type === "object" || Array.isArray(type)) return "object";
  return type === "boolean" ? "boolean" : type === "number" || type === "integer" ? "number" : "text";
}

/** The schemas of the columns of a field that is shown as rows; null for one that is not. */
export function columnsOf(kind: FieldKind, schema: Schema): Record<string, Schema> | null {
  if (kind === "releases") return schema.items?.properties ?? {};
  return kind === "launch" ? (schema.properties?.["launch_form"]?.items?.properties ?? {}) : null;
}

/** The first example as a person types it; "" where there is none. */
export function exampleOf({ examples }: Schema): string {
  const example = examples?.[0];
  return example === undefined
    ? ""
    : typeof example === "string"
      ? example
      : typeof example === "object"
        ? ""
        : String(example);
}
