import { isTruthy } from "../registry/model/flags.ts";
import { fromPointer, isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import { compatibilityOf } from "../registry/model/releases.ts";
import type { Finding, Severity } from "../registry/model/types.ts";
import { capabilityCount } from "../review/capabilities.ts";
import { compareSeverity, highestSeverity } from "../registry/model/severity.ts";
import { readUser } from "../review/user.ts";
import { isMeantOn } from "../review/values.ts";
import { access as words } from "../strings/access.ts";

/** The access sheet: the same questions for every workspace, so that "nothing" is an answer too. Pure. */

export const areas = [
  "image",
  "account",
  "privileged",
  "isolation",
  "capabilities",
  "devices",
  "files",
  "network",
  "namespaces",
  "commands",
  "other",
] as const;
export type Area = (typeof areas)[number];

/** Which question a run_config property answers; what is not named here is "other". */
const areaOf: Readonly<Record<string, Area>> = {
  "(image)": "image",
  image: "image",
  user: "account",
  group_add: "account",
  userns_mode: "account",
  privileged: "privileged",
  security_opt: "isolation",
  runtime: "isolation",
  read_only: "isolation",
  isolation: "isolation",
  cap_add: "capabilities",
  cap_drop: "capabilities",
  devices: "devices",
  device_cgroup_rules: "devices",
  device_requests: "devices",
  gpu_count: "devices",
  require_gpu: "devices",
  volumes: "files",
  mounts: "files",
  volumes_from: "files",
  volume_driver: "files",
  tmpfs: "files",
  volume_mappings: "files",
  persistent_profile_path: "files",
  network: "network",
  network_mode: "network",
  network_disabled: "network",
  networking_config: "network",
  ports: "network",
  publish_all_ports: "network",
  dns: "network",
  dns_opt: "network",
  dns_search: "network",
  extra_hosts: "network",
  links: "network",
  domainname: "network",
  mac_address: "network",
  pid_mode: "namespaces",
  ipc_mode: "namespaces",
  uts_mode: "namespaces",
  cgroupns: "namespaces",
  cgroup_parent: "namespaces",
  sysctls: "namespaces",
  exec_config: "commands",
  entrypoint: "commands",
  command: "commands",
  init: "commands",
  healthcheck: "commands",
};

/** A setting as it is written; or its effect in words, where it is a setting of another row. */
type Setting = { property: string; value: string } | { effect: string };

export interface AccessRow {
  area: Area;
  /** The settings there, in the order of the file. Empty: none, so Docker's and Kasm's defaults hold. */
  settings: Setting[];
  /** The worst finding of the area, or null. */
  severity: Severity | null;
  /** Places of the area's findings in the list that was given. */
  findings: number[];
}

/** Keys beside run_config and exec_config that decide what a workspace may do. */
const fields = [
  "volume_mappings",
  "persistent_profile_path",
  "filter_policy_force_disabled",
  "session_banner_force_disabled",
  "gpu_count",
  "require_gpu",
];

/** The sheet of a workspace, a row for each area: those with a setting first, the worst of them on top. */
export function accessSheet(data: JsonObject, findings: readonly Finding[]): AccessRow[] {
  const rows = new Map(
    areas.map((area): [Area, AccessRow] => [area, { area, settings: [], severity: null, findings: [] }]),
  );
  // Every area has a row.
  const rowAt = (area: Area): AccessRow => rows.get(area)!;
  const rowOf = (property: string): AccessRow =>
    rowAt((Object.hasOwn(areaOf, property) && areaOf[property]) || "other");
  for (const value of new Set(compatibilityOf({ data }).map(({ image }) => image)))
    if (value !== "") rowOf("image").settings.push({ property: "image", value: clip(value) });
  for (const [property, value] of entriesOf(data["run_config"])) {
    if (!isNothing(property, value)) rowOf(property).settings.push({ property, value: summarise(value) });
  }
  for (const [hook, value] of entriesOf(data["exec_config"])) {
    if (!isEmpty(value)) rowOf("exec_config").settings.push({ property: hook, value: commandOf(value) });
  }
  for (const property of fields) {
    const value = data[property];
    if (value && !isEmpty(value)) rowOf(property).settings.push({ property, value: summarise(value) });
  }
  findings.forEach(({ property, pointer, rule }, place) => {
    // A combination points at the first of its settings.
    const [top = "", inner = ""] = property === "(combination)" ? fromPointer(pointer) : [property];
    rowOf(top === "run_config" ? inner : top).findings.push(place);
    const other = rowOfHookRule[rule];
    if (other) rowAt(other).findings.push(place);
  });
  addHooks(rowAt, data["exec_config"], findings);
  overrideByPrivileged(rowAt, data["run_config"]);
  for (const row of rows.values())
    row.severity = highestSeverity(row.findings.flatMap((its) => findings[its] ?? []));
  return [...rows.values()].sort(compareRows);
}

/** Rows with a setting or a finding before the others, the worst first; equal ones stay in the order of the areas. */
function compareRows(a: AccessRow, b: AccessRow): number {
  const isSet = (row: AccessRow): boolean => row.settings.length > 0 || row.findings.length > 0;
  if (isSet(a) !== isSet(b)) return isSet(a) ? -1 : 1;
  if (a.severity === null || b.severity === null)
    return Number(a.severity === null) - Number(b.severity === null);
  return compareSeverity(b.severity, a.severity);
}

/** Rules about hooks that answer the question of another row as well. */
const rowOfHookRule: Readonly<Record<string, Area>> = {
  "exec-root": "account",
  "exec-grants-root": "account",
  "exec-setuid": "account",
  "exec-privileged": "capabilities",
};

/** A hook that runs as root, makes root of the user or is privileged decides as much as `user` and `cap_add` do. */
function addHooks(
  rowAt: (area: Area) => AccessRow,
  hooks: JsonValue | undefined,
  findings: readonly Finding[],
): void {
  const { rootHook, grantsRoot, privilegedHook } = words.effects;
  for (const [hook, value] of entriesOf(hooks)) {
    const property = `exec_config.${hook}`;
    const add = (area: Area, effect: string): void => void rowAt(area).settings.push({ effect });
    if (isObject(value) && readUser(value["user"] ?? null) === "root") add("account", rootHook(property));
    if (findings.some(({ rule, path }) => rule === "exec-grants-root" && path.startsWith(`${property}.`)))
      add("account", grantsRoot(property));
    if (isObject(value) && isTruthy(value["privileged"] ?? null))
      add("capabilities", privilegedHook(property, capabilityCount));
  }
}

/** Privileged mode grants what other rows ask for one by one, so their defaults no longer hold. */
function overrideByPrivileged(rowAt: (area: Area) => AccessRow, config: JsonValue | undefined): void {
  if (!isObject(config) || !isMeantOn(config["privileged"] ?? null)) return;
  const add = (area: Area, effect: string): void => void rowAt(area).settings.unshift({ effect });
  add("capabilities", words.effects.allCapabilities(capabilityCount));
  add("devices", words.effects.allDevices);
  // A profile that is named holds in privileged mode as well.
  const named = /(seccomp|apparmor)[=:](?!unconfined)/.test(JSON.stringify(config["security_opt"] ?? null));
  if (!named) add("isolation", words.effects.noConfinement);
}

const entriesOf = (value: JsonValue | undefined): [string, JsonValue][] =>
  isObject(value) ? Object.entries(value) : [];

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** Whether a setting says what holds anyway. */
function isNothing(property: string, value: JsonValue): boolean {
  // An empty user is one that the image chooses, perhaps root.
  if (property === "user" && value === "") return false;
  if (isEmpty(value)) return true;
  if (property === "user") return value === 1000 || value === "1000";
  return property === "privileged" && value === false;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 88).replace(/[\uD800-\uDBFF]$/, "")}…` : line;
}

/** A value in a line: lists by their items, objects by their keys and plain values. */
function summarise(value: JsonValue): string {
  if (Array.isArray(value))
    return clip(
      value
        .map((item) => (typeof item === "object" && item !== null ? summarise(item) : String(item)))
        .join(", "),
    );
  if (typeof value !== "object" || value === null) return clip(value === "" ? '""' : String(value));
  return clip(
    Object.entries(value)
      .map(([key, inner]) => (typeof inner === "object" && inner !== null ? key : `${key}=${String(inner)}`))
      .join(", "),
  );
}

/** The command of an exec_config hook, and its user where it says so. */
function commandOf(hook: JsonValue): string {
  if (typeof hook !== "object" || hook === null || Array.isArray(hook)) return summarise(hook);
  const { cmd, user, privileged } = hook;
  const who = [
    typeof user === "string" || typeof user === "number" ? String(user) : "",
    privileged === true ? "privileged" : "",
  ]
    .filter(Boolean)
    .join(", ");
  const what =
    cmd === undefined ? summarise(hook) : Array.isArray(cmd) ? cmd.map(String).join(" ") : String(cmd);
  return clip(who ? `(${who}) ${what}` : what);
}
