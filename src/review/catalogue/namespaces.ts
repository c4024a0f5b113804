import type { RuleRows } from "./row.ts";

/** Resources that the session shares with the agent: processes, memory, names, limits, runtime, groups. */
export const namespaceRules = {
  "pid-host": {
    properties: ["pid_mode"],
    severity: "high",
    sources: ["CIS 5.16", "DRUN pid", "PSS"],
  },
  "pid-container": {
    properties: ["pid_mode"],
    severity: "high",
    sources: ["DRUN pid", "NIST 3.5.2"],
  },
  "ipc-host": {
    properties: ["ipc_mode"],
    severity: "high",
    sources: ["CIS 5.17", "DRUN ipc", "PSS"],
  },
  "ipc-container": {
    properties: ["ipc_mode"],
    severity: "medium",
    sources: ["DRUN ipc"],
  },
  "ipc-shareable": {
    properties: ["ipc_mode"],
    severity: "low",
    sources: ["DRUN ipc"],
  },
  "ipc-private": {
    properties: ["ipc_mode"],
    severity: "info",
    sources: ["DRUN ipc"],
  },
  "uts-host": {
    properties: ["uts_mode"],
    severity: "medium",
    sources: ["CIS 5.21", "DRUN uts"],
  },
  "userns-host": {
    properties: ["userns_mode"],
    severity: "medium",
    sources: ["CIS 5.31", "DUSERNS"],
  },
  "cgroupns-host": {
    properties: ["cgroupns"],
    severity: "medium",
    sources: ["DRUN options", "CIS 5.25"],
  },
  "cgroupns-private": {
    properties: ["cgroupns"],
    severity: "info",
    sources: ["DRUN options"],
  },
  "cgroup-parent": {
    properties: ["cgroup_parent"],
    severity: "medium",
    sources: ["CIS 5.25", "DRUN cgroup-parent"],
  },
  "runtime-sandbox": {
    properties: ["runtime"],
    severity: "info",
    sources: ["KSYS", "PSS (sandboxed pods)"],
  },
  "runtime-default": {
    properties: ["runtime"],
    severity: "info",
    sources: ["KSYS"],
  },
  "runtime-other": {
    properties: ["runtime"],
    severity: "medium",
    sources: ["DRUN gpus", "MOBY"],
  },
  "group-add": {
    properties: ["group_add"],
    severity: "low",
    sources: ["DREF additional groups", "CIS 1.1.2"],
  },
} as const satisfies RuleRows;
