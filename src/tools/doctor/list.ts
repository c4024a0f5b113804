import { isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { deepest } from "../../registry/json/parse.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import { details } from "../../strings/doctor.ts";
import { channelFaults } from "./channels.ts";
import { isHtml, mediaTypeIn } from "./content-type.ts";
import type { Diagnosis, MakeDiagnosis } from "./faults.ts";
import { isFirstParty } from "./first-party.ts";
import { schemaFaults } from "./list-schema.ts";
import { readEntry, type ListedWorkspace } from "./listed-workspace.ts";
import { printable, quoted, size, some } from "./printable.ts";
import type { FetchedFile } from "./request.ts";

export interface List {
  state: "missing" | "unreadable" | "empty" | "read";
  /** Top-level values; null where there is no object. */
  data: JsonObject | null;
  workspaces: ListedWorkspace[];
  faults: Diagnosis[];
}

/** A larger list is remarked upon; the largest real one has 250 kB. */
const largeList = 5_000_000;
/** Entries that are examined; a hostile list of millions must not cost gigabytes. */
const maxEntries = 20_000;
/** Values of a list, wherever they are; each can be wrong in several ways, and each fault is kept until all are known. */
const maxValues = 1_000_000;

/** Reads one list.json as it came from the server and names its faults. */
export function readList(file: FetchedFile, schema: SchemaVersion): List {
  const url = printable(file.url);
  const fault: MakeDiagnosis = (code, args = {}) => ({ code, args: { url, schema, ...args } });
  const end = (state: List["state"], ...faults: Diagnosis[]): List => ({
    state,
    data: null,
    workspaces: [],
    faults,
  });
  if (file.status !== 200) return end("missing", fault("list-missing", { status: String(file.status) }));
  if (isHtml(file.body)) return end("unreadable", fault("list-html"));
  const parsed = parseList(file.body, fault);
  if (parsed.data === null) return end("unreadable", ...parsed.faults);
  return examineList(parsed.data, file, schema, [...parsed.faults], fault);
}

/** The JSON object of a list; null with the reason as the last fault. */
function parseList(body: Uint8Array, fault: MakeDiagnosis): { data: JsonObject | null; faults: Diagnosis[] } {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    const args = { detail: details.notUtf8, hint: details.saveAsUtf8 };
    return { data: null, faults: [fault("list-not-json", args)] };
  }
  const faults = text.startsWith("\ufeff") ? [fault("list-bom")] : [];
  text = text.replace(/^\ufeff/, "");
  if (text.trim() === "") return { data: null, faults: [fault("list-empty-file")] };
  const { depth, values } = measure(text);
  if (depth > deepest) {
    const args = { detail: details.tooDeep(deepest), hint: details.buildInsteadOfEditing };
    return { data: null, faults: [...faults, fault("list-not-json", args)] };
  }
  if (values > maxValues) {
    const args = { values: String(values), limit: String(maxValues) };
    return { data: null, faults: [...faults, fault("list-values", args)] };
  }
  try {
    const data = JSON.parse(text) as JsonValue;
    if (isObject(data)) return { data, faults };
    const found = Array.isArray(data)
      ? details.array
      : data === null
        ? details.null
        : details.valueOfType(typeof data);
    return { data: null, faults: [...faults, fault("list-not-object", { found })] };
  } catch (cause) {
    const args = { detail: printable((cause as Error).message, 160), hint: details.buildInsteadOfEditing };
    return { data: null, faults: [...faults, fault("list-not-json", args)] };
  }
}

/** Levels of brackets and number of values, counted without recursion and without the data: what reads it later recurses. */
function measure(text: string): { depth: number; values: number } {
  let depth = 0;
  let most = 0;
  // Every value but the first is behind a comma, or behind a bracket that does not end at once.
  let values = 1;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\" && isText) at++;
    else if (char === '"') isText = !isText;
    else if (isText) continue;
    else if (char === "[" || char === "{") {
      most = Math.max(most, ++depth);
      values++;
    } else if (char === "]" || char === "}") {
      depth--;
      if (/[[{]/.test(text[at - 1] ?? "")) values--;
    } else if (char === ",") values++;
  }
  return { depth: most, values };
}

function examineList(
  data: JsonObject,
  file: FetchedFile,
  schema: SchemaVersion,
  faults: Diagnosis[],
  fault: MakeDiagnosis,
): List {
  const type = mediaTypeIn(file.headers["content-type"]);
  if (type !== "" && type !== "application/json" && !type.endsWith("+json"))
    faults.push(fault("list-type", { type: printable(type, 40) }));
  if (file.body.length > largeList) faults.push(fault("list-large", { size: size(file.body.length) }));

  const all = Array.isArray(data["workspaces"]) ? data["workspaces"] : null;
  if (all !== null && all.length > maxEntries) {
    faults.push(fault("list-long", { length: String(all.length), limit: String(maxEntries) }));
    data["workspaces"] = all.slice(0, maxEntries);
  }
  const entries = all?.slice(0, maxEntries) ?? [];
  const workspaces = entries.filter(isObject).map(readEntry);
  faults.push(...schemaFaults(data, entries, schema, fault));
  if (schema !== "1.0") faults.push(...channelFaults(data, fault));
  if (all === null) return { state: "unreadable", data, workspaces, faults };
  if (all.length === 0)
    return { state: "empty", data, workspaces, faults: [...faults, fault("list-no-workspaces")] };
  if (typeof data["workspacecount"] === "number" && data["workspacecount"] !== all.length)
    faults.push(fault("list-count", { count: String(data["workspacecount"]), length: String(all.length) }));
  const duplicates = duplicatesOf(workspaces.map(({ name }) => name));
  if (duplicates.length > 0)
    faults.push(fault("list-duplicate", { names: some(duplicates.map((name) => quoted(name, 60))) }));
  if (data["name"] === "Kasm Technologies" && !isFirstParty(file.url))
    faults.push(fault("list-default-name", { found: data["name"] }));
  return { state: "read", data, workspaces, faults };
}

function duplicatesOf(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}
