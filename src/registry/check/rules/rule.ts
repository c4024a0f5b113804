import type { PropertySchema } from "../schema.ts";
import type { ParsedJson } from "../../json/parse.ts";
import type { ProblemCode } from "../../model/problems.ts";
import type { JsonObject, SchemaVersion, SourceFile } from "../../model/types.ts";

/** Reports a problem of the workspace at hand. `at: "key"` marks the key instead of the value. */
export type Report = (
  code: ProblemCode,
  pointer: string,
  args: Record<string, string>,
  at?: "key" | "value",
) => void;

/** A workspace as a rule sees it: parsed, of any shape. A rule looks at what has the right type and leaves the rest to the schema. */
export interface Draft {
  folder: string;
  slug: string;
  schema: SchemaVersion;
  /** The JSON Schema that belongs to `schema`. */
  definition: PropertySchema;
  parsed: ParsedJson;
  data: JsonObject;
  /** The files beside workspace.json; null in the browser, where there is no folder. */
  files: SourceFile[] | null;
}

/** A condition inside one workspace. */
export interface WorkspaceRule {
  /** The condition that it finds; names the file. */
  name: string;
  check: (draft: Draft, report: Report) => void;
}

/** A condition between workspaces; `report` takes the workspace that the problem is shown at. */
export interface RegistryRule {
  name: string;
  check: (drafts: Draft[], report: (draft: Draft, ...problem: Parameters<Report>) => void) => void;
}

/** The strings of a list, with their places; what is no string is left to the schema. */
export function stringsOf(value: unknown): { text: string; index: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => (typeof item === "string" ? [{ text: item, index }] : []));
}

/** The compatibility entries in one form, whatever the schema; texts that are missing or of another type are "". */
export function compatibilityOf(
  draft: Pick<Draft, "schema" | "data">,
): { version: string; image: string; pointer: string; tags: string[] | null }[] {
  const list = draft.data["compatibility"];
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  if (!Array.isArray(list)) return [];
  return list.map((item, index) => {
    const pointer = `/compatibility/${index}`;
    if (item === null || typeof item !== "object" || Array.isArray(item))
      return { version: text(item), image: text(draft.data["name"]), pointer, tags: null };
    const tags = Object.hasOwn(item, "available_tags")
      ? stringsOf(item["available_tags"]).map(({ text }) => text)
      : null;
    return {
      version: text(item["version"]),
      image: text(item["image"]),
      pointer: `${pointer}/version`,
      tags,
    };
  });
}
