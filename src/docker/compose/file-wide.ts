import { isObject } from "../../registry/model/json.ts";
import { leftOut } from "../../strings/docker.ts";
import type { NotMapped } from "../converted-workspace.ts";
import { parseBytes } from "../values/amounts.ts";
import { shown, type Mapping, type Value } from "./value.ts";

/** Keys of a service that mean the same as one below deploy.resources. Source: compose-go, loader, checkConsistency. */
const twins: readonly [key: string, group: string, name: string][] = [
  ["mem_limit", "limits", "memory"],
  ["cpus", "limits", "cpus"],
  ["pids_limit", "limits", "pids"],
  ["mem_reservation", "reservations", "memory"],
];

/** The keys of a service without what deploy says a second time; compose refuses two values. */
export function withoutTwins(keys: Mapping, notMapped: NotMapped[]): Mapping {
  const deploy = keys["deploy"];
  const resources = isObject(deploy) ? deploy["resources"] : null;
  if (!isObject(deploy) || !isObject(resources)) return keys;
  const kept: Mapping = { ...resources };
  for (const [key, groupName, name] of twins) {
    const group = kept[groupName];
    if (!isObject(group) || !Object.hasOwn(group, name) || !Object.hasOwn(keys, key)) continue;
    const { [name]: second, ...rest } = group;
    kept[groupName] = rest;
    if (amount(second) !== amount(keys[key]))
      notMapped.push({
        option: `deploy.resources.${groupName}.${name}`,
        value: shown(second),
        reason: leftOut.saidTwice,
      });
  }
  return { ...keys, deploy: { ...deploy, resources: kept } };
}

/** 1g is 1024m, and 1.50 is 1.5. */
function amount(value: Value | undefined): number | string {
  const number = Number(shown(value));
  return Number.isNaN(number) ? (parseBytes(shown(value)) ?? shown(value)) : number;
}

/** The mounts of a service with the names that the file gives its volumes: `data: {name: my-data}`. */
export function withVolumeNames(keys: Mapping, volumes: Value | undefined): Mapping {
  const mounts = keys["volumes"];
  if (!isObject(volumes) || !Array.isArray(mounts)) return keys;
  const nameOf = (source: string): string => {
    const volume = Object.hasOwn(volumes, source) ? volumes[source] : null;
    if (!isObject(volume)) return source;
    const { name, external } = volume;
    return shown(name) || (isObject(external) ? shown(external["name"]) : "") || source;
  };
  const named = mounts.map((mount) => {
    if (isObject(mount)) return { ...mount, source: nameOf(shown(mount["source"])) };
    const [, source = "", rest = ""] = /^([^:]+)(:[^]*)$/.exec(shown(mount)) ?? [];
    return source === "" ? mount : nameOf(source) + rest;
  });
  return { ...keys, volumes: named };
}
