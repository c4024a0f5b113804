import { fromPointer, isObject, type JsonValue, toPointer, valueAt } from "../registry/model/json.ts";
import { isEmpty } from "../review/values.ts";
import { withoutLogins } from "../registry/model/text.ts";
import { hidden } from "./item.ts";
import type { Version } from "./version.ts";

/** One value of a workspace. */
export interface Setting {
  /** `user`, `security_opt[]`, `exec_config.go.cmd`, `description`: places in a list say nothing, as in the words of findings. */
  path: string;
  /** From the root of workspace.json. */
  pointer: string;
  /** The value as text, for comparing. */
  value: string;
  /** The same for readers; `hidden` where people put secrets. */
  shown: string;
}

/** Keys that the differ compares by their meaning, and those that say nothing about the workspace. */
const compared = new Set([
  "name",
  "uncompressed_size_mb",
  "compatibility",
  "architecture",
  "image_src",
  "$schema",
  "sha",
  "flags",
]);

/**
 * Places whose values are told: they name a right, a size or something of the host. Commands, variables, labels, notes and keys that nobody
 * knows may hold secrets, which feeds would carry on after they have been taken back.
 */
const told = new RegExp(
  `^(?:${[
    "user|group_add|userns_mode|privileged|security_opt|runtime|read_only|cap_add|cap_drop",
    "devices|device_cgroup_rules|gpu_count|require_gpu|volumes|tmpfs|persistent_profile_path",
    "network|network_mode|network_disabled|ports|publish_all_ports|dns|dns_search|extra_hosts|hostname|domainname",
    "pid_mode|ipc_mode|uts_mode|cgroupns|cgroup_parent|sysctls|shm_size|ulimits|pids_limit",
    "mem\\w*|cpu\\w*|memory|cores|init|stdin_open|tty|working_dir|restart_policy",
    "exec_config\\.[^.]*\\.(?:user|privileged|workdir)",
    "friendly_name|description|categories|image_type|enabled|docker_registry|link_url",
  ].join("|")})(?![\\w-])`,
);

/** Of the last versions that were compared alone: those of a whole history do not fit into memory. */
const cache = new Map<Version, readonly Setting[]>();
const mostCached = 2;

/** All values of a version, cached. Nothing in a list, an object or a text is no value. */
export function settingsOf(version: Version): readonly Setting[] {
  let settings = cache.get(version);
  if (!settings) {
    cache.set(version, (settings = readSettings(version)));
    const [oldest] = cache.keys();
    if (cache.size > mostCached && oldest) cache.delete(oldest);
  }
  return settings;
}

function readSettings({ data }: Version): Setting[] {
  return Object.keys(data)
    .filter((key) => !compared.has(key))
    .flatMap((key) => below([key], data[key] ?? null, key))
    .filter(
      ({ path, value }) =>
        !(path === "user" && value === "1000") && !(path === "privileged" && value === "false"),
    );
}

function below(steps: string[], value: JsonValue, path: string): Setting[] {
  if (isEmpty(value)) return [];
  // Of a command, the order of the words counts.
  const isCommand = Array.isArray(value) && /(?:^|\.)(?:command|entrypoint|cmd)$/.test(path);
  const isLeaf = typeof value !== "object" || value === null || isCommand;
  // One port is a list of one.
  if (isLeaf && /^run_config\.ports\.[^[]*$/.test(path)) return below(steps, value, `${path}[]`);
  // An object in a list is one value: its members mean little without each other.
  if (isLeaf || (isObject(value) && path.endsWith("[]"))) {
    const [place, text] = [path.replace(/^run_config\./, ""), textOf(value)];
    return [
      {
        path: place,
        pointer: toPointer(steps),
        value: text,
        shown: told.test(place) ? withoutLogins(text) : hidden,
      },
    ];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    below([...steps, key], inner, Array.isArray(value) ? `${path}[]` : `${path}.${key}`),
  );
}

/** The value at a pointer as text; "" where there is none. */
export function valueTextAt({ data }: Pick<Version, "data">, pointer: string): string {
  const value = valueAt(data, fromPointer(pointer)) as JsonValue | undefined;
  return value === undefined ? "" : textOf(value);
}

function textOf(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
