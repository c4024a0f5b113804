import { limitFaults } from "./limit-faults.ts";
import { faultAt, type Fault } from "../json/parse.ts";
import { readObject } from "../json/read-object.ts";
import { registryRules, workspaceRules } from "./rules/index.ts";
import type { ParsedWorkspace, Report } from "./rules/rule.ts";
import { closest } from "../model/closest.ts";
import type { ImageLock } from "../model/image-lock.ts";
import type { JsonObject } from "../model/json.ts";
import { mixedAt, schemaOf } from "../model/releases.ts";
import { workspaceSchemas } from "../model/schemas.ts";
import { quote } from "../model/text.ts";
import { icons, schema as words } from "../../strings/check.ts";
import { isIconFile } from "./rules/icon.ts";
import { checkSchema } from "./schema.ts";
import { tolerateFaults, withoutFaults } from "./tolerate.ts";
import type { Checked, SchemaVersion, SourceFile } from "../model/types.ts";
import { validateWorkspace10, validateWorkspace11 } from "./validators.ts";

/** A workspace to check: its text or bytes, and the files beside it (null where there is no folder, as in the browser). */
export interface Candidate {
  folder: string;
  slug: string;
  content: Uint8Array | string;
  files: SourceFile[] | null;
  /** What is known about images. */
  images?: ImageLock | null;
}

/** Result for one workspace; `workspace` is null where there is no object to look at. */
interface Validated {
  workspace: ParsedWorkspace | null;
  faults: Fault[];
  /** Every difference from the schema, as `faults` may not show all. */
  differences: Fault[];
}

/** Checks one workspace by itself: encoding, syntax, schema, then every rule. */
export function validateWorkspace(candidate: Candidate): Validated {
  const { workspace, faults, differences } = checkWorkspace(candidate);
  return { workspace, faults: limitFaults(faults), differences };
}

/** The schema of a workspace, also where the key of its releases is misspelt. */
function schemaMeant(data: JsonObject): SchemaVersion {
  const key = Object.hasOwn(data, "compatibility") ? null : closest("compatibility", Object.keys(data));
  return schemaOf(key === null ? data : { compatibility: data[key] ?? null });
}

function checkWorkspace({ folder, slug, content, files, images = null }: Candidate): Validated {
  const { parsed, faults } = readObject(content, "workspace");
  if (!parsed) return { workspace: null, faults, differences: [] };
  const schema = schemaMeant(parsed.value);
  const definition = workspaceSchemas[schema];
  const { value: data } = parsed;
  const workspace: ParsedWorkspace = { folder, slug, schema, definition, parsed, data, files, images };
  const validate = schema === "1.0" ? validateWorkspace10 : validateWorkspace11;
  // Entries of the other schema are one mistake, which mixed-compatibility names; ajv would name each entry again.
  const isMixed = mixedAt(workspace.data) !== null;
  const schemaFaults = checkSchema(parsed, validate, definition).filter(
    ({ pointer }) => !(isMixed && pointer.startsWith("/compatibility/")),
  );
  const differences = tolerateFaults(schemaFaults, workspace.data);
  for (const fault of differences) faults.push(files === null ? fault : withPresentIcon(fault, files));
  for (const rule of workspaceRules) {
    const report = reporter(workspace, faults);
    guard(rule.name, report, () => rule.check(workspace, report));
  }
  return { workspace, faults, differences };
}

/** A missing image_src is cured by a picture that is there: the example of the schema would be missing in turn. */
function withPresentIcon(fault: Fault, files: readonly SourceFile[]): Fault {
  const { code, args } = fault;
  if (code !== "missing-key" || args["key"] !== "image_src" || args["near"]) return fault;
  const [only, another] = files.filter(isIconFile);
  const cure = only && !another ? words.add({ key: "image_src", value: quote(only.name) }) : icons.addAndName;
  return { ...fault, args: { ...args, cure } };
}

/** Checks the workspaces against each other. The result has a list for every workspace. */
export function validateTogether(workspaces: ParsedWorkspace[]): Map<ParsedWorkspace, Fault[]> {
  const found = new Map<ParsedWorkspace, Fault[]>(workspaces.map((workspace) => [workspace, []]));
  for (const rule of registryRules) {
    // Rules report on the workspaces that they were given, which are all found.
    const report = (workspace: ParsedWorkspace, ...problem: Parameters<Report>): void =>
      reporter(workspace, found.get(workspace)!)(...problem);
    const first = workspaces[0];
    if (first)
      guard(
        rule.name,
        (...problem) => report(first, ...problem),
        () => rule.check(workspaces, report),
      );
  }
  for (const [workspace, faults] of found) found.set(workspace, limitFaults(faults));
  return found;
}

/**
 * The values of a workspace in which no error was found: the one place that says so to the compiler. Those that differ
 * from the schema are published from `entries` alone.
 */
export function checkedData(
  { schema, data }: Pick<ParsedWorkspace, "schema" | "data">,
  differences: readonly Fault[] = [],
): Checked {
  const checked = differences.length > 0 ? { description: "", ...withoutFaults(differences, data) } : data;
  return { schema, data: checked } as unknown as Checked;
}

function reporter({ parsed }: ParsedWorkspace, faults: Fault[]): Report {
  return (code, pointer, args, at) => void faults.push(faultAt(parsed, pointer, code, args, at));
}

/** A fault of ours in one rule must not hide what the others find. */
function guard(rule: string, report: Report, check: () => void): void {
  try {
    check();
  } catch (error) {
    report("rule-failed", "", { rule, cause: error instanceof Error ? error.message : String(error) });
  }
}
