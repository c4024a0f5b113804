import type { RuleRows } from "./row.ts";

/** Kernel settings, limits and memory. */
export const resourceRules = {
  "sysctl-host": {
    properties: ["sysctls"],
    severity: "high",
    warning: "will-not-start",
    sources: ["DRUN sysctl", "PSS"],
  },
  "sysctl-net": {
    properties: ["sysctls"],
    severity: "medium",
    sources: ["DRUN sysctl", "PSS"],
  },
  "sysctl-safe": {
    properties: ["sysctls"],
    severity: "low",
    sources: ["DRUN sysctl", "PSS"],
  },
  "ulimit-raised": {
    properties: ["ulimits"],
    severity: "low",
    sources: ["DRUN ulimit", "CIS 5.19", "OWASP R7"],
  },
  "pids-unlimited": {
    properties: ["pids_limit"],
    severity: "medium",
    sources: ["CIS 5.29", "OWASP R7"],
  },
  "pids-limit": {
    properties: ["pids_limit"],
    severity: "info",
    sources: ["CIS 5.29"],
  },
  "mem-unlimited": {
    properties: ["mem_limit"],
    severity: "medium",
    sources: ["CIS 5.11", "DRES", "OWASP R7"],
  },
  "mem-limit": {
    properties: ["mem_limit"],
    severity: "low",
    sources: ["CIS 5.11", "DRES"],
  },
  "memswap-limit": {
    properties: ["memswap_limit"],
    severity: "low",
    sources: ["DRES"],
  },
  "oom-kill-disable": {
    properties: ["oom_kill_disable"],
    severity: "medium",
    sources: ["DRES"],
  },
  "oom-score-adj": {
    properties: ["oom_score_adj"],
    severity: "medium",
    sources: ["DRES"],
  },
  "cpu-realtime": {
    properties: ["cpu_rt_period", "cpu_rt_runtime"],
    severity: "medium",
    sources: ["DREF resources", "CIS 5.12"],
  },
  "shm-size": {
    properties: ["shm_size"],
    severity: "info",
    sources: ["DREF shm-size", "DRES"],
  },
} as const satisfies RuleRows;
