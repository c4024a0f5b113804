import { closest } from "../../registry/model/closest.ts";
import type { Finding, JsonValue } from "../../registry/model/types.ts";
import { finding } from "../finding.ts";
import type { Place } from "../place.ts";
import { hasShape, isPropertyName, shapeInWords, shapes, type PropertyName } from "../shapes.ts";

/** A JSON type that neither the SDK nor Docker takes for this property. */
export function checkShape(property: PropertyName, value: JsonValue, place: Place): Finding[] {
  const shape = shapes[property];
  if (hasShape(value, shape)) return [];
  return [
    finding("type-mismatch", place, {
      advice: `Write \`${property}\` as ${shapeInWords(shape)}, or delete it.`,
    }),
  ];
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

/** The property that was probably meant by a name that run_config does not know; null where none corresponds, undefined where none is near. */
function meantBy(written: string): { name: string; better?: string } | null | undefined {
  const name = written.slice(0, 80);
  const folded = name.toLowerCase().replaceAll("-", "_");
  if (aliases.has(folded)) return aliases.get(folded)!;
  const near = isPropertyName(folded) ? folded : closest(name, Object.keys(shapes));
  return near === null ? undefined : { name: near };
}

/** What to do about a name that run_config does not know, in a sentence with `code`; null where nothing is known of it. */
export function adviseProperty(written: string): string | null {
  const meant = meantBy(written);
  if (meant === null) return "Delete it: run_config has no setting for this.";
  if (meant === undefined) return null;
  return `Did you mean \`${meant.name}\`? Rename it, or delete it${meant.better ? `; better, delete it and use ${meant.better}` : ""}.`;
}

/** A name that run_config does not know, with the name that was probably meant. */
export function checkUnknownProperty(place: Place): Finding {
  const advice = adviseProperty(place.property);
  return finding("unknown-property", place, advice === null ? {} : { advice });
}
