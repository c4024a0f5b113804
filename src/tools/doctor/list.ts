import { fromPointer, isObject, type JsonObject, type JsonValue } from "../../registry/model/json.ts";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { likelyVersion } from "../../registry/model/kasm-versions.ts";
import { compatibilityOf } from "../../registry/model/releases.ts";
import { list10, list11 } from "../../registry/model/schemas.ts";
import type { SchemaVersion } from "../../registry/model/types.ts";
import type { Answer } from "./fetch.ts";
import type { Fault } from "./faults.ts";
import { isHtml } from "./content-type.ts";
import { printable, quoted, size, some } from "./printable.ts";

/** A workspace as far as a Kasm server looks at it. */
export interface Listed {
  name: string;
  image_src: JsonValue | undefined;
  /** Kasm versions in the form "1.18.x"; what cannot be read as a version is left out. */
  versions: string[];
}

export interface List {
  state: "missing" | "unreadable" | "empty" | "read";
  /** Top-level values; null where there is no object. */
  data: JsonObject | null;
  workspaces: Listed[];
  faults: Fault[];
}

/** More than this is remarked upon; the largest real list has 250 kB. */
const largeList = 5_000_000;
/** Entries that are looked at; a hostile list of millions must not cost gigabytes. */
const mostEntries = 20_000;

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, verbose: true });
const validators: Record<SchemaVersion, ValidateFunction> = {
  "1.0": ajv.compile(list10),
  "1.1": ajv.compile(list11),
};

/** Reads one list.json as it came from the server and names what is wrong in it. The root's address is for comparison with list_url. */
export function readList(answer: Answer, schema: SchemaVersion): List {
  const url = printable(answer.url);
  const fault = (code: Fault["code"], args: Fault["args"] = {}): Fault => ({
    code,
    args: { url, schema, ...args },
  });
  const end = (state: List["state"], ...faults: Fault[]): List => ({
    state,
    data: null,
    workspaces: [],
    faults,
  });
  if (answer.status !== 200) return end("missing", fault("list-missing", { status: String(answer.status) }));
  if (isHtml(answer.body)) return end("unreadable", fault("list-html"));
  const faults: Fault[] = [];
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(answer.body);
  } catch {
    return end(
      "unreadable",
      fault("list-not-json", { detail: "it is not UTF-8 text", hint: "Save it as UTF-8." }),
    );
  }
  if (text.startsWith("\ufeff")) {
    faults.push(fault("list-bom"));
    text = text.slice(1);
  }
  if (text.trim() === "") return end("unreadable", fault("list-empty-file"));
  let data: JsonValue;
  try {
    data = JSON.parse(text) as JsonValue;
  } catch (cause) {
    return end(
      "unreadable",
      ...faults,
      fault("list-not-json", {
        detail: printable((cause as Error).message, 160),
        hint: "Build the registry again; do not edit the list by hand.",
      }),
    );
  }
  if (!isObject(data)) {
    return end(
      "unreadable",
      ...faults,
      fault("list-not-object", {
        found: Array.isArray(data) ? "an array" : data === null ? "null" : `a ${typeof data}`,
      }),
    );
  }
  const type = (answer.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "" && type !== "application/json" && !type.endsWith("+json"))
    faults.push(fault("list-type", { type: printable(type, 40) }));
  if (answer.body.length > largeList) faults.push(fault("list-large", { size: size(answer.body.length) }));

  const all = Array.isArray(data["workspaces"]) ? data["workspaces"] : null;
  const entries = all?.slice(0, mostEntries) ?? null;
  if (all !== null && entries !== null && all.length > mostEntries) {
    faults.push(fault("list-long", { length: String(all.length), limit: String(mostEntries) }));
    data["workspaces"] = entries;
  }
  const workspaces = (entries ?? []).filter(isObject).map(listed);
  faults.push(...shape(data, entries ?? [], schema, fault), ...channels(data, schema, fault));
  if (entries === null) return { state: "unreadable", data, workspaces, faults };
  if (entries.length === 0)
    return { state: "empty", data, workspaces, faults: [...faults, fault("list-no-workspaces")] };
  if (typeof data["workspacecount"] === "number" && data["workspacecount"] !== all!.length)
    faults.push(fault("list-count", { count: String(data["workspacecount"]), length: String(all!.length) }));
  const names = workspaces.map((workspace) => workspace.name);
  const seen = new Set<string>();
  const twice = [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
  if (twice.length > 0)
    faults.push(fault("list-duplicate", { names: some(twice.map((name) => quoted(name, 60))) }));
  if (data["name"] === "Kasm Technologies") faults.push(fault("list-default-name", { found: data["name"] }));
  return { state: "read", data, workspaces, faults };
}

function listed(entry: JsonObject, index: number): Listed {
  const versions = compatibilityOf({ data: entry }).map(({ version }) => version);
  return {
    name: nameOf(entry, index),
    image_src: entry["image_src"],
    versions: versions.map(likelyVersion).filter((version) => version !== null),
  };
}

