import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { fromPointer, isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { list10, list11 } from "../../registry/model/schemas.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { details } from "../../strings/doctor.ts";
import type { Diagnosis, MakeDiagnosis } from "./faults.ts";
import { nameOf } from "./listed-workspace.ts";
import { printable, quoted } from "./printable.ts";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true });
const validators: Record<SchemaVersion, ValidateFunction> = {
  "1.0": ajv.compile(list10),
  "1.1": ajv.compile(list11),
};
/** Errors that are told apart; a hostile list has millions, and telling them apart takes more memory than they do. */
const maxErrors = 100_000;
/** Values with faults of their own, in identity.ts and channels.ts. */
const examinedElsewhere = ["/list_url", "/icon", "/default_channel"];

/** Differences from the JSON Schema of the list, one fault for the same mistake in many workspaces. */
export function schemaFaults(
  data: JsonObject,
  entries: JsonValue[],
  schema: SchemaVersion,
  fault: MakeDiagnosis,
): Diagnosis[] {
  const misplaced = new Set(entries.filter((entry) => hasOtherSchema(entry, schema)));
  const faults: Diagnosis[] = [];
  if (misplaced.size > 0)
    faults.push(
      fault("list-wrong-shape", {
        found: schema === "1.0" ? "1.1" : "1.0",
        more: details.wrongSchema(misplaced.size, entries.length),
      }),
    );
  const validate = validators[schema];
  if (validate(data)) return faults;
  const errors = new Map(
    (validate.errors ?? [])
      .slice(0, maxErrors)
      .filter((error) => isReported(error, entries, misplaced))
      // The same mistake can differ from both branches of a schema.
      .map((error) => [`${groupOf(error)} ${error.instancePath}`, error] as const)
      .reverse(),
  );
  const groups = Map.groupBy([...errors.values()].reverse(), groupOf);
  return [...faults, ...[...groups.values()].map((group) => groupFault(group, entries, fault))];
}

/** Whether the compatibility of an entry has the form of the other schema. */
function hasOtherSchema(entry: JsonValue, schema: SchemaVersion): boolean {
  const compatibility = isObject(entry) ? entry["compatibility"] : null;
  return (
    Array.isArray(compatibility) &&
    compatibility.length > 0 &&
    compatibility.every((each) => (schema === "1.0" ? isObject(each) : typeof each === "string"))
  );
}

/** Drops errors that follow from an entry of the other schema, or that are examined elsewhere. */
function isReported(
  error: ErrorObject,
  entries: readonly JsonValue[],
  misplaced: ReadonlySet<JsonValue | undefined>,
): boolean {
  // Kasm passes over keys that it does not know; the errors of a branch of "if" say more than its own.
  if (/^(additionalProperties|false schema|if)$/.test(error.keyword)) return false;
  const entry = entries[Number(/^\/workspaces\/(\d+)/.exec(error.instancePath)?.[1])];
  if (misplaced.has(entry)) {
    if (error.instancePath.includes("/compatibility")) return false;
    if (["name", "uncompressed_size_mb"].includes(String(error.params["missingProperty"]))) return false;
  }
  return error.data === null || !examinedElsewhere.includes(error.instancePath);
}

/** Equal for the same mistake in different workspaces. */
const groupOf = ({ keyword, instancePath, params, data }: ErrorObject): string =>
  `${keyword} ${instancePath.replace(/\/\d+(?=\/|$)/g, "/*")} ${params["missingProperty"]} ${data === null}`;

function groupFault(errors: ErrorObject[], entries: JsonValue[], fault: MakeDiagnosis): Diagnosis {
  const [first] = errors as [ErrorObject, ...ErrorObject[]];
  const more = errors.length > 1 ? details.moreLikeIt(errors.length - 1) : "";
  const where = placeOf(first.instancePath, entries);
  if (first.keyword === "required")
    return fault("list-key-missing", {
      where,
      key: printable(first.params["missingProperty"], 40),
      more,
      hint: first.instancePath === "" ? details.buildAgain : details.addToWorkspace,
    });
  if (first.data === null) return fault("list-null", { where, more });
  return fault("list-value", {
    where,
    // Kasm reads null as if the key were left out; nobody is to write it.
    cause: details.schemaError(
      printable(first.message?.replace(/,null$/, ""), 80),
      printable(first.data, 60),
    ),
    more,
  });
}

/** "name", or "cores of Chromium". */
function placeOf(pointer: string, entries: JsonValue[]): string {
  const [first, index, ...rest] = fromPointer(pointer);
  if (first !== "workspaces" || index === undefined)
    return pointer === "" ? details.wholeList : printable(fromPointer(pointer).join("/"), 60);
  const name = quoted(nameOf(entries[Number(index)], Number(index)), 60);
  return rest.length > 0 ? details.placeIn(printable(rest.join("/"), 60), name) : name;
}
