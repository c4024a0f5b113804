import { decode } from "../registry/json/decode.ts";
import { readJson } from "../registry/json/parse.ts";
import { officialFlags } from "../registry/model/flags.ts";
import { imageKey } from "../registry/model/image-lock.ts";
import { parseImage } from "../registry/model/image-reference.ts";
import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import { compatibilityOf, type Release } from "../registry/model/releases.ts";
import { abridge } from "../registry/model/text.ts";
import type { Finding, Flag } from "../registry/model/types.ts";
import { capabilityName } from "../review/capabilities.ts";
import { reviewWorkspace } from "../review/index.ts";

/** A workspace as one commit had it, in one form for both schemas. */
export interface Version {
  data: JsonObject;
  /** friendly_name; "" where it is no text. */
  name: string;
  releases: Release[];
  /** Of the releases, by their names in the lock. */
  images: ReadonlySet<string>;
  /** The same without tag and digest. */
  repositories: ReadonlySet<string>;
  findings: Finding[];
  flags: Flag[];
}

/** A workspace that is not there yet. */
export const emptyVersion: Version = {
  data: {},
  name: "",
  releases: [],
  images: new Set(),
  repositories: new Set(),
  findings: [],
  flags: [],
};

/** Characters of a name at most. */
const longestName = 200;

/** A version of workspace.json; null where it cannot be read as a JSON object. */
export function readVersion(bytes: Uint8Array | undefined): Version | null {
  const { text } = decode(bytes ?? new Uint8Array());
  const data = text === null ? undefined : readJson(text);
  if (!isObject(data)) return null;
  return versionOf(data);
}

/** The version of the workspace that this data describes. */
export function versionOf(workspace: JsonObject): Version {
  const data = inOneForm(workspace);
  const name = data["friendly_name"];
  const releases = compatibilityOf({ data });
  return {
    data,
    name: typeof name === "string" ? abridge(name, longestName) : "",
    releases,
    images: new Set(releases.flatMap(({ image }) => imageKey(image) ?? [])),
    repositories: new Set(releases.flatMap(({ image }) => (image === "" ? [] : repositoryOf(image)))),
    findings: reviewWorkspace(data),
    flags: officialFlags(data),
  };
}

/** An image without tag and digest; as it is where it cannot be read. */
export function repositoryOf(image: string): string {
  const reference = parseImage(image);
  return "cause" in reference ? image : `${reference.registry}/${reference.repository}`;
}

/** The workspace with settings in one form and spelling of those that Docker takes: variables and volumes as objects, names of capabilities without CAP_. */
function inOneForm(data: JsonObject): JsonObject {
  const run = data["run_config"];
  if (!isObject(run)) return data;
  const forms = {
    environment: variablesOf(run["environment"]),
    volumes: volumesOf(run["volumes"]),
    cap_add: textsOf(run["cap_add"], capabilityName),
    cap_drop: textsOf(run["cap_drop"], capabilityName),
    security_opt: textsOf(run["security_opt"], (text) => text.replace(/^([a-z-]+):/, "$1=")),
    devices: textsOf(run["devices"], shortDevice),
    ports: portsOf(run["ports"]),
  };
  const changed = Object.entries(forms).filter(([, value]) => value !== null);
  return changed.length === 0 ? data : { ...data, run_config: { ...run, ...Object.fromEntries(changed) } };
}

/** A list with its texts in one spelling, each once. */
function textsOf(value: JsonValue | undefined, spell: (text: string) => string): JsonValue[] | null {
  if (!Array.isArray(value)) return null;
  return [...new Set(value.map((item) => (typeof item === "string" ? spell(item.trim()) : item)))];
}

/** "/dev/kvm:/dev/kvm:rwm" is "/dev/kvm". */
const shortDevice = (text: string): string => {
  const [path = "", inside = path, rights = "rwm", ...more] = text.split(":");
  return inside === path && rights === "rwm" && more.length === 0 ? path : text;
};

/** Ports with their protocol. */
function portsOf(value: JsonValue | undefined): JsonObject | null {
  if (!isObject(value)) return null;
  const ports = Object.entries(value).map(([port, bound]) => [
    /^\d+$/.test(port) ? `${port}/tcp` : port,
    bound,
  ]);
  return sameSize(Object.fromEntries(ports), ports as JsonValue[]);
}

/** ["NAME=value"] as {NAME: "value"}. */
function variablesOf(value: JsonValue | undefined): JsonObject | null {
  if (!Array.isArray(value)) return null;
  const pairs = value.map((item) => /^([^=]+)=(.*)$/su.exec(String(item))?.slice(1));
  if (!pairs.every((pair) => pair !== undefined)) return null;
  return sameSize(Object.fromEntries(pairs), value);
}

/** ["/data:/srv:ro"] as {"/data": {bind: "/srv", mode: "ro"}}; "rw" is what goes without saying. */
function volumesOf(value: JsonValue | undefined): JsonObject | null {
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([source, settings]) => [
        source,
        isObject(settings) ? { ...settings, mode: settings["mode"] ?? "rw" } : settings,
      ]),
    );
  if (!Array.isArray(value)) return null;
  const parts = value.map((item) => (typeof item === "string" ? item.split(":") : []));
  if (!parts.every(({ length }) => length === 2 || length === 3)) return null;
  const volumes = parts.map(([source, bind, mode = "rw"]) => [source, { bind, mode }]);
  return sameSize(Object.fromEntries(volumes), value);
}

/** The object where no key of the list came twice. */
const sameSize = (object: JsonObject, list: readonly JsonValue[]): JsonObject | null =>
  Object.keys(object).length === list.length ? object : null;
