import type { JsonObject } from "../../model/json.ts";
import type { Schema } from "../../model/schemas.ts";
import type { ParsedJson } from "../../json/parse.ts";
import type { ImageLock } from "../../model/image-lock.ts";
import type { ProblemCode } from "../../model/problem.ts";
import type { SchemaVersion, SourceFile } from "../../model/types.ts";

/** Reports a problem of the workspace at hand. `at: "key"` marks the key instead of the value. */
export type Report = (
  code: ProblemCode,
  pointer: string,
  args: Record<string, string>,
  at?: "key" | "value",
) => void;

/** A workspace as a rule sees it: parsed, of either schema. A rule looks at what has the right type and leaves the rest to the schema. */
export interface ParsedWorkspace {
  folder: string;
  slug: string;
  schema: SchemaVersion;
  /** The JSON Schema that belongs to `schema`. */
  definition: Schema;
  parsed: ParsedJson;
  data: JsonObject;
  /** The files beside workspace.json; null in the browser, where there is no folder. */
  files: SourceFile[] | null;
  /** What is known about images; null where there is no lock. */
  images: ImageLock | null;
}

/** A condition inside one workspace. */
export interface WorkspaceRule {
  /** The condition that it finds; names the file. */
  name: string;
  check: (workspace: ParsedWorkspace, report: Report) => void;
}

/** A condition between workspaces; `report` takes the workspace that the problem is shown at. */
export interface RegistryRule {
  name: string;
  check: (
    workspaces: ParsedWorkspace[],
    report: (workspace: ParsedWorkspace, ...problem: Parameters<Report>) => void,
  ) => void;
}
