import { isObject, type JsonValue } from "../../registry/model/json.ts";
import type { Finding } from "../../registry/model/types.ts";
import { finding, type Check } from "../finding.ts";
import { listItems, memberPlace, type SettingPlace } from "../setting-place.ts";
import { asBytes, asNumber, asText, isMeantOn, ownAnyCase } from "../values.ts";
import { noteWords } from "../../strings/findings.ts";

/** Sysctls that Kubernetes counts as safe: settings that belong to the session alone. */
const safeSysctls = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_syncookies",
]);

/** Settings of shared memory and message queues, which every session has for itself. */
const ipcSysctl =
  /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\.mqueue\..+)$/s;

export const checkSysctls: Check = (value, place) => {
  if (!isObject(value)) return [];
  return Object.keys(value).map((name) => {
    const at = memberPlace(place, name);
    if (safeSysctls.has(name) || ipcSysctl.test(name)) return finding("sysctl-safe", at);
    return finding(name.startsWith("net.") ? "sysctl-net" : "sysctl-host", at);
  });
};

/** `ulimits`: a list of {Name, Soft, Hard}. */
export const checkUlimits: Check = (value, place) => {
  if (!Array.isArray(value)) return [];
  return listItems(value, place).map(({ value: item, place: at }) => checkUlimit(item, at));
};

function checkUlimit(item: JsonValue, place: SettingPlace): Finding {
  if (!isObject(item)) return finding("type-mismatch", place, { advice: noteWords.ulimitType });
  const name = asText(ownAnyCase(item, "Name")).trim().toLowerCase();
  const unlimited = [ownAnyCase(item, "Soft"), ownAnyCase(item, "Hard")].some(
    (limit) => asNumber(limit) === -1,
  );
  const touchesOthers =
    name === "rtprio" || name === "nice" || (unlimited && ["nproc", "memlock", "core"].includes(name));
  return finding("ulimit-raised", place, touchesOthers ? { severity: "medium" } : {});
}

export const checkPidsLimit: Check = (value, place) => {
  const limit = asNumber(value);
  if (limit === null) return [];
  if (limit < 0) return [finding("pids-unlimited", place)];
  return [finding("pids-limit", place, limit === 0 ? { reason: noteWords.pidsZeroReason } : {})];
};

export const checkMemLimit: Check = (value, place) => {
  const bytes = asBytes(value);
  return bytes === null ? [] : [finding(bytes <= 0 ? "mem-unlimited" : "mem-limit", place)];
};

/** A check of a size that first names those that the Docker SDK refuses, such as "1t" or "2gib". Source: docker-py, parse_bytes. */
export function sized(check: Check): Check {
  return (value, place) =>
    typeof value === "string" && (asBytes(value) === null || /tb?$/i.test(value.trim()))
      ? [finding("type-mismatch", place, { advice: noteWords.sizeUnit })]
      : check(value, place);
}

const gibibyte = 2 ** 30;

export const checkShmSize: Check = (value, place) => {
  const bytes = asBytes(value);
  return bytes === null ? [] : [finding("shm-size", place, bytes >= 8 * gibibyte ? { severity: "low" } : {})];
};

export const checkOomKillDisable: Check = (value, place) => [
  finding(
    "oom-kill-disable",
    place,
    isMeantOn(value) ? {} : { severity: "info", reason: noteWords.offReason },
  ),
];

export const checkOomScoreAdj: Check = (value, place) => {
  const score = asNumber(value);
  const harmless = { severity: "info", reason: noteWords.oomScoreReason } as const;
  return score === null ? [] : [finding("oom-score-adj", place, score < 0 ? {} : harmless)];
};
