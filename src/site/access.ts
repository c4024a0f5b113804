import { isObject, type JsonObject, type JsonValue } from "../registry/model/json.ts";
import { compatibilityOf } from "../registry/model/releases.ts";
import type { Finding, Severity } from "../registry/model/types.ts";
import { highestSeverity } from "../review/severity.ts";

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

export interface AccessRow {
  area: Area;
  /** The settings there, in the order of the file. Empty: none, so Docker's and Kasm's defaults hold. */
  settings: { property: string; value: string }[];
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
];

/** The sheet of a workspace: a row for each area, in a fixed order. */
export function accessSheet(data: JsonObject, findings: readonly Finding[]): AccessRow[] {
  const rows = new Map(
    areas.map((area): [Area, AccessRow] => [area, { area, settings: [], severity: null, findings: [] }]),
  );
  const rowOf = (property: string): AccessRow =>
    rows.get((Object.hasOwn(areaOf, property) && areaOf[property]) || "other")!;
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
    if (value !== undefined && value !== false && !isEmpty(value))
      rowOf(property).settings.push({ property, value: summarise(value) });
  }
  findings.forEach((finding, place) => {
    const row = rowOf(finding.property);
    row.findings.push(place);
    row.severity = highestSeverity(row.findings.map((its) => findings[its]!));
  });
  return [...rows.values()];
}

const entriesOf = (value: JsonValue | undefined): [string, JsonValue][] =>
  isObject(value) ? Object.entries(value) : [];

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** Whether a setting says what holds anyway. */
function isNothing(property: string, value: JsonValue): boolean {
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
  if (typeof value !== "object" || value === null) return clip(String(value));
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
