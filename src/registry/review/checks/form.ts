import { closest } from "../../closest.ts";
import type { Finding, JsonValue } from "../../types.ts";
import { finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { hasShape, isPropertyName, shapeInWords, shapes, type PropertyName } from "../shapes.ts";

/** A JSON type that neither the SDK nor Docker takes for this property. */
export function checkShape(property: PropertyName, value: JsonValue, place: Place): Finding[] {
  const shape = shapes[property];
  if (hasShape(value, shape)) return [];
  return [finding("type-mismatch", place, { advice: `Write \`${property}\` as ${shapeInWords(shape)}, or delete it.` })];
}

/** What people write for a property of another name, in lower case and with "_"; null where nothing corresponds. */
const aliases: ReadonlyMap<string, { name: PropertyName; better?: string } | null> = new Map([
  ["memory", { name: "mem_limit", better: "the workspace's own field `memory`" }],
  ["mem", { name: "mem_limit", better: "the workspace's own field `memory`" }],
  ["cpus", { name: "nano_cpus", better: "the workspace's own field `cores`" }],
  ["gpus", { name: "device_requests", better: "the workspace's own field `gpu_count`" }],
  ["volume", { name: "volumes" }],
  ["binds", { name: "volumes" }],
  ["mount", { name: "mounts" }],
  ["port", { name: "ports" }],
  ["publish", { name: "ports" }],
  ["env", { name: "environment" }],
  ["environments", { name: "environment" }],
  ["restart", { name: "restart_policy" }],
  ["net", { name: "network_mode" }],
  ["ipc", { name: "ipc_mode" }],
  ["pid", { name: "pid_mode" }],
  ["uts", { name: "uts_mode" }],
  ["userns", { name: "userns_mode" }],
  ["cgroup", { name: "cgroupns" }],
  ["capadd", { name: "cap_add" }],
  ["capabilities", { name: "cap_add" }],
  ["capdrop", { name: "cap_drop" }],
  ["securityopt", { name: "security_opt" }],
  ["shmsize", { name: "shm_size" }],
  ["sysctl", { name: "sysctls" }],
  ["ulimit", { name: "ulimits" }],
  ["add_host", { name: "extra_hosts" }],
  ["workdir", { name: "working_dir" }],
  ["cmd", { name: "command" }],
  ["args", { name: "command" }],
  ["device", { name: "devices" }],
  ["privilege", { name: "privileged" }],
  ["priviledged", { name: "privileged" }],
  ["container_name", { name: "name" }],
  ["logging", { name: "log_config" }],
  ["stop_timeout", null],
  ["stop_grace_period", null],
]);

/** A name that run_config does not know, with the name that was probably meant. */
export function checkUnknownProperty(place: Place): Finding {
  const name = place.property.slice(0, 80);
  const folded = name.toLowerCase().replaceAll("-", "_");
  if (aliases.get(folded) === null) return finding("unknown-property", place, { advice: "Delete it: run_config has no setting for this." });
  const alias = aliases.get(folded) ?? (isPropertyName(folded) ? { name: folded } : null);
  const meant = alias?.name ?? closest(name, Object.keys(shapes));
  if (meant === null) return finding("unknown-property", place);
  const better = alias?.better ? `; better, delete it and use ${alias.better}` : "";
  return finding("unknown-property", place, { advice: `Did you mean \`${meant}\`? Rename it, or delete it${better}.` });
}
