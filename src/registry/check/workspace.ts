import { limitFaults } from "./limit-faults.ts";
import { locate } from "../model/locate.ts";
import type { Fault } from "../json/parse.ts";
import { readObject } from "../json/read-object.ts";
import { registryRules, workspaceRules } from "./rules/index.ts";
import type { Draft, Report } from "./rules/rule.ts";
import { entriesOf, schemaOf, stringsOf } from "../model/releases.ts";
import { workspaceSchemas } from "../model/schemas.ts";
import { checkSchema } from "./schema.ts";
import { tolerateFaults, withoutFaults } from "./tolerate.ts";
import type { Checked, SourceFile } from "../model/types.ts";
import { validateWorkspace10, validateWorkspace11 } from "./validators.ts";

/** A workspace to check: its text or bytes, and the files beside it (null where there is no folder, as in the browser). */
export interface Candidate {
  folder: string;
  slug: string;
  content: Uint8Array | string;
  files: SourceFile[] | null;
}

/** Result for one workspace; `draft` is null where there is no object to look at. */
interface Validated {
  draft: Draft | null;
  faults: Fault[];
  /** Every difference from the schema, as `faults` may not show all. */
  differences: Fault[];
}

/** Checks one workspace by itself: encoding, syntax, schema, then every rule. */
export function validateWorkspace(candidate: Candidate): Validated {
  const { draft, faults, differences } = checkWorkspace(candidate);
  return { draft, faults: limitFaults(faults), differences };
}

function checkWorkspace({ folder, slug, content, files }: Candidate): Validated {
  const { parsed, faults } = readObject(content, "workspace");
  if (!parsed) return { draft: null, faults, differences: [] };
  const schema = schemaOf(parsed.value);
  const definition = workspaceSchemas[schema];
  const draft: Draft = { folder, slug, schema, definition, parsed, data: parsed.value, files };
  const validate = schema === "1.0" ? validateWorkspace10 : validateWorkspace11;
  // Entries of the other schema are one mistake, which mixed-compatibility names; ajv would name each entry again.
  const schemaFaults = checkSchema(parsed, validate, definition).filter(
    (fault) => !(isMixed(draft) && fault.pointer.startsWith("/compatibility/")),
  );
  const differences = tolerateFaults(schemaFaults, draft.data);
  for (const fault of differences) faults.push(fault);
  for (const rule of workspaceRules) {
    const report = reporter(draft, faults);
    guard(rule.name, report, () => rule.check(draft, report));
  }
  return { draft, faults, differences };
}

/** Checks the workspaces against each other. The result has a list for every draft. */
export function validateTogether(drafts: Draft[]): Map<Draft, Fault[]> {
  const found = new Map<Draft, Fault[]>(drafts.map((draft) => [draft, []]));
  for (const rule of registryRules) {
    const report = (draft: Draft, ...problem: Parameters<Report>): void =>
      reporter(draft, found.get(draft)!)(...problem);
    const first = drafts[0];
    if (first)
      guard(
        rule.name,
        (...problem) => report(first, ...problem),
        () => rule.check(drafts, report),
      );
  }
  for (const [draft, faults] of found) found.set(draft, limitFaults(faults));
  return found;
}

/**
 * The values of a workspace in which no error was found: the one place that says so to the compiler. Those that differ
 * from the schema are published from `entries` alone.
 */
export function checkedData(
  { schema, data }: Pick<Draft, "schema" | "data">,
  differences: readonly Fault[] = [],
): Checked {
  const checked = differences.length > 0 ? { description: "", ...withoutFaults(differences, data) } : data;
  return { schema, data: checked } as unknown as Checked;
}

function isMixed({ data }: Draft): boolean {
  return entriesOf(data).length > 0 && stringsOf(data["compatibility"]).length > 0;
}

function reporter({ parsed }: Draft, faults: Fault[]): Report {
  return (code, pointer, args, at = "value") =>
    void faults.push({ code, args, pointer, ...locate(parsed.text, parsed.tree, pointer, at) });
}

/** A fault of ours in one rule must not hide what the others find. */
function guard(rule: string, report: Report, check: () => void): void {
  try {
    check();
  } catch (error) {
    report("rule-failed", "", { rule, cause: error instanceof Error ? error.message : String(error) });
  }
}