const nameOf = (entry: JsonValue | undefined, index: number): string =>
  entry !== undefined && isObject(entry) && typeof entry["friendly_name"] === "string"
    ? entry["friendly_name"]
    : `workspaces[${index}]`;

type MakeFault = (code: Fault["code"], args?: Fault["args"]) => Fault;

/** What the JSON Schema of the list says, one fault for the same thing in many workspaces. */
function shape(data: JsonObject, entries: JsonValue[], schema: SchemaVersion, fault: MakeFault): Fault[] {
  const other = schema === "1.0" ? "1.1" : "1.0";
  const otherShape = new Set(
    entries.filter(
      (entry) =>
        isObject(entry) &&
        Array.isArray(entry["compatibility"]) &&
        entry["compatibility"].length > 0 &&
        entry["compatibility"].every((each) =>
          schema === "1.0" ? isObject(each) : typeof each === "string",
        ),
    ),
  );
  const faults: Fault[] =
    otherShape.size > 0
      ? [
          fault("list-wrong-shape", {
            found: other,
            more: ` in ${otherShape.size} of ${entries.length} workspaces`,
          }),
        ]
      : [];
  const validate = validators[schema];
  if (validate(data)) return faults;
  const groups = new Map<string, ErrorObject[]>();
  for (const error of validate.errors ?? []) {
    if (
      ["additionalProperties", "false schema", "if", "then", "else", "anyOf", "oneOf"].includes(error.keyword)
    )
      continue;
    const entry = entries[Number(/^\/workspaces\/(\d+)/.exec(error.instancePath)?.[1])];
    if (
      entry !== undefined &&
      otherShape.has(entry) &&
      (error.instancePath.includes("/compatibility") ||
        (error.keyword === "required" &&
          ["name", "uncompressed_size_mb"].includes(String(error.params["missingProperty"]))))
    )
      continue;
    if (["/list_url", "/icon", "/default_channel"].includes(error.instancePath) && error.data !== null)
      continue; // examined on their own
    const key = `${error.keyword} ${error.instancePath.replace(/\/\d+(?=\/|$)/g, "/*")} ${String(error.params["missingProperty"] ?? "")} ${error.data === null}`;
    const group = groups.get(key);
    if (group) group.push(error);
    else groups.set(key, [error]);
  }
  for (const errors of groups.values()) {
    const first = errors[0]!;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more like it)` : "";
    const where = place(first.instancePath, entries);
    if (first.keyword === "required")
      faults.push(
        fault("list-key-missing", {
          where,
          key: printable(first.params["missingProperty"], 40),
          more,
          hint: first.instancePath === "" ? "Build the list again." : "Add it to workspace.json.",
        }),
      );
    else if (first.data === null) faults.push(fault("list-null", { where, more }));
    else
      faults.push(
        fault("list-value", {
          where,
          cause: `${printable(first.message, 80)} (it is ${printable(first.data, 60)})`,
          more,
        }),
      );
  }
  return faults;
}

/** "name", or "cores of Chromium". */
function place(pointer: string, entries: JsonValue[]): string {
  const parts = fromPointer(pointer);
  if (parts[0] !== "workspaces" || parts[1] === undefined)
    return parts.length === 0 ? "the list" : printable(parts.join("/"), 60);
  const index = Number(parts[1]);
  const name = quoted(nameOf(entries[index], index), 60);
  return parts.length > 2 ? `${printable(parts.slice(2).join("/"), 60)} of ${name}` : name;
}

function channels(data: JsonObject, schema: SchemaVersion, fault: MakeFault): Fault[] {
  if (schema === "1.0" || !Array.isArray(data["channels"])) return [];
  const faults: Fault[] = [];
  const known = data["channels"].filter((channel) => typeof channel === "string");
  const chosen = data["default_channel"];
  const shown =
    known.length > 0
      ? some(
          known.map((channel) => quoted(channel, 40)),
          6,
        )
      : "none";
  if (chosen === "") faults.push(fault("channel-empty", { channels: shown }));
  else if (typeof chosen === "string" && !known.includes(chosen))
    faults.push(fault("channel-unknown", { found: quoted(chosen, 40), channels: shown }));
  else if (chosen === null && known.length > 0)
    faults.push(fault("channel-unknown", { found: "null", channels: shown }));
  const entries = (Array.isArray(data["workspaces"]) ? data["workspaces"] : []).filter(isObject);
  const tags = entries.map((entry) => compatibilityOf({ data: entry }).flatMap((release) => release.tags));
  const knownTags = new Set(known);
  const unlisted = [...new Set(tags.flat())].filter((tag) => !knownTags.has(tag));
  if (unlisted.length > 0)
    faults.push(fault("channel-unlisted", { found: some(unlisted.map((tag) => quoted(tag, 40))) }));
  const without = tags.filter((each) => each.length === 0).length;
  if (without > 0 && without < tags.length)
    faults.push(fault("channel-mixed", { without: String(without), all: String(tags.length) }));
  return faults;
}
