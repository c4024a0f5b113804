import type { JsonValue } from "./json.ts";
import { noteWords, valueWords } from "../../strings/findings.ts";
import { execHooks } from "./foreign-keys.ts";
import { closest } from "./closest.ts";

/** The JSON types that the Docker SDK for Python, or Docker behind it, takes for a property. */
export type JsonType =
  | "any"
  | "boolean"
  | "integer"
  | "list"
  | "list or object"
  | "list or string"
  | "number or string"
  | "object"
  | "string";

/**
 * Every name that `containers.run` of the Docker SDK for Python accepts, with the type it takes. "any": a rule of its own looks at the type.
 * Source: docker-py, docker/models/containers.py and docker/types/containers.py.
 */
export const propertyTypes = {
  auto_remove: "boolean",
  blkio_weight: "integer",
  blkio_weight_device: "list",
  cap_add: "list",
  cap_drop: "list",
  cgroup_parent: "string",
  cgroupns: "string",
  command: "list or string",
  cpu_count: "integer",
  cpu_percent: "integer",
  cpu_period: "integer",
  cpu_quota: "integer",
  cpu_rt_period: "integer",
  cpu_rt_runtime: "integer",
  cpu_shares: "integer",
  cpuset_cpus: "string",
  cpuset_mems: "string",
  detach: "boolean",
  device_cgroup_rules: "list",
  device_read_bps: "list",
  device_read_iops: "list",
  device_requests: "list",
  device_write_bps: "list",
  device_write_iops: "list",
  devices: "list",
  dns: "list",
  dns_opt: "list",
  dns_search: "list",
  domainname: "string",
  entrypoint: "list or string",
  environment: "list or object",
  extra_hosts: "list or object",
  group_add: "list",
  healthcheck: "object",
  hostname: "string",
  image: "string",
  init: "boolean",
  init_path: "string",
  ipc_mode: "string",
  isolation: "string",
  kernel_memory: "number or string",
  labels: "list or object",
  links: "list or object",
  log_config: "object",
  lxc_conf: "object",
  mac_address: "string",
  mem_limit: "number or string",
  mem_reservation: "number or string",
  mem_swappiness: "number or string",
  memswap_limit: "number or string",
  mounts: "list",
  name: "string",
  nano_cpus: "integer",
  network: "string",
  network_disabled: "boolean",
  network_mode: "string",
  networking_config: "object",
  oom_kill_disable: "boolean",
  oom_score_adj: "integer",
  pid_mode: "string",
  pids_limit: "integer",
  platform: "string",
  ports: "object",
  privileged: "any",
  publish_all_ports: "boolean",
  read_only: "boolean",
  remove: "boolean",
  restart_policy: "object",
  runtime: "string",
  security_opt: "list",
  shm_size: "number or string",
  stderr: "boolean",
  stdin_open: "boolean",
  stdout: "boolean",
  stop_signal: "string",
  storage_opt: "object",
  stream: "boolean",
  sysctls: "object",
  tmpfs: "list or object",
  tty: "boolean",
  ulimits: "list",
  use_config_proxy: "boolean",
  user: "any",
  userns_mode: "string",
  uts_mode: "string",
  version: "string",
  volume_driver: "string",
  volumes: "list or object",
  volumes_from: "list or string",
  working_dir: "string",
} as const satisfies Record<string, JsonType>;

/** One of the 90 names that run_config can hold. */
export type PropertyName = keyof typeof propertyTypes;

/** Whether run_config can hold a property of this name. Names are case-sensitive. */
export function isPropertyName(name: string): name is PropertyName {
  return Object.hasOwn(propertyTypes, name);
}

/** Whether a value has one of the JSON types that a property takes. */
export function hasType(value: JsonValue, type: JsonType): boolean {
  if (type === "any") return true;
  if (type === "integer") return Number.isInteger(value);
  const found = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
  return type.split(" or ").includes(found);
}

/** The type with its article, for a sentence: "a list or an object". */
export function typeInWords(type: JsonType): string {
  return type
    .split(" or ")
    .map((word) => valueWords[word as keyof typeof valueWords])
    .join(valueWords.or);
}

/**
 * Names that people write for a property and that are spelt unlike it, in lower case and with "_"; `field` is the workspace's own field for the same, null means that
 * nothing corresponds.
 */
const aliases: ReadonlyMap<string, { name: PropertyName; field?: string } | null> = new Map([
  ["memory", { name: "mem_limit", field: "memory" }],
  ["mem", { name: "mem_limit", field: "memory" }],
  ["cpus", { name: "nano_cpus", field: "cores" }],
  ["gpus", { name: "device_requests", field: "gpu_count" }],
  ["binds", { name: "volumes" }],
  ["publish", { name: "ports" }],
  ["env", { name: "environment" }],
  ["restart", { name: "restart_policy" }],
  ["net", { name: "network_mode" }],
  ["ipc", { name: "ipc_mode" }],
  ["pid", { name: "pid_mode" }],
  ["uts", { name: "uts_mode" }],
  ["userns", { name: "userns_mode" }],
  ["capabilities", { name: "cap_add" }],
  ["add_host", { name: "extra_hosts" }],
  ["workdir", { name: "working_dir" }],
  ["cmd", { name: "command" }],
  ["args", { name: "command" }],
  ["container_name", { name: "name" }],
  ["logging", { name: "log_config" }],
  ["stop_timeout", null],
  ["stop_grace_period", null],
]);

/** The property that was probably meant by a name that run_config does not know; null where none corresponds, undefined where none is near. */
function meantBy(written: string): { name: string; field?: string } | null | undefined {
  const name = written.slice(0, 80);
  const folded = name.toLowerCase().replaceAll("-", "_");
  const alias = aliases.get(folded);
  if (alias !== undefined) return alias;
  const near = isPropertyName(folded) ? folded : closest(name, Object.keys(propertyTypes));
  return near === null ? undefined : { name: near };
}

/** Advice for a name that run_config does not know, in a sentence with `code`; null where nothing corresponds or is near. */
export function adviseProperty(written: string): string | null {
  if (execHooks.has(written)) return noteWords.moveIntoHooks;
  if (written === "volume_mappings") return noteWords.moveUp;
  const property = meantBy(written);
  if (property === null) return noteWords.noSuchSetting;
  return property === undefined
    ? null
    : noteWords.didYouMean({ property: property.name, field: property.field ?? null });
}
